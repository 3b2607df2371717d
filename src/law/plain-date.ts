/** A day of the civil calendar as "YYYY-MM-DD", with no time and no zone; compares with < and >. */
export type PlainDate = string & { readonly __plainDate: never };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day if it exists, else null: 2023-02-29 and 2023-13-01 do not. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  return dayOf(Number(year), Number(month), Number(day));
}

/** The day of a year, month (1–12) and day of month, or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate; // the one maker of the brand
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The calendar year of a day. */
export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** The day as it is written in Chinese documents: 2021年1月27日. */
export function chineseDay(day: PlainDate): string {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}
