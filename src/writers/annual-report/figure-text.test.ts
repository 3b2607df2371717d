import { expect, test } from "vitest";
import type { ComposedValue } from "../../report/composed-report.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../../report/formats/annual-report-2021.js";
import { figureText } from "./figure-text.js";

const columnOf = (id: string) => {
  const all = [annualReport2019, annualReport2021].flatMap(({ tables }) =>
    Object.values(tables).flatMap(({ columns }) => columns),
  );
  const column = all.find((candidate) => candidate.id === id);
  if (!column) throw new Error(id);
  return column;
};
const number = (value: number, rest: object = {}): ComposedValue => ({ kind: "number", value, ...rest });

test.each([
  ["made", number(12), "12"],
  ["made", number(0), "0"],
  ["made", { kind: "blank" }, ""],
  ["made", undefined, ""],
  ["made", number(22, { note: "其中修订16件" }), "22（其中修订16件）"],
  ["change", number(2), "+2"],
  ["change", number(-1), "-1"],
  ["change", number(0), "0"],
  ["amount", number(347.92, { unit: "万元" }), "347.92万元"],
  ["amount_wan", number(59237.2449), "59237.2449"],
  ["amount_wan", number(0.0001), "0.0001"],
  ["amount_wan", number(0.0000001), "0.0000001"],
  ["amount_wan", number(123456789012345), "123456789012345"],
  ["made", { kind: "text", text: "约5件" }, "约5件"],
] as const)("prints %s %j as %j", (column, value, text) => {
  expect(figureText(value, columnOf(column))).toBe(text);
});
