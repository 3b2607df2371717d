import { AppError } from "../../errors.js";
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from "../../law/clock/clock-settings.js";
import type { LawOfDays } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { KeptReading } from "../../storage/kept-reading.js";
import { type CasePage, loadCasePage } from "../../storage/stores/case-page-store.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { letterSettingsOf } from "../letters/letter-settings.js";
import type { LetterBody } from "../letters/letter-source.js";
import type { Office } from "../office.js";

/** How an agency counts days: by the calendar of the office and by what it has set where the Regulations leave it open. Its letters count by the same. */
export async function lawOf({ calendar, database }: Pick<Office, "calendar" | "database">, agencyId: string): Promise<LawOfDays> {
  const clock = await clocks.of(database.db, agencyId, async () => (await letterSettingsOf(database, agencyId)).settings.clock);
  const isUsual = Object.entries(DEFAULT_CLOCK_SETTINGS).every(([name, value]) => clock[name as keyof typeof clock] === value); // the keys of the defaults
  // What is counted by the usual settings bears the mark of the calendar alone: nothing has to be counted anew because they are written out.
  return isUsual ? { calendar } : { calendar, settings: clock };
}

/** Every page asks, and it changes once in years. */
const clocks = new KeptReading<ClockSettings>(["setting_version"], 5);

/** A case of an agency. A case of another agency is as unknown as one that does not exist. */
export async function ownCase({ database }: Office, agencyId: string, caseId: string): Promise<CaseFile> {
  const file = await loadCase(database, caseId);
  if (file === null || file.request.agencyId !== agencyId) throw new AppError("CASE_UNKNOWN", { id: caseId });
  return file;
}

/** The same with all that hangs on it, read in one question. */
export async function ownCasePage({ database }: Office, agencyId: string, caseId: string): Promise<CasePage<LetterBody>> {
  const page = await loadCasePage<LetterBody>(database, caseId);
  if (page === null || page.file.request.agencyId !== agencyId) throw new AppError("CASE_UNKNOWN", { id: caseId });
  return page;
}
