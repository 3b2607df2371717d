import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { FONTS } from "../../web/design/tokens.js";
import type { FigureGroup } from "../../web/portal/figure-groups.js";
import type { AgencyFigures } from "../../web/portal/figures-page.js";
import { CHART_INK, COLOURS, responsive } from "./series-charts.js";

echarts.use([BarChart, GridComponent, SVGRenderer]);

/** More bars than this are no picture. */
export const MOST_BARS = 30;
const WIDTH = 760;
const NAME_WIDTH = 150;
const ROW = 36;

/** The agencies of one year under each other, those with the most first; null where no figure is above zero. */
export function agencyChart({ columns, isWhole }: FigureGroup, rows: readonly AgencyFigures[]): string | null {
  const sizeOf = ({ figures }: AgencyFigures) => columns.reduce((sum, { of }) => sum + (of(figures) ?? 0), 0);
  const shown = rows
    .filter((row) => sizeOf(row) > 0)
    .sort((one, other) => sizeOf(other) - sizeOf(one))
    .slice(0, MOST_BARS);
  if (shown.length === 0) return null;
  const height = shown.length * (isWhole ? ROW : ROW + columns.length * 6) + 40;
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: FONTS.sans.replaceAll('"', "'"), fontSize: 13, color: CHART_INK },
      grid: { left: 8, right: 40, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        type: "value",
        minInterval: 1,
        splitLine: { lineStyle: { color: "var(--line)" } },
        axisLabel: { color: "var(--muted)" },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: shown.map(({ agencyName }) => agencyName),
        axisTick: { show: false },
        axisLabel: { color: CHART_INK, width: NAME_WIDTH, overflow: "break", interval: 0 },
      },
      series: columns.map(({ name, of }) => ({
        type: "bar",
        name,
        barMaxWidth: isWhole ? 22 : 12,
        ...(isWhole && { stack: "all" }),
        data: shown.map(({ figures }) => of(figures) ?? "-"),
        label: { show: !isWhole, position: "right", color: CHART_INK, fontSize: 12 },
      })),
    });
    return responsive(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
