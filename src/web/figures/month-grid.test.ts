import { expect, test } from "vitest";
import { type Figure, figuresToSend, keyOf, standingFigures, totalOf } from "./month-grid.js";

const figure = (month: string, value: number, version = 1): Figure => ({
  row: "art20_5.licensing",
  column: "decisions",
  month,
  value,
  source: "张敏填报",
  version,
  recordedAt: "2026-01-05T01:00:00.000Z",
  recordedBy: "张敏",
  reason: null,
});
const key = (month: string) => keyOf({ row: "art20_5.licensing", column: "decisions", month });

test("only numbers that changed are sent, with the version they were read at; a cell that was emptied is left as it is", () => {
  const standing = standingFigures([figure("2025-01", 12, 3), figure("2025-02", 7), figure("2025-03", 9)]);
  const typed = new Map<string, number | null>([
    [key("2025-01"), 13],
    [key("2025-02"), 7],
    [key("2025-03"), null],
    [key("2025-04"), 0],
  ]);
  expect(figuresToSend(typed, standing, "抄错")).toEqual([
    { row: "art20_5.licensing", column: "decisions", month: "2025-01", value: 13, version: 3, reason: "抄错" },
    { row: "art20_5.licensing", column: "decisions", month: "2025-04", value: 0, version: 0 },
  ]);
});

test("a sum of money has no dust of binary fractions, and a row without figures has no sum", () => {
  const asked = { row: "r", column: "c", label: "", unit: "万元", isPowerless: false, missing: [] };
  const values = new Map([
    ["r|c|2025-01", 0.1],
    ["r|c|2025-02", 0.2],
  ]);
  const months = ["2025-01", "2025-02", "2025-03"];
  expect(totalOf(asked, months, (at) => values.get(at) ?? null)).toBe(0.3);
  expect(totalOf({ ...asked, column: "d" }, months, (at) => values.get(at) ?? null)).toBeNull();
});
