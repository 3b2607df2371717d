import { describe, expect, test } from "vitest";
import {
  AS_OF,
  aDay,
  buildCase,
  buildDocument,
  buildProceeding,
  decided,
  monthlyFigures,
  received,
  simpleCase,
  tallyOf2025,
} from "../../test/builders/register-year.js";
import type { CaseEventBody } from "../register/case-event.js";
import type { ProceedingEventBody, ProceedingResult } from "../register/proceeding.js";
import type { CellAddress } from "../report/format.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { exactSum } from "./exact-sum.js";
import { type TallyResult, talliedCell, talliedValue } from "./tally-result.js";

const cell = (table: CellAddress["table"], row: string, column = "total"): CellAddress => ({ table, row, column });
const requestsIn = (result: TallyResult, row: string, column = "total"): readonly string[] =>
  talliedCell(result, cell("requests", row, column))?.records ?? [];
const casesIn = (result: TallyResult, row: string, column: string): readonly string[] =>
  talliedCell(result, cell("review_litigation", row, column))?.records ?? [];
const doubtsOf = (result: TallyResult) => result.doubts.map(({ record, doubtId }) => [record, doubtId]);

const confirmed = (on: string): CaseEventBody => ({ type: "confirmed", on: aDay(on) });
const withdrawn = (on: string): CaseEventBody => ({ type: "withdrawn", on: aDay(on) });

describe("table three", () => {
  test.each([
    ["received on the last day", simpleCase("x", "2025-12-31", null), ["new_received", "carried_out"]],
    ["received on the first day of the next year", simpleCase("x", "2026-01-01", null), []],
    ["decided on the last day", simpleCase("x", "2025-12-01", "2025-12-31"), ["new_received", "granted", "results_total"]],
    ["decided on the first day of the next year", simpleCase("x", "2025-12-01", "2026-01-04"), ["new_received", "carried_out"]],
    [
      "received the year before, decided this year",
      simpleCase("x", "2024-12-31", "2025-01-02"),
      ["carried_in", "granted", "results_total"],
    ],
    ["decided the year before", simpleCase("x", "2024-12-01", "2024-12-31"), []],
    ["open all year", simpleCase("x", "2024-12-01", null), ["carried_in", "carried_out"]],
  ])("puts a request %s where it belongs", (_name, file, rows) => {
    const result = tallyOf2025({ requests: [file] });
    const found = annualReport2021.tables.requests.rows.map(({ id }) => id).filter((row) => requestsIn(result, row).length > 0);
    expect(found.sort()).toEqual([...rows].sort());
  });

  test("goes by the day both sides confirmed where nobody signed (第三十一条)", () => {
    const letter = buildCase({ id: "mail", channel: "email", events: [received("2024-12-30"), confirmed("2025-01-02")] });
    const signed = buildCase({ id: "post", channel: "registered_mail", events: [received("2024-12-30")] });
    const result = tallyOf2025({ requests: [letter, signed] });
    expect(requestsIn(result, "new_received")).toEqual(["mail"]);
    expect(requestsIn(result, "carried_in")).toEqual(["post"]);
  });

  test("does not count what is not confirmed yet, and says so", () => {
    const result = tallyOf2025({ requests: [buildCase({ id: "mail", channel: "online", events: [received("2025-12-30")] })] });
    expect(requestsIn(result, "new_received")).toEqual([]);
    expect(doubtsOf(result)).toEqual([["mail", "notReceived"]]);
  });

  test("counts a request that ended before it was confirmed as received on the day it ended, so that the table balances", () => {
    const file = buildCase({ id: "mail", channel: "online", events: [received("2025-05-06"), withdrawn("2025-05-08")] });
    const result = tallyOf2025({ requests: [file] });
    expect([requestsIn(result, "new_received"), requestsIn(result, "other.misc")]).toEqual([["mail"], ["mail"]]);
    expect(doubtsOf(result)).toEqual([["mail", "receivedAfterClosing"]]);
  });

  test("gives one request one result: a partial grant stands in 部分公开 alone", () => {
    const file = buildCase({ id: "x", events: [received("2025-03-03"), decided("2025-03-20", "partial")] });
    const result = tallyOf2025({ requests: [file] });
    const rows = annualReport2021.tables.requests.footings[0]?.parts ?? [];
    expect(rows.filter((row) => requestsIn(result, row).length > 0)).toEqual(["partial"]);
  });

  test("puts all of （六） in the one row the 2019 edition has for it", () => {
    const file = buildCase({ id: "x", events: [received("2025-03-03"), withdrawn("2025-03-20")] });
    expect(requestsIn(tallyOf2025({ requests: [file] }, { format: annualReport2019 }), "other")).toEqual(["x"]);
    expect(requestsIn(tallyOf2025({ requests: [file] }), "other.misc")).toEqual(["x"]);
  });

  test("keeps a request with an unknown outcome among those on hand, and says so", () => {
    const file = buildCase({ id: "x", events: [received("2025-03-03"), decided("2025-03-20", "constructor")] });
    const result = tallyOf2025({ requests: [file] });
    expect(requestsIn(result, "carried_out")).toEqual(["x"]);
    expect(doubtsOf(result)).toEqual([["x", "unknownOutcome"]]);
  });

  test("passes over the requests of other agencies", () => {
    const file = buildCase({ id: "x", agencyId: "b2", events: [received("2025-03-03")] });
    expect(requestsIn(tallyOf2025({ requests: [file] }), "new_received")).toEqual([]);
  });

  test("counts a correction from the instant it is written down", () => {
    const file = buildCase({
      id: "x",
      events: [
        received("2025-03-03"),
        decided("2025-03-20", "granted"),
        {
          body: { type: "corrected", on: aDay("2026-02-02"), eventId: "x-e2", replacement: decided("2025-03-20", "partial") },
          writtenOn: "2026-02-02",
        },
      ],
    });
    const rowAt = (asOf: string) =>
      ["granted", "partial"].find((row) => requestsIn(tallyOf2025({ requests: [file] }, { asOf }), row).length > 0);
    expect(rowAt(AS_OF)).toBe("granted");
    expect(rowAt("2026-02-02T02:00:00.000Z")).toBe("partial");
  });

  test("can be asked as if the year ended today", () => {
    const result = tallyOf2025({ requests: [simpleCase("x", "2025-03-03", "2025-07-20")] }, { until: aDay("2025-06-30") });
    expect(requestsIn(result, "carried_out")).toEqual(["x"]);
    expect(tallyOf2025({}, { until: aDay("2026-06-30") }).until).toBe("2025-12-31");
  });
});

describe("table four", () => {
  const filed = (on: string): ProceedingEventBody => ({ type: "filed", on: aDay(on) });
  const concluded = (on: string, result: ProceedingResult = "upheld"): ProceedingEventBody => ({
    type: "concluded",
    on: aDay(on),
    result,
    holding: "维持",
  });
  const appealed = (on: string): ProceedingEventBody => ({ type: "appealed", on: aDay(on) });
  const tally = (proceedings: Parameters<typeof tallyOf2025>[0]["proceedings"], settings = {}) =>
    tallyOf2025({ proceedings: proceedings ?? [] }, { settings });

  test("counts what was concluded in the year or is pending at its end, by kind and route", () => {
    const result = tally([
      buildProceeding({ id: "review", events: [filed("2025-02-03"), concluded("2025-04-03", "corrected")] }),
      buildProceeding({
        id: "direct",
        kind: "litigation",
        route: "direct",
        events: [filed("2025-02-03"), concluded("2025-04-03", "other")],
      }),
      buildProceeding({
        id: "after",
        kind: "litigation",
        route: "after_review",
        events: [filed("2025-11-03"), concluded("2026-01-05")],
      }),
      buildProceeding({ id: "over", events: [filed("2024-02-03"), concluded("2024-04-03")] }),
      buildProceeding({ id: "next", events: [filed("2026-01-05")] }),
    ]);
    expect([
      casesIn(result, "review", "corrected"),
      casesIn(result, "direct", "other"),
      casesIn(result, "after_review", "pending"),
    ]).toEqual([["review"], ["direct"], ["after"]]);
    expect(annualReport2021.tables.review_litigation.rows.flatMap(({ id }) => casesIn(result, id, "total"))).toEqual([
      "review",
      "direct",
      "after",
    ]);
  });

  test("counts cases of earlier years unless the setting says otherwise, and tells which they are", () => {
    const proceedings = [
      buildProceeding({ id: "old", events: [filed("2024-11-04"), concluded("2025-01-20")] }),
      buildProceeding({ id: "new", events: [filed("2025-02-03"), concluded("2025-04-03")] }),
    ];
    expect(casesIn(tally(proceedings), "review", "upheld")).toEqual(["old", "new"]);
    expect(tally(proceedings).carriedProceedings).toEqual(["old"]);
    expect(casesIn(tally(proceedings, { countsCarriedProceedings: false }), "review", "upheld")).toEqual(["new"]);
  });

  test("an appeal makes a case pending again unless the setting says otherwise", () => {
    const events = [filed("2025-02-03"), concluded("2025-06-03"), appealed("2025-06-10")];
    const suit = buildProceeding({ id: "suit", kind: "litigation", route: "direct", events });
    expect(casesIn(tally([suit]), "direct", "pending")).toEqual(["suit"]);
    expect(casesIn(tally([suit], { appealReopens: false }), "direct", "upheld")).toEqual(["suit"]);
    const decidedAgain = buildProceeding({
      id: "suit",
      kind: "litigation",
      route: "direct",
      events: [...events, concluded("2025-10-10", "corrected")],
    });
    expect(casesIn(tally([decidedAgain]), "direct", "corrected")).toEqual(["suit"]);
  });

  test("leaves out a case in which the agency is only co-defendant, or whose route nobody wrote down, and says so", () => {
    const result = tally([
      buildProceeding({
        id: "co",
        kind: "litigation",
        route: "after_review",
        isCoDefendant: true,
        events: [filed("2025-02-03")],
      }),
      buildProceeding({ id: "no-route", kind: "litigation", events: [filed("2025-02-03")] }),
      buildProceeding({ id: "not-filed", events: [{ type: "answered", on: aDay("2025-02-03") }] }),
    ]);
    expect(result.cells.filter(({ table, value }) => table === "review_litigation" && value !== 0)).toEqual([]);
    expect(doubtsOf(result)).toEqual([
      ["co", "coDefendant"],
      ["no-route", "noRoute"],
      ["not-filed", "notFiled"],
    ]);
  });
});

describe("table two", () => {
  const at = (column: string) => cell("proactive", "art20_1.normative_docs", column);
  const PENALTY = cell("proactive", "art20_6.penalty", "decisions");
  const FEES = cell("proactive", "art20_8.fees", "amount_wan");

  test("counts documents by the days they were made and repealed", () => {
    const documents = [
      buildDocument("kept", "2020-05-06"),
      buildDocument("made", "2025-05-06"),
      buildDocument("repealed", "2020-05-06", "2025-12-31"),
      buildDocument("next", "2020-05-06", "2026-01-01"),
    ];
    const result = tallyOf2025({ documents });
    expect(["made", "repealed", "valid"].map((column) => talliedCell(result, at(column))?.records)).toEqual([
      ["made"],
      ["repealed"],
      ["kept", "made", "next"],
    ]);
  });

  test("counts documents that are public for the 2019 edition, all of them or those in force", () => {
    const documents = [
      buildDocument("kept", "2020-05-06"),
      buildDocument("made", "2025-05-06"),
      buildDocument("repealed", "2020-05-06", "2025-12-31"),
    ];
    const total = (publicTotal: "ever-published" | "in-force") =>
      talliedValue(tallyOf2025({ documents }, { format: annualReport2019, settings: { publicTotal } }), at("total_public"));
    expect([total("ever-published"), total("in-force")]).toEqual([3, 2]);
    expect(talliedValue(tallyOf2025({ documents }, { format: annualReport2019 }), at("newly_public"))).toBe(1);
  });

  test("leaves a cell blank for which a month is missing, names the month, and never makes it 0", () => {
    const values = [1, 2, null, 4, 5, 6, 7, 8, 9, null, 11, 12];
    const figures = monthlyFigures(annualReport2021, 2025, { "art20_6.penalty|decisions": values });
    const result = tallyOf2025({ figures });
    expect(talliedCell(result, PENALTY)).toMatchObject({
      value: null,
      blank: { reasonId: "monthsMissing", message: "a1：3、10月没有填报。" },
    });
    expect(talliedValue(result, cell("proactive", "art20_5.licensing", "decisions"))).toBe(0);
  });

  test("asks in the middle of the year only for the months that are over", () => {
    const figures = monthlyFigures(annualReport2021, 2025, { "art20_6.penalty|decisions": [1, 2, 3, null, null, 60] });
    const value = (until: string) => talliedValue(tallyOf2025({ figures }, { until: aDay(until) }), PENALTY);
    expect([value("2025-04-29"), value("2025-04-30"), value("2025-03-31")]).toEqual([6, null, 6]);
  });

  test("takes of two entries for a month the one written down last by the instant", () => {
    const figures = monthlyFigures(annualReport2021, 2025);
    const again = figures.flatMap((one) =>
      one.row === PENALTY.row && one.month === "2025-05"
        ? [{ ...one, id: "again", sequence: 2, recordedAt: "2026-01-25T00:00:00.000Z", value: 9 }]
        : [],
    );
    const value = (asOf: string) => talliedValue(tallyOf2025({ figures: [...again, ...figures] }, { asOf }), PENALTY);
    expect([value(AS_OF), value("2026-02-01T00:00:00.000Z")]).toEqual([0, 9]);
  });

  test("adds money without an error of binary fractions", () => {
    const figures = monthlyFigures(annualReport2021, 2025, {
      "art20_8.fees|amount_wan": [0.1, 0.2, 0.0001, ...Array.from({ length: 9 }, () => 0)],
    });
    expect(talliedValue(tallyOf2025({ figures }), FEES)).toBe(0.3001);
    expect(exactSum(Array.from({ length: 12 }, () => 4934.7704))).toBe(59_217.2448);
    expect(exactSum([0.000_05, 0.000_05])).toBe(0.0001);
    expect(exactSum([])).toBe(0);
  });

  test("needs no figures for powers an agency does not have", () => {
    const result = tallyOf2025({}, { settings: { withoutPower: [{ agencyId: "a1", row: "art20_6.penalty" }] } });
    expect([talliedValue(result, PENALTY), talliedValue(result, FEES)]).toEqual([0, null]);
  });

  test("gives procurement of the 2019 edition its unit, which the form leaves open", () => {
    const figures = monthlyFigures(annualReport2019, 2025, {
      "art20_9.central_procurement|amount": [1.5, ...Array.from({ length: 11 }, () => 1)],
    });
    const amount = talliedCell(
      tallyOf2025({ figures }, { format: annualReport2019 }),
      cell("proactive", "art20_9.central_procurement", "amount"),
    );
    expect(amount).toMatchObject({ value: 12.5, unit: "万元" });
  });
});
