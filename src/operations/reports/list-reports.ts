import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { yearOf } from "../../law/plain-date.js";
import { reportDeadline, reportingOrgan } from "../../law/report-deadline.js";
import { reportingName } from "../../register/reporting-agency.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { yearEnd } from "../../tally/counted-agency.js";
import { type Office, todayIn } from "../office.js";
import { editionsOfYear } from "./editions.js";

/** How far the report of a year is. */
export interface ReportProgress {
  readonly year: number;
  readonly editions: number;
  readonly frozenAt: string | null;
  readonly releasedAt: string | null;
  /** 条例 第四十九条; null where no national rule names a day. */
  readonly deadline: PlainDate | null;
  readonly isOver: boolean;
}

/** The first year of the form in force. */
const FIRST_YEAR = 2019;
const MOST_YEARS = 15;

/** The reports of an agency, this year's first: back to the first one that was frozen, and at least last year's. */
export async function listReports(office: Office, agencyId: string): Promise<ReportProgress[]> {
  const stored = await loadAgency(office.database, agencyId);
  if (stored === null) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const today = todayIn(office);
  const thisYear = yearOf(today);
  const reports: ReportProgress[] = [];
  for (let year = thisYear; year >= FIRST_YEAR && year > thisYear - MOST_YEARS; year -= 1) {
    const editions = await editionsOfYear(office.database, agencyId, year);
    if (editions.length === 0 && year < thisYear - 1) continue;
    reports.push({
      year,
      editions: editions.length,
      frozenAt: editions.at(-1)?.frozenAt ?? null,
      releasedAt: editions.findLast(({ release }) => release !== null)?.release?.releasedAt ?? null,
      deadline: deadlineOf(reportingName(stored.agency, year) ?? stored.agency.names.at(-1)?.value ?? "", year),
      isOver: today > yearEnd(year),
    });
  }
  return reports;
}

/** The last day for publishing the report of a year (条例 第四十九条); null where no national rule names one. */
export function deadlineOf(agency: string, year: number): PlainDate | null {
  return reportDeadline(year, reportingOrgan(agency));
}
