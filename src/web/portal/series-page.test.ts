import { expect, test } from "vitest";
import type { YearFigures } from "../../report/public-report.js";
import { yearsBetween } from "./series-page.js";

const NONE = { total: null, upheld: null, corrected: null, other: null, pending: null };
const figuresOf = (year: number): YearFigures => ({
  ...{ year, received: 1, carriedIn: 0, carriedOut: 0 },
  outcomes: { granted: 1, partial: 0, denied: 0, cannotProvide: 0, notProcessed: 0, other: 0, total: 1 },
  ...{ reconsiderations: NONE, directLawsuits: NONE, laterLawsuits: NONE },
});
const series = (...years: number[]) => ({ agencyId: "a", agencyName: "甲局", years: years.map(figuresOf) });

test("a year without a report keeps its place between two that have one", () => {
  expect(yearsBetween(series(2020, 2023)).map(({ year, figures }) => [year, figures?.year ?? null])).toEqual([
    [2020, 2020],
    [2021, null],
    [2022, null],
    [2023, 2023],
  ]);
});

test("one report is one year, none is none, and a year that cannot be does not make the list endless", () => {
  expect(yearsBetween(series(2024))).toHaveLength(1);
  expect(yearsBetween(series())).toEqual([]);
  expect(yearsBetween(series(20, 2024)).map(({ year }) => year)).toEqual(Array.from({ length: 60 }, (_, at) => 1965 + at));
});
