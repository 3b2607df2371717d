import { expect, test } from "vitest";
import type { ReportSeries } from "../../src/report/public-report.js";
import { seriesCharts } from "../../src/server/portal/series-charts.js";

const REVIEW = { total: 0, upheld: 0, corrected: 0, other: 0, pending: 0 };
const year = (of: number, received: number): ReportSeries["years"][number] => ({
  ...{ year: of, received, carriedIn: 0, carriedOut: 0 },
  outcomes: { granted: received, partial: 0, denied: 0, cannotProvide: 0, notProcessed: 0, other: 0, total: received },
  ...{ reconsiderations: REVIEW, directLawsuits: REVIEW, laterLawsuits: REVIEW },
});
const chartsOf = (...years: ReportSeries["years"]) => seriesCharts({ agencyId: "a", agencyName: "甲局", years });

test("the years without a report have their place on the axis", () => {
  const [requests] = chartsOf(year(2020, 3), year(2023, 5));
  expect(requests?.summary).toBe("2020至2023年上年结转、本年新收、结转下年的件数。");
  for (const one of ["2020", "2021", "2022", "2023"]) expect(requests?.svg).toContain(`>${one}</text>`);
});

test("one year is called one year, and where all is zero nothing is drawn", () => {
  const [requests, , reviews] = chartsOf(year(2021, 4));
  expect(requests?.summary).toBe("2021年上年结转、本年新收、结转下年的件数。");
  expect([typeof requests?.svg, reviews?.svg]).toEqual(["string", null]);
});

test("more years make a wider picture, up to what a page holds", () => {
  const widthOf = (count: number) => chartsOf(...Array.from({ length: count }, (_, at) => year(2010 + at, 1)))[0]?.width;
  expect([widthOf(1), widthOf(5), widthOf(20)]).toEqual([320, 550, 760]);
});
