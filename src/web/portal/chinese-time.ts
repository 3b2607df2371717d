import { chineseDay, parsePlainDate } from "../../law/plain-date.js";

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The civil time in China of an instant in UTC, as the tags of a page want it: "2026-01-20 09:00". */
export function civilTime(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().slice(0, 16).replace("T", " ");
}

/** 2026年1月20日, of a day or of an instant. */
export function chineseDate(dayOrInstant: string): string {
  const text = dayOrInstant.length > 10 ? civilTime(dayOrInstant).slice(0, 10) : dayOrInstant;
  const day = parsePlainDate(text);
  return day === null ? text : chineseDay(day);
}

/** 2026年1月20日 09:00, the civil time in China of an instant. */
export function chineseMinute(instant: string): string {
  return `${chineseDate(instant)} ${civilTime(instant).slice(11)}`;
}
