import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AGENCY_ID,
  AS_OF,
  aDay,
  buildCase,
  buildDocument,
  decided,
  monthlyFigures,
  received,
  registerYear,
  simpleCase,
  tallyOf2025,
} from "../../test/builders/register-year.js";
import { buildReport } from "../../test/builders/report.js";
import type { CaseFile } from "../register/case-file.js";
import type { CellAddress } from "../report/format.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { openBooks, openingOf } from "./open-books.js";
import type { Opening } from "./opening.js";
import { type TallyResult, talliedCell, talliedValue } from "./tally-result.js";
import { tallyYear } from "./tally-year.js";

const at = (row: string, column = "total"): CellAddress => ({ table: "requests", row, column });
const value = (result: TallyResult, row: string, column = "total"): number | null => talliedValue(result, at(row, column));
const VALID: CellAddress = { table: "proactive", row: "art20_1.normative_docs", column: "valid" };

const booksOf = (report: Parameters<typeof openBooks>[0]): Opening => {
  const opening = openBooks(report, { agencyId: AGENCY_ID });
  if (opening === null) throw new Error("The report tells no year.");
  return opening;
};

const paperYear = (natural: number, business: number, total = natural + business): Opening =>
  booksOf(
    buildReport({
      year: 2024,
      tables: {
        requests: { carried_out: [natural, business, 0, 0, 0, 0, total] },
        proactive: { "art20_1.normative_docs": [3, 1, 12] },
      },
    }),
  );

const isBalanced = (result: TallyResult, column: string): boolean =>
  (value(result, "new_received", column) ?? 0) + (value(result, "carried_in", column) ?? 0) ===
  (value(result, "results_total", column) ?? 0) + (value(result, "carried_out", column) ?? 0);

describe("books opened with a report that was read", () => {
  const requests = [simpleCase("old", "2024-12-20", "2025-01-10"), simpleCase("new", "2025-03-03", null)];

  test("carry in, per column, what the report carried out", () => {
    const result = tallyOf2025({ requests }, { openings: [paperYear(1, 0)] });
    expect([value(result, "carried_in", "natural"), value(result, "carried_in")]).toEqual([1, 1]);
    expect(talliedCell(result, at("carried_in"))?.records).toEqual(["old"]);
    expect(result.openingDifferences.filter(({ table }) => table === "requests")).toEqual([]);
  });

  test("list a difference by column and print last year's figure until it is explained", () => {
    const result = tallyOf2025({ requests }, { openings: [paperYear(2, 0)] });
    expect(result.openingDifferences).toContainEqual({
      ...at("carried_in", "natural"),
      agencyId: AGENCY_ID,
      reported: 2,
      ledger: 1,
      records: ["old"],
      printed: "reported",
      explanation: null,
    });
    expect([value(result, "carried_in", "natural"), value(result, "carried_in")]).toEqual([2, 2]);
    expect(isBalanced(result, "natural")).toBe(false);
  });

  test("print the register's figure once the difference is explained, and balance", () => {
    const explanations = [{ ...at("carried_in", "natural"), agencyId: AGENCY_ID, reason: "上年报告误将已办结的一件计为结转。" }];
    const result = tallyOf2025({ requests }, { openings: [paperYear(2, 0)], explanations });
    expect([value(result, "carried_in", "natural"), value(result, "carried_in")]).toEqual([1, 1]);
    expect(isBalanced(result, "natural")).toBe(true);
    expect(result.openingDifferences).toContainEqual(
      expect.objectContaining({ ...at("carried_in", "natural"), printed: "ledger", explanation: explanations[0]?.reason }),
    );
  });

  test("take a reason of blanks for none", () => {
    const explanations = [{ ...at("carried_in", "natural"), agencyId: AGENCY_ID, reason: " 　" }];
    expect(value(tallyOf2025({ requests }, { openings: [paperYear(2, 0)], explanations }), "carried_in")).toBe(2);
  });

  test("say that a printed total is not the sum of its columns, and add up the columns", () => {
    const result = tallyOf2025({ requests }, { openings: [paperYear(1, 0, 3)] });
    expect(value(result, "carried_in")).toBe(1);
    expect(result.openingDifferences).toContainEqual(expect.objectContaining({ ...at("carried_in"), reported: 3, ledger: 1 }));
  });

  test("leave to the register what the report left blank", () => {
    const opening = booksOf(buildReport({ year: 2024, tables: { requests: { carried_out: [null, 0, 0, 0, 0, 0, null] } } }));
    expect(value(tallyOf2025({ requests }, { openings: [opening] }), "carried_in", "natural")).toBe(1);
  });

  test("pass over a report that is not of the year before", () => {
    const opening = { ...paperYear(5, 5), year: 2023 };
    expect(value(tallyOf2025({ requests }, { openings: [opening] }), "carried_in")).toBe(1);
  });

  test("need the year of the report", () => {
    const report = buildReport({ reportYear: null });
    expect(openBooks(report, { agencyId: AGENCY_ID })).toBeNull();
    expect(openBooks(report, { agencyId: AGENCY_ID, year: 2024 })?.year).toBe(2024);
  });

  test("open the stock of documents in force: last year's with the flow of this year", () => {
    const documents = [buildDocument("d1", "2025-02-03"), buildDocument("d2", "2020-02-03", "2025-06-02")];
    const result = tallyOf2025({ documents }, { openings: [paperYear(0, 0)] });
    expect(talliedValue(result, VALID)).toBe(12 + 1 - 1);
    expect(result.openingDifferences).toContainEqual(
      expect.objectContaining({ ...VALID, reported: 12, ledger: 1, printed: "reported" }),
    );
    const explanations = [{ ...VALID, agencyId: AGENCY_ID, reason: "上年含已失效文件，本年清理后据实填报。" }];
    const explained = tallyOf2025({ documents }, { openings: [paperYear(0, 0)], explanations });
    expect(talliedValue(explained, VALID)).toBe(1);
  });

  test("are silent on a stock when the report of a merged agency is missing", () => {
    const agencies = [
      { agencyId: AGENCY_ID, from: null, until: null },
      { agencyId: "merged", from: null, until: aDay("2025-05-01") },
    ];
    const documents = [buildDocument("d1", "2025-02-03")];
    const result = tallyOf2025({ documents }, { agencies, openings: [paperYear(0, 0)] });
    expect([talliedValue(result, VALID), result.openingDifferences]).toEqual([1, []]);
    const both = [paperYear(0, 0), { ...paperYear(0, 0), agencyId: "merged", countedAgencies: ["merged"] }];
    expect(talliedValue(tallyOf2025({ documents }, { agencies, openings: both }), VALID)).toBe(12 + 12 + 1);
  });

  test("open the lists of items of the 2019 edition", () => {
    const list = { table: "proactive", row: "art20_5.licensing", column: "items_last_year" } as const;
    const report = buildReport({ format: annualReport2019, year: 2024, tables: { proactive: { [list.row]: [40, -3, 7] } } });
    const figures = monthlyFigures(annualReport2019, 2025, { "art20_5.licensing|items_last_year": [] });
    const result = tallyOf2025({ figures }, { format: annualReport2019, openings: [booksOf(report)] });
    expect(talliedValue(result, list)).toBe(37);
    const other = monthlyFigures(annualReport2019, 2025, { "art20_5.licensing|items_last_year": [38] });
    const differing = tallyOf2025({ figures: other }, { format: annualReport2019, openings: [booksOf(report)] });
    expect(differing.openingDifferences).toContainEqual(expect.objectContaining({ ...list, reported: 37, ledger: 38 }));
  });
});

describe("books opened with an edition that was frozen from this register", () => {
  const EDITION_AS_OF = "2025-01-20T08:00:00.000Z";
  const openingFor = (requests: readonly CaseFile[]): Opening =>
    openingOf(
      tallyYear({
        agencyId: AGENCY_ID,
        year: 2024,
        asOf: EDITION_AS_OF,
        format: annualReport2021,
        register: { requests, proceedings: [], documents: [], figures: [] },
      }),
    );
  const tally = (requests: readonly CaseFile[]): TallyResult => tallyOf2025({ requests }, { openings: [openingFor(requests)] });

  test("count in this year's results what last year's edition carried forward and turned out to be settled", () => {
    const late = buildCase({
      id: "late",
      events: [received("2024-12-02"), { body: decided("2024-12-30"), writtenOn: "2025-02-10" }],
    });
    const result = tally([late]);
    expect([value(result, "carried_in"), value(result, "granted"), value(result, "carried_out")]).toEqual([1, 1, 0]);
    expect(result.openingDifferences).toEqual([
      expect.objectContaining({ ...at("carried_in", "natural"), reported: 1, ledger: 0, records: ["late"] }),
    ]);
    expect(result.doubts.map(({ doubtId }) => doubtId)).toEqual(["decidedLate"]);
  });

  test("count as new what came in last year but was written down only after the edition", () => {
    const found = buildCase({
      id: "found",
      events: [
        { body: received("2024-12-27"), writtenOn: "2025-02-10" },
        { body: decided("2025-02-11"), writtenOn: "2025-02-11" },
      ],
    });
    const result = tally([found]);
    expect([value(result, "new_received"), value(result, "carried_in"), value(result, "granted")]).toEqual([1, 0, 1]);
    expect(result.doubts.map(({ doubtId }) => doubtId)).toEqual(["reportedLate"]);
    expect(result.openingDifferences).toHaveLength(1);
  });

  test("do not count twice what the edition had settled", () => {
    const reopened = buildCase({
      id: "reopened",
      events: [
        received("2024-12-02"),
        decided("2024-12-30"),
        {
          body: {
            type: "corrected",
            on: aDay("2025-03-03"),
            eventId: "reopened-e2",
            replacement: decided("2025-01-08"),
          },
          writtenOn: "2025-03-03",
        },
      ],
    });
    const result = tally([reopened]);
    expect([value(result, "carried_in"), value(result, "results_total"), value(result, "carried_out")]).toEqual([0, 0, 0]);
    expect(result.doubts.map(({ doubtId }) => doubtId)).toEqual(["reportedBefore"]);
    expect(result.openingDifferences).toHaveLength(1);
  });

  test("keep a request that is gone from the register among those on hand, and say so", () => {
    const opening = openingFor([simpleCase("gone", "2024-12-20", null)]);
    const result = tallyOf2025({ requests: [] }, { openings: [opening] });
    expect([value(result, "carried_in"), value(result, "carried_out")]).toEqual([1, 1]);
    expect(result.doubts.map(({ doubtId }) => doubtId)).toEqual(["missing"]);
  });

  test("carry year into year in balance, and count every request once, whatever is recorded late or corrected", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const earlier = registerYear(seed, { year: 2024 });
        const later = registerYear(seed + 1, { year: 2025 });
        const files = [...earlier.requests, ...later.requests];
        const register = { ...later, requests: files };
        const first = tallyYear({ agencyId: AGENCY_ID, year: 2024, asOf: EDITION_AS_OF, format: annualReport2021, register });
        const second = tallyYear({
          agencyId: AGENCY_ID,
          year: 2025,
          asOf: AS_OF,
          format: annualReport2021,
          register,
          openings: [openingOf(first)],
        });
        for (const { id } of annualReport2021.tables.requests.columns) {
          expect(value(second, "carried_in", id)).toBe(value(first, "carried_out", id));
          expect(isBalanced(second, id)).toBe(true);
        }
        const records = (result: TallyResult, row: string): readonly string[] => talliedCell(result, at(row))?.records ?? [];
        const fresh = [...records(first, "new_received"), ...records(second, "new_received")];
        const settled = [...records(first, "results_total"), ...records(second, "results_total")];
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(new Set(settled).size).toBe(settled.length);
      }),
      { numRuns: 30 },
    );
  });
});
