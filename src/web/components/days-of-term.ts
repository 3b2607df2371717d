import { dayAt, dayNumber, weekdayOf } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";

/** A stretch of days of the term as the API gives it (api/case-parts, DERIVATION_SPAN). */
export interface TermSpan {
  readonly kind: "day-zero" | "counted" | "day-off" | "excluded" | "set-aside" | "waiting" | "later-date";
  readonly from: string;
  readonly to: string | null;
  readonly workingDays: number;
  readonly nth: { readonly first: number; readonly last: number } | null;
  readonly part: "term" | "extension" | null;
  readonly why: string;
  readonly basis: string;
}

export interface TermDay {
  readonly on: string;
  /** 1 … 31 */
  readonly dayOfMonth: number;
  readonly kind: TermSpan["kind"] | "outside";
  readonly part: TermSpan["part"];
  /** Which working day of the term it is; null for a day that is not counted. */
  readonly nth: number | null;
  readonly why: string;
  readonly basis: string;
}

export interface TermMonth {
  /** 2026年3月 */
  readonly title: string;
  /** Weeks from Monday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (TermDay | null)[])[];
}

/** The months from the first to the last day of a term, each day with what it is and why: the calendar a person can check the date with. */
export function daysOfTerm(spans: readonly TermSpan[], until: string): TermMonth[] {
  const days = new Map<number, TermDay>();
  for (const span of spans) {
    const first = dayNumber(span.from as PlainDate); // the API gives days
    const last = Math.max(first, dayNumber((span.to ?? until) as PlainDate)); // likewise
    let nth = span.nth?.first ?? null;
    for (let number = first; number <= last && number - first < 1_000; number += 1) {
      const on = dayAt(number);
      days.set(number, {
        on,
        dayOfMonth: Number(on.slice(8)),
        kind: span.kind,
        part: span.part,
        nth,
        why: span.why,
        basis: span.basis,
      });
      if (nth !== null) nth += 1;
    }
  }
  const numbers = [...days.keys()].sort((one, other) => one - other);
  const [first] = numbers;
  const last = numbers.at(-1);
  return first === undefined || last === undefined ? [] : monthsBetween(first, last, days);
}

function monthsBetween(first: number, last: number, days: ReadonlyMap<number, TermDay>): TermMonth[] {
  const months: TermMonth[] = [];
  for (let number = first; number <= last; ) {
    const month = dayAt(number).slice(0, 7);
    const cells: (TermDay | null)[] = [];
    let day = number - Number(dayAt(number).slice(8)) + 1;
    for (let blank = mondayFirst(day); blank > 0; blank -= 1) cells.push(null);
    for (; dayAt(day).startsWith(month); day += 1) cells.push(days.get(day) ?? outside(day));
    while (cells.length % 7 !== 0) cells.push(null);
    months.push({
      title: `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    });
    number = day;
  }
  return months;
}

/** How many days of its week lie before a day, when weeks begin on Monday. */
function mondayFirst(number: number): number {
  return (weekdayOf(number) + 6) % 7;
}

function outside(number: number): TermDay {
  const on = dayAt(number);
  return { on, dayOfMonth: Number(on.slice(8)), kind: "outside", part: null, nth: null, why: "", basis: "" };
}
