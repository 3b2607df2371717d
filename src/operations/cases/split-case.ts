import { AppError } from "../../errors.js";
import { yearOf } from "../../law/plain-date.js";
import type { CaseFile } from "../../register/case-file.js";
import { splitLetter } from "../../register/split-letter.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { addCases, changeDescription, loadCasesById } from "../../storage/stores/case-store.js";
import { summariesOf } from "../../storage/stores/case-summary-store.js";
import { numberRequests } from "../../storage/stores/request-number-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { type CaseRow, caseRows } from "./case-row.js";
import { numberScheme } from "./number-scheme.js";
import { demandRole } from "./procedure-right.js";
import type { PieceToRegister } from "./registration.js";
import { staleFile } from "./stale-file.js";

export interface SplitToMake {
  readonly agencyId: string;
  readonly caseId: string;
  readonly version: number;
  /** What the case itself asks for from now on. */
  readonly first: string;
  readonly others: readonly PieceToRegister[];
  readonly reason?: string | undefined;
}

/**
 * 一事一申请: splits a letter that asks for several things, all pieces or none. The case keeps its number and its file; the others get
 * numbers and files of their own with the same receipt.
 */
export async function splitCase(office: Office, actor: Actor, split: SplitToMake): Promise<CaseRow[]> {
  const { agencyId, caseId, version, first, others, reason } = split;
  demandRole(actor, agencyId, { role: "handler", label: "拆分申请" });
  const scheme = await numberScheme(office, agencyId);
  const ids = others.map(({ id }) => id);
  const stale = await write<CaseFile | null>(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const known = await loadCasesById({ ...office.database, db: writing.trx }, [caseId, ...ids]);
    const file = known.get(caseId);
    if (file === undefined || file.request.agencyId !== agencyId) throw new AppError("CASE_UNKNOWN", { id: caseId });
    if (ids.every((id) => known.get(id)?.request.letterId === file.request.letterId)) return null; // sent again
    if (file.version !== version) return file;
    const year = yearOf(file.request.arrivedOn);
    const numbers = await numberRequests(
      writing,
      others.map(({ id, number }) => ({ caseId: id, year, number })),
      scheme,
    );
    const made = splitLetter(file, [
      { id: caseId, number: file.request.number, description: first },
      ...others.map(({ id, description }) => ({ id, description, number: numbers.get(id) ?? "" })),
    ]);
    if (!made.done)
      throw new AppError("STEP_REFUSED", { reason: made.refusal.message }, { details: { refusalId: made.refusal.refusalId } });
    await changeDescription(writing, { caseId, description: made.kept.description, reason: reason ?? null });
    await addCases(
      writing,
      made.added.map(({ request, bodies }) => ({
        request,
        events: bodies.map((body, index) => ({
          id: `${request.id}.${index + 1}`,
          body,
          ...(reason === undefined ? {} : { reason }),
        })),
      })),
    );
    return null;
  });
  if (stale !== null) throw await staleFile(office, { file: stale, seen: version, steps: TRANSITIONS });
  return caseRows(office, actor, await summariesOf(office.database, [caseId, ...ids]));
}
