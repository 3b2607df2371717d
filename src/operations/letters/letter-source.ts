import { AppError } from "../../errors.js";
import type { Agency } from "../../register/agency.js";
import type { CaseFile } from "../../register/case-file.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import type { LetterSettings } from "../../register/letters/letter-settings.js";
import { withSuccessorNames } from "../../register/reporting-agency.js";
import type { Database } from "../../storage/database.js";
import { loadAgencies, loadAgency } from "../../storage/stores/agency-store.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { type IssuedLetter, lettersOfCase } from "../../storage/stores/issued-letter-store.js";
import type { LetterDraft, LetterNumber } from "../../writers/letter/letter-draft.js";
import { letterSettingsOf } from "./letter-settings.js";

/** What an issued letter said, and what was ordered. */
export interface LetterBody {
  readonly order: LetterOrder;
  readonly draft: LetterDraft;
  readonly number: LetterNumber | null;
  /** What the office was told when it went out. */
  readonly cautions: readonly string[];
}
export type StoredLetter = IssuedLetter<LetterBody>;

export type Reading = Pick<Database, "db" | "keys">;

/** Where a letter belongs. */
export interface OfCase {
  readonly agencyId: string;
  readonly caseId: string;
}

/** Everything on record that a letter of a case is made from. */
export interface LetterSource {
  readonly caseFile: CaseFile;
  readonly agency: Agency;
  readonly settings: LetterSettings;
  /** In the order they went out. */
  readonly issued: readonly StoredLetter[];
}

/**
 * The agency as its letters name it: from the day it was merged into another on, it is that one which answers what was asked of it, in its own
 * name (as 行政复议法 第十九条第五款 has it of who answers for its acts: 继续行使其职权的行政机关).
 */
async function carriedOn(reading: Reading, agency: Agency): Promise<Agency> {
  if (agency.successor === null) return agency;
  return withSuccessorNames(
    (await loadAgencies(reading)).map((one) => one.agency),
    agency,
  );
}

/** Reads it, in a transaction or outside. A case of another agency is none of this one's. */
export async function loadLetterSource(reading: Reading, { agencyId, caseId }: OfCase): Promise<LetterSource> {
  const caseFile = await loadCase(reading, caseId);
  if (caseFile === null || caseFile.request.agencyId !== agencyId) throw new AppError("CASE_UNKNOWN", { id: caseId });
  const stored = await loadAgency(reading, agencyId);
  if (stored === null) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const { settings } = await letterSettingsOf(reading, agencyId);
  const agency = await carriedOn(reading, stored.agency);
  return { caseFile, agency, settings, issued: await lettersOfCase<LetterBody>(reading, caseId) };
}
