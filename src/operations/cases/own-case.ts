import { AppError } from "../../errors.js";
import type { LawOfDays } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { loadCase } from "../../storage/stores/case-store.js";
import type { Office } from "../office.js";

/** The calendar the office counts days by. */
export function lawOf({ calendar }: Office): LawOfDays {
  return { calendar };
}

/** A case of an agency. A case of another agency is as unknown as one that does not exist. */
export async function ownCase({ database }: Office, agencyId: string, caseId: string): Promise<CaseFile> {
  const file = await loadCase(database, caseId);
  if (file === null || file.request.agencyId !== agencyId) throw new AppError("CASE_UNKNOWN", { id: caseId });
  return file;
}
