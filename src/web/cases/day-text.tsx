import { chineseDay, parsePlainDate } from "../../law/plain-date.js";

/** 2026年3月5日; nothing where there is no day. */
export function dayText(day: string | null): string {
  const parsed = day === null ? null : parsePlainDate(day);
  return parsed === null ? (day ?? "") : chineseDay(parsed);
}

const MINUTE = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Asia/Shanghai",
  hour12: false,
} as const;
const MINUTES = new Intl.DateTimeFormat("zh-CN", MINUTE);

/** 2026/03/05 09:30, in China. */
export function minuteText(instant: string): string {
  return MINUTES.format(new Date(instant));
}
