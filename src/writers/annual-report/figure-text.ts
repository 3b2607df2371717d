import type { ComposedValue } from "../../report/composed-report.js";
import type { ColumnForm } from "../../report/format.js";

/** The text of a cell as it is printed: 「12」, 「+2」, 「316.4410万元」, 「22（其中修订16件）」. A blank cell is empty, never 0. */
export function figureText(value: ComposedValue | undefined, column: ColumnForm): string {
  if (value === undefined) return "";
  switch (value.kind) {
    case "blank":
      return "";
    case "text":
      return value.text;
    case "number": {
      const sign = column.kind === "change" && value.value > 0 ? "+" : "";
      const note = value.note === undefined ? "" : `（${value.note}）`;
      return `${sign}${decimals(value.value)}${value.unit ?? ""}${note}`;
    }
    default:
      return value satisfies never;
  }
}

/** All digits of a number, never an exponent: money has four decimals at most, and ten are more than any report prints. */
export function decimals(value: number): string {
  const text = String(value);
  if (!/e/.test(text)) return text;
  return Math.abs(value) < 1 ? value.toFixed(10).replace(/\.?0+$/, "") : value.toFixed(0);
}
