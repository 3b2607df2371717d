import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { YearFigures } from "../../report/public-report.js";
import { CHART_COLOURS, FONTS } from "../../web/design/tokens.js";
import type { FigureColumn } from "../../web/portal/figure-groups.js";

echarts.use([BarChart, GridComponent, SVGRenderer]);

/** Drawn with the colours of the style sheet, so that the same picture is light by day, dark by night and black on white in print. */
const INK = "var(--ink)";
const COLOURS = CHART_COLOURS.light.map((_, at) => `var(--chart-${at + 1})`);
const NAME_WIDTH = 150;

interface BarPicture {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly FigureColumn[];
  /** Whether the columns are parts of one whole: then they are one bar. */
  readonly isWhole: boolean;
  /** Long names stand beside bars that lie; years stand below bars that stand. */
  readonly isLying: boolean;
  /** A place without figures is kept and stays empty. */
  readonly places: readonly { readonly name: string; readonly figures: YearFigures | null }[];
}

/** Bars as svg. Its view box alone says how large it is, so it is as wide as the page allows; a cell that is not filled in has no bar. */
export function barChart({ width, height, columns, isWhole, isLying, places }: BarPicture): string {
  const names = {
    type: "category",
    data: places.map(({ name }) => name),
    axisTick: { show: false },
    axisLabel: { color: INK, ...(isLying && { width: NAME_WIDTH, overflow: "break", interval: 0 }) },
    inverse: isLying,
  } as const;
  const numbers = {
    type: "value",
    minInterval: 1,
    splitLine: { lineStyle: { color: "var(--line)" } },
    axisLabel: { color: "var(--muted)" },
  } as const;
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: FONTS.sans.replaceAll('"', "'"), fontSize: 13, color: INK },
      // Beside or above the longest bar there is room for its figure.
      grid: {
        ...(isLying ? { left: 8, right: 40, top: 8, bottom: 8 } : { left: 8, right: 8, top: 24, bottom: 8 }),
        ...{ outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      },
      xAxis: isLying ? numbers : names,
      yAxis: isLying ? names : numbers,
      series: columns.map(({ name, of }) => ({
        type: "bar",
        name,
        barMaxWidth: (isWhole ? 44 : 22) / (isLying ? 2 : 1),
        ...(isWhole && { stack: "all" }),
        data: places.map(({ figures }) => (figures === null ? null : of(figures)) ?? "-"),
        label: { show: !isWhole, position: isLying ? "right" : "top", color: INK, fontSize: 12 },
      })),
    });
    return withoutSize(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function withoutSize(svg: string): string {
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, "<svg")
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/, "");
}
