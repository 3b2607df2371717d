import type { ReportSeries } from "../../report/public-report.js";
import { FIGURE_GROUPS, type FigureColumn } from "../../web/portal/figure-groups.js";
import { type ChartWithTable, yearsBetween } from "../../web/portal/series-page.js";
import { barChart } from "./bar-chart.js";

/** A picture of few years is narrow: on a phone it is seen whole, in letters of the size they were drawn in. */
const WIDEST = 760;
const NARROWEST = 320;
const A_YEAR = 110;
const HEIGHT = 300;

const SUMMARIES = {
  requests: "上年结转、本年新收、结转下年的件数。",
  outcomes: "各种办理结果的件数，一年一条。",
  reviews: "复议、诉讼的件数，以及复议中被纠正的件数。",
} as const;

/** What was received, how it was answered, what became of reviews: three pictures over the years. */
export function seriesCharts(series: ReportSeries): ChartWithTable[] {
  if (series.years.length === 0) return [];
  const [first, last] = [series.years[0]?.year, series.years.at(-1)?.year];
  const span = first === last ? `${first}年` : `${first}至${last}年`;
  return FIGURE_GROUPS.map(({ id, title, columns, isWhole }) => ({
    id,
    title,
    columns,
    summary: `${span}${SUMMARIES[id]}`,
    width: widthOf(series),
    svg: isNothing(series, columns)
      ? null
      : barChart({ width: widthOf(series), height: HEIGHT, columns, isWhole, isLying: false, places: placesOf(series) }),
  }));
}

/** An empty frame tells less than a sentence. */
function isNothing({ years }: ReportSeries, columns: readonly FigureColumn[]): boolean {
  return years.every((year) => columns.every(({ of }) => (of(year) ?? 0) === 0));
}

function widthOf(series: ReportSeries): number {
  return Math.min(Math.max(NARROWEST, yearsBetween(series).length * A_YEAR), WIDEST);
}

function placesOf(series: ReportSeries) {
  return yearsBetween(series).map(({ year, figures }) => ({ name: String(year), figures }));
}
