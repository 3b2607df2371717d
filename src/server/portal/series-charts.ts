import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ReportSeries } from "../../report/public-report.js";
import { CHART_COLOURS, FONTS } from "../../web/design/tokens.js";
import { FIGURE_GROUPS, type FigureColumn } from "../../web/portal/figure-groups.js";
import { type ChartWithTable, yearsBetween } from "../../web/portal/series-page.js";

echarts.use([BarChart, GridComponent, SVGRenderer]);

/** Drawn with the colours of the style sheet, so that the same picture is light by day, dark by night and black on white in print. */
export const CHART_INK = "var(--ink)";
export const COLOURS = CHART_COLOURS.light.map((_, at) => `var(--chart-${at + 1})`);
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
    svg: isNothing(series, columns) ? null : bars(series, columns, isWhole),
  }));
}

/** An empty frame tells less than a sentence. */
function isNothing({ years }: ReportSeries, columns: readonly FigureColumn[]): boolean {
  return years.every((year) => columns.every(({ of }) => (of(year) ?? 0) === 0));
}

function widthOf(series: ReportSeries): number {
  return Math.min(Math.max(NARROWEST, yearsBetween(series).length * A_YEAR), WIDEST);
}

function bars(series: ReportSeries, columns: readonly FigureColumn[], isStacked: boolean): string {
  const years = yearsBetween(series);
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: widthOf(series), height: HEIGHT });
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: FONTS.sans.replaceAll('"', "'"), fontSize: 13, color: CHART_INK },
      grid: { left: 8, right: 8, top: 24, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        type: "category",
        data: years.map(({ year }) => String(year)),
        axisTick: { show: false },
        axisLabel: { color: CHART_INK },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: "var(--line)" } },
        axisLabel: { color: "var(--muted)" },
      },
      series: columns.map(({ name, of }) => ({
        type: "bar",
        name,
        barMaxWidth: isStacked ? 44 : 22,
        ...(isStacked && { stack: "all" }),
        data: years.map(({ figures }) => (figures === null ? null : of(figures)) ?? "-"),
        label: { show: !isStacked, position: "top", color: CHART_INK, fontSize: 12 },
      })),
    });
    return responsive(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Its view box alone says how large it is, so it is as wide as the page allows. */
export function responsive(svg: string): string {
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, "<svg")
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, "");
}
