import { describe, expect, test } from "vitest";
import { buildProceeding, type ProceedingEventSpec } from "../../test/builders/proceeding.js";
import { tableFourCell } from "./table-four-cell.js";
import { usualResult } from "./usual-result.js";

const FILED: ProceedingEventSpec = { type: "filed", on: "2024-11-03" };
const CONCLUDED: ProceedingEventSpec = { type: "concluded", on: "2025-03-17", result: "upheld", holding: "维持" };
const EVENTS = [FILED, CONCLUDED];

describe("a proceeding that began in one year and ended in the next", () => {
  test.each([
    [2023, null],
    [2024, { row: "review", column: "pending" }],
    [2025, { row: "review", column: "upheld" }],
    [2026, null],
  ])("is counted for %i in %j", (year, cell) => {
    expect(tableFourCell(buildProceeding(EVENTS), year)).toEqual(cell);
  });

  test("is counted as it was known at an instant", () => {
    expect(tableFourCell(buildProceeding(EVENTS), 2025, "2025-01-01T00:00:00.000Z")).toEqual({
      row: "review",
      column: "pending",
    });
  });
});

test.each([
  ["direct", "direct"],
  ["after_review", "after_review"],
  [null, "direct"],
] as const)("a suit brought %s is counted under %s", (route, row) => {
  expect(tableFourCell(buildProceeding(EVENTS, { kind: "litigation", route }), 2025)).toEqual({ row, column: "upheld" });
});

test("a case in which the agency is only co-defendant is not counted", () => {
  expect(
    tableFourCell(buildProceeding(EVENTS, { kind: "litigation", route: "after_review", isCoDefendant: true }), 2025),
  ).toBeNull();
});

test("a case on appeal at the end of the year is pending", () => {
  const events: ProceedingEventSpec[] = [...EVENTS, { type: "appealed", on: "2025-04-01" }];
  expect(tableFourCell(buildProceeding(events, { kind: "litigation", route: "direct" }), 2025)).toEqual({
    row: "direct",
    column: "pending",
  });
});

test.each([
  ["维持原行政行为", "upheld"],
  ["驳回原告的诉讼请求", "upheld"],
  ["驳回行政复议请求", "upheld"],
  ["驳回行政复议申请", "other"],
  ["驳回起诉", "other"],
  ["准许撤回起诉", "other"],
  ["撤销答复，责令重新作出", "corrected"],
  ["确认答复违法", "corrected"],
  ["责令限期履行", "corrected"],
  ["终止行政复议", "other"],
  ["另案处理", null],
])("%s is usually counted as %s", (holding, result) => {
  expect(usualResult(holding)).toBe(result);
});
