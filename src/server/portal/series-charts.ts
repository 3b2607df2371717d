import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ReportSeries } from "../../report/public-report.js";
import { CHART_COLOURS, FONTS } from "../../web/design/tokens.js";
import { type ChartWithTable, type FigureColumn, yearsBetween } from "../../web/portal/series-page.js";

echarts.use([BarChart, GridComponent, SVGRenderer]);

/** Drawn with the colours of the style sheet, so that the same picture is light by day, dark by night and black on white in print. */
const INK = "var(--ink)";
const COLOURS = CHART_COLOURS.light.map((_, at) => `var(--chart-${at + 1})`);
/** A picture of few years is narrow: on a phone it is seen whole, in letters of the size they were drawn in. */
const WIDEST = 760;
const NARROWEST = 320;
const A_YEAR = 110;
const HEIGHT = 300;

const REQUESTS: readonly FigureColumn[] = [
  { name: "上年结转", of: ({ carriedIn }) => carriedIn },
  { name: "本年新收", of: ({ received }) => received },
  { name: "结转下年", of: ({ carriedOut }) => carriedOut },
];

const OUTCOMES: readonly FigureColumn[] = [
  { name: "予以公开", of: ({ outcomes }) => outcomes.granted },
  { name: "部分公开", of: ({ outcomes }) => outcomes.partial },
  { name: "不予公开", of: ({ outcomes }) => outcomes.denied },
  { name: "无法提供", of: ({ outcomes }) => outcomes.cannotProvide },
  { name: "不予处理", of: ({ outcomes }) => outcomes.notProcessed },
  { name: "其他处理", of: ({ outcomes }) => outcomes.other },
];

const REVIEWS: readonly FigureColumn[] = [
  { name: "复议", of: ({ reconsiderations }) => reconsiderations.total },
  { name: "其中纠正", of: ({ reconsiderations }) => reconsiderations.corrected },
  { name: "未经复议直接起诉", of: ({ directLawsuits }) => directLawsuits.total },
  { name: "复议后起诉", of: ({ laterLawsuits }) => laterLawsuits.total },
];

/** What was received, how it was answered, what became of reviews: three pictures over the years. */
export function seriesCharts(series: ReportSeries): ChartWithTable[] {
  if (series.years.length === 0) return [];
  const [first, last] = [series.years[0]?.year, series.years.at(-1)?.year];
  const span = first === last ? `${first}年` : `${first}至${last}年`;
  return [
    {
      id: "requests",
      title: "收到的申请",
      summary: `${span}上年结转、本年新收、结转下年的件数。`,
      width: widthOf(series),
      svg: isNothing(series, REQUESTS) ? null : bars(series, REQUESTS, false),
      columns: REQUESTS,
    },
    {
      id: "outcomes",
      title: "怎样答复",
      summary: `${span}各种办理结果的件数，一年一条。`,
      width: widthOf(series),
      svg: isNothing(series, OUTCOMES) ? null : bars(series, OUTCOMES, true),
      columns: OUTCOMES,
    },
    {
      id: "reviews",
      title: "行政复议和行政诉讼",
      summary: `${span}复议、诉讼的件数，以及复议中被纠正的件数。`,
      width: widthOf(series),
      svg: isNothing(series, REVIEWS) ? null : bars(series, REVIEWS, false),
      columns: REVIEWS,
    },
  ];
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
      textStyle: { fontFamily: FONTS.sans.replaceAll('"', "'"), fontSize: 13, color: INK },
      grid: { left: 8, right: 8, top: 24, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        type: "category",
        data: years.map(({ year }) => String(year)),
        axisTick: { show: false },
        axisLabel: { color: INK },
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
        label: { show: !isStacked, position: "top", color: INK, fontSize: 12 },
      })),
    });
    return responsive(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Its view box alone says how large it is, so it is as wide as the page allows. */
function responsive(svg: string): string {
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, "<svg")
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, "");
}
