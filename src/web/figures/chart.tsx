import { useEffect, useRef } from "react";
import { useDarkness } from "../office/use-darkness.js";

/** Bars: what stands on the axis, and one row of numbers for each colour. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly unit: string;
  /** Bars lie, for long names. */
  readonly isAcross?: boolean;
  readonly isStacked?: boolean;
}

interface ChartProps {
  readonly data: ChartData;
  /** What the picture shows, for whoever does not see it; the numbers are in the table beside it. */
  readonly label: string;
  readonly height?: number;
}

/** A picture of some numbers. The library is fetched when the first one is shown; the place is kept until then. */
export function Chart({ data, label, height = 260 }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const isDark = useDarkness();
  const text = JSON.stringify(data);
  useEffect(() => {
    let isGone = false;
    let clear = () => {};
    void import("./draw-chart.js").then(({ drawChart }) => {
      if (!isGone && place.current !== null) clear = drawChart(place.current, JSON.parse(text) as ChartData, isDark); // what was put in just above
    });
    return () => {
      isGone = true;
      clear();
    };
  }, [text, isDark]);
  return <div ref={place} role="img" aria-label={label} style={{ blockSize: height, inlineSize: "100%" }} />;
}
