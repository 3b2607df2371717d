import { AppError } from "../../errors.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { NewEvent } from "./append-outcome.js";

interface Written {
  readonly id: string;
  readonly body: unknown;
}

/**
 * Whether all these events are written already: then the sender did not hear the answer and asks again. Throws RECORD_ID_REUSED when
 * an id stands for something else.
 */
export function areWritten(wanted: readonly NewEvent<unknown>[], written: readonly Written[]): boolean {
  if (written.length === 0) return false;
  const byId = new Map(written.map((event) => [event.id, event]));
  for (const { id, body } of wanted) {
    const known = byId.get(id);
    if (known === undefined || canonicalJson(known.body) !== canonicalJson(body)) {
      throw new AppError("RECORD_ID_REUSED", { id: written[0]?.id ?? id });
    }
  }
  return true;
}
