import { describe, expect, test } from "vitest";
import { countedByHand } from "../../test/builders/counted-by-hand.js";
import { testDatabase } from "../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { formatForYear } from "../report/formats/index.js";
import { verifyAudit } from "../storage/audit/verify-audit.js";
import { loadEditions } from "../storage/stores/edition-store.js";
import { rehearsedYear } from "../tally/rehearsed-year.js";
import type { TallyResult } from "../tally/tally-result.js";
import { type RehearsalPlan, type RehearsedReport, rehearseIn } from "./rehearse.js";
import { tallyOf } from "./tally-register.js";

async function rehearsal(plan: RehearsalPlan) {
  const database = await testDatabase();
  const reports: RehearsedReport[] = [];
  for await (const report of rehearseIn(database, plan)) reports.push(report);
  return { database, reports };
}

const figuresOf = ({ cells }: TallyResult) =>
  new Map(cells.map(({ table, row, column, value }) => [`${table}|${row}|${column}`, value]));

describe("a rehearsed year", () => {
  test.each([
    { year: 2025, seed: 3 },
    { year: 2020, seed: 4 },
  ])("of $year has the tables that counting the generated records by hand gives, for each agency", async ({ year, seed }) => {
    const { database, reports } = await rehearsal({ agencies: 2, year, requests: 150, seed });
    const format = formatForYear(year);
    if (format === null) throw new Error("no format");
    expect(reports.map(({ tally }) => tally.agencyId)).toEqual(["rehearsal-1", "rehearsal-2"]);
    for (const [at, { tally, edition }] of reports.entries()) {
      const { agencyId } = tally;
      const plan = { seed: seed + at, agencyId, year, requests: 150, format, calendar: STATE_COUNCIL_CALENDAR };
      expect(figuresOf(tally)).toEqual(countedByHand(rehearsedYear(plan), format, year));
      expect(edition.body.tally).toEqual(tally);
      const [stored] = await loadEditions(database, agencyId, year);
      expect(stored).toMatchObject({ edition: 1, contentHash: edition.contentHash, asOf: tally.asOf });
    }
    await database.close();
  });

  test("is released in every form, counted again the same, and leaves a log that holds", async () => {
    const { database, reports } = await rehearsal({ agencies: 1, year: 2025, requests: 40, seed: 9 });
    const [report] = reports;
    expect(report?.files.map(({ format }) => format)).toEqual(["docx", "pdf", "html", "xlsx", "txt", "json", "csv"]);
    const again = { agencyId: "rehearsal-1", year: 2025, asOf: report?.tally.asOf ?? null };
    expect((await tallyOf(database, again)).tally).toEqual(report?.tally);
    expect(await verifyAudit(database)).toMatchObject({ isIntact: true, broken: [] });
    await database.close();
  });

  test("is counted as the opening of the year after: what was carried forward comes in", async () => {
    const { database, reports } = await rehearsal({ agencies: 1, year: 2024, requests: 80, seed: 5 });
    const next = await tallyOf(database, { agencyId: "rehearsal-1", year: 2025, asOf: null });
    const carried = reports[0]?.tally.cells.filter(({ row }) => row === "carried_out").map(({ value }) => value);
    expect(carried?.at(-1)).toBeGreaterThan(0);
    expect(next.tally.cells.filter(({ row }) => row === "carried_in").map(({ value }) => value)).toEqual(carried);
    expect(next.tally.openingDifferences).toEqual([]);
    await database.close();
  });

  test("is never written where there is a register already, nor for a year that is not over", async () => {
    const { database } = await rehearsal({ agencies: 1, year: 2025, requests: 1, seed: 1 });
    const plan = { agencies: 1, requests: 1, seed: 1 };
    await expect(rehearseIn(database, { ...plan, year: 2025 }).next()).rejects.toMatchObject({
      code: "REHEARSAL_REGISTER_IN_USE",
    });
    for (const year of [2018, 9000]) {
      await expect(rehearseIn(database, { ...plan, year }).next()).rejects.toMatchObject({ code: "OPTION_INVALID" });
    }
    await database.close();
  });
});
