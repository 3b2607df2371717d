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
  const label = { axisLabel: { color: palette.ink, fontSize: 12, width: isAcross ? 170 : 90, overflow: "truncate" as const } };
  chart.setOption({
    animation: false,
    color: [...CHART_COLOURS[isDark ? "dark" : "light"]],
    textStyle: { fontFamily: FONTS.sans, fontSize: 13, color: palette.ink },
    grid: {
      left: 8,
      right: 24,
      top: series.length > 1 ? 40 : 12,
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
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
