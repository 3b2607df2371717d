import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { CHART_COLOURS, DARK, FONTS, LIGHT } from "../design/tokens.js";
import type { ChartData } from "./chart.js";

echarts.use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Draws bars into an element and keeps them in step with its size. Gives what takes them away again. */
export function drawChart(element: HTMLElement, { categories, series, isAcross, isStacked, unit }: ChartData, isDark: boolean) {
  const palette = isDark ? DARK : LIGHT;
  const chart = echarts.init(element, null, { renderer: "svg" });
  const names = { type: "category" as const, data: [...categories], axisTick: { show: false }, inverse: isAcross };
  const values = { type: "value" as const, minInterval: 1, splitLine: { lineStyle: { color: palette.line } } };
  const legend = series.length > 1 ? series.map(({ name }) => name) : [];
  const label = { axisLabel: { color: palette.ink, fontSize: 12, width: isAcross ? 170 : 90, overflow: "truncate" as const } };
  chart.setOption({
    animation: false,
    color: [...CHART_COLOURS[isDark ? "dark" : "light"]],
    textStyle: { fontFamily: FONTS.sans, fontSize: 13, color: palette.ink },
    grid: {
      left: 8,
      right: 24,
      top: legendHeight(legend, element.clientWidth),
      bottom: 8,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    ...(series.length > 1 && { legend: { top: 2, left: 0, itemGap: 18, textStyle: { color: palette.ink } } }),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      confine: true,
      // Drawn, not written as HTML: text with style attributes is what the policy of the page keeps out.
      renderMode: "richText",
      valueFormatter: (value: unknown) => (typeof value === "number" ? `${value} ${unit}` : "—"),
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.ink },
    },
    xAxis: { ...(isAcross ? values : names), ...label },
    yAxis: { ...(isAcross ? names : values), ...label },
    series: series.map(({ name, values: data }) => ({
      type: "bar",
      name,
      data: [...data],
      barMaxWidth: 28,
      ...(isStacked && { stack: "whole" }),
      ...(isAcross && !isStacked && { label: { show: true, position: "right", color: palette.ink } }),
    })),
  });
  const observer = new ResizeObserver(() => {
    chart.resize();
    chart.setOption({ grid: { top: legendHeight(legend, element.clientWidth) } });
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

const LETTER = 12;
/** The mark of a colour before its name, and the distance to the next. */
const MARK_AND_GAP = 50;
const LEGEND_LINE = 24;

/** What the legend takes of the height: it goes on in a further line where the names do not fit in one, and must not lie on the bars. */
export function legendHeight(names: readonly string[], width: number): number {
  let lines = names.length === 0 ? 0 : 1;
  let used = 0;
  for (const name of names) {
    const wanted = name.length * LETTER + MARK_AND_GAP;
    if (used > 0 && used + wanted > width) {
      lines += 1;
      used = 0;
    }
    used += wanted;
  }
  return 12 + lines * LEGEND_LINE;
}
