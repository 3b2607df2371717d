import { chineseDay, parsePlainDate } from "../../law/plain-date.js";

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The civil time in China of an instant in UTC, as the tags of a page want it: "2026-01-20 09:00". */
export function civilTime(instant: string): string {
  const time = new Date(Date.parse(instant) + CHINA_AHEAD).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}

/** 2026年1月20日, of a day or of an instant. */
export function chineseDate(dayOrInstant: string): string {
  if (dayOrInstant.length > 10) {
    const time = new Date(Date.parse(dayOrInstant) + CHINA_AHEAD);
    return `${time.getUTCFullYear()}年${time.getUTCMonth() + 1}月${time.getUTCDate()}日`;
  }
  const day = parsePlainDate(dayOrInstant);
  return day === null ? dayOrInstant : chineseDay(day);
}

/** 2026年1月20日 09:00, the civil time in China of an instant. */
export function chineseMinute(instant: string): string {
  return `${chineseDate(instant)} ${civilTime(instant).slice(11)}`;
}
