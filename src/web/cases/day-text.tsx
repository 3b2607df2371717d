import { chineseDay, parsePlainDate } from "../../law/plain-date.js";

/** 2026年3月5日; nothing where there is no day. */
export function dayText(day: string | null): string {
  const parsed = day === null ? null : parsePlainDate(day);
  return parsed === null ? (day ?? "") : chineseDay(parsed);
}

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** 2026年3月5日 09:30, in China. */
export function minuteText(instant: string): string {
  const there = new Date(Date.parse(instant) + CHINA_AHEAD).toISOString();
  return `${dayText(there.slice(0, 10))} ${there.slice(11, 16)}`;
}
