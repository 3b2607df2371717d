import { reportOf } from "../../recognition/report-of.js";
import type { ComposedReport } from "../../report/composed-report.js";
import type { Report } from "../../report/report.js";
import type { Database } from "../../storage/database.js";
import { loadEditions } from "../../storage/stores/edition-store.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import type { EditionBody } from "../../tally/freeze-report.js";
import { PAPER_OPENING, paperOpeningName } from "./opening-settings.js";

/** A report of an earlier year: frozen here, or read from the file it was published as. */
export interface PreviousReport {
  readonly kind: "edition" | "paper";
  readonly year: number;
  readonly composed: ComposedReport;
}

/** The report of an agency for a year as it is known here; null when it is not. What was frozen here counts before a file. */
export async function knownReport(
  database: Database,
  { agencyId, year, asOf }: { readonly agencyId: string; readonly year: number; readonly asOf?: string | undefined },
): Promise<PreviousReport | null> {
  const editions = await loadEditions(database, agencyId, year);
  const last = editions.findLast(({ recordedAt }) => asOf === undefined || recordedAt <= asOf);
  if (last !== undefined) return { kind: "edition", year, composed: (last.body as EditionBody).report }; // frozen by freezeReport
  const paper = await loadSetting(database, agencyId, paperOpeningName(year + 1), asOf);
  const opening = paper === null ? null : PAPER_OPENING.parse(paper.value);
  return opening === null ? null : { kind: "paper", year, composed: opening.report };
}

/** The same report as one that was read, so that it can be compared and checked with. */
export function asRead({ composed }: PreviousReport): Report {
  return reportOf(composed);
}
