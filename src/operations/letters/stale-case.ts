import { AppError } from "../../errors.js";
import type { CaseEvent } from "../../register/case-event.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { timeInChina } from "./time-in-china.js";

/** Somebody else was faster: who, when and with what, for whoever was slower to read. */
export function staleCase(since: readonly CaseEvent[]): AppError {
  const last = since.at(-1);
  const labels = since.map(({ body }) => TRANSITIONS.find(({ records }) => records === body.type)?.label ?? body.type);
  return new AppError(
    "RECORD_STALE",
    {
      by: last?.recordedBy ?? "他人",
      at: last === undefined ? "刚才" : timeInChina(last.recordedAt),
      what: [...new Set(labels)].join("、") || "案卷",
    },
    { details: { since } },
  );
}
