import { addDays, dayNumber, weekdayOf } from "../../law/calendar/day-arithmetic.js";
import { dayOf, type PlainDate } from "../../law/plain-date.js";

const WAYS_TO_WRITE = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/** The day that somebody typed: 2025-11-03, 20251103, 2025/11/3, 2025.11.3 or 2025年11月3日; null where it is no day, or none yet. */
export function typedDay(text: string): PlainDate | null {
  const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
  for (const way of WAYS_TO_WRITE) {
    const match = way.exec(plain);
    if (match !== null) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return null;
}

/** The day so many days on, for the arrow keys; null where there is none to go on from. */
export function dayBeside(text: string, days: number): PlainDate | null {
  const day = typedDay(text);
  return day === null ? null : addDays(day, days);
}

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"] as const;

/** 周一 to 周日: a day that was mistyped is often told by it. */
export function weekdayName(day: PlainDate): string {
  return WEEKDAYS[weekdayOf(dayNumber(day))] ?? "";
}
