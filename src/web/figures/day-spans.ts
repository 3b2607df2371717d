/** Answers by working days, put together where the law draws lines: 20 days, and 40 with an extension (第三十三条). */
export interface DaySpan {
  readonly label: string;
  readonly count: number;
  readonly late: number;
}

const SPANS: readonly (readonly [from: number, to: number, label: string])[] = [
  [Number.NEGATIVE_INFINITY, 0, "当日"],
  [1, 5, "1–5"],
  [6, 10, "6–10"],
  [11, 15, "11–15"],
  [16, 20, "16–20"],
  [21, 30, "21–30"],
  [31, 40, "31–40"],
  [41, Number.POSITIVE_INFINITY, "40 以上"],
];

export function daySpans(days: readonly { readonly days: number; readonly count: number; readonly late: number }[]): DaySpan[] {
  if (days.length === 0) return [];
  return SPANS.map(([from, to, label]) => {
    const own = days.filter((one) => one.days >= from && one.days <= to);
    const sum = (of: "count" | "late") => own.reduce((total, one) => total + one[of], 0);
    return { label, count: sum("count"), late: sum("late") };
  });
}
