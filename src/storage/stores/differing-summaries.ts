import { sql } from "kysely";
import { type LawOfDays, lawVersion } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { caseSummary } from "../../register/case-summary.js";
import type { Database } from "../database.js";
import { loadCases } from "./case-store.js";
import { summaryRow } from "./case-summary-store.js";

const PAGE = 400;

/**
 * The cases of an agency whose summaries are not what their events give: none, unless somebody wrote past us. Those whose days were
 * counted by another law are counted anew when they are read, so they are not looked at.
 */
export async function differingSummaries(database: Database, agencyId: string, law: LawOfDays): Promise<string[]> {
  const differing: string[] = [];
  let page: CaseFile[] = [];
  for await (const file of loadCases(database, agencyId)) {
    page.push(file);
    if (page.length < PAGE) continue;
    differing.push(...(await differingOf(database, page, law)));
    page = [];
  }
  return [...differing, ...(await differingOf(database, page, law))];
}

async function differingOf({ db }: Database, files: readonly CaseFile[], law: LawOfDays): Promise<string[]> {
  if (files.length === 0) return [];
  const version = lawVersion(law);
  const rows = await db
    .selectFrom("case_summary")
    .selectAll()
    .where("case_id", "=", sql<string>`any(${files.map(({ request }) => request.id)})`)
    .execute();
  const stored = new Map(rows.map((row) => [row.case_id, row]));
  return files.flatMap((file) => {
    const row = stored.get(file.request.id);
    if (row !== undefined && row.law_version !== version) return [];
    const made = new Map<string, unknown>(Object.entries(summaryRow(file, caseSummary(file, law), version)));
    const isSame =
      row !== undefined &&
      Object.entries(row).every(([name, value]) => JSON.stringify(value) === JSON.stringify(made.get(name) ?? null));
    return isSame ? [] : [file.request.id];
  });
}
