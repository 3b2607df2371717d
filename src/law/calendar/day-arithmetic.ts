import { dayOf, daysInMonth, type PlainDate } from "../plain-date.js";

/** The number of a day in a row without gaps; 1970-01-01 is 0. Counting runs on these, so no time zone can shift a day. */
export function dayNumber(day: PlainDate): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const dayOfMonth = Number(day.slice(8, 10));
  // Years are taken to begin in March, so that the leap day is their last one.
  const yearFromMarch = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return yearFromMarch * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 719_469;
}

/** The day with a number. Loud outside the years 1 to 9999, which "YYYY-MM-DD" cannot write. */
export function dayAt(number: number): PlainDate {
  const sinceMarch = number + 719_468;
  let year = Math.floor((sinceMarch * 400) / 146_097);
  const startOf = (candidate: number) =>
    candidate * 365 + Math.floor(candidate / 4) - Math.floor(candidate / 100) + Math.floor(candidate / 400);
  // The mean length of a year is a little short at the end of a cycle of leap years.
  if (startOf(year + 1) <= sinceMarch) year += 1;
  const dayOfYear = sinceMarch - startOf(year);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const civilYear = month > 2 ? year : year + 1;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const day = civilYear >= 1 && civilYear <= 9999 ? dayOf(civilYear, month, dayOfMonth) : null;
  if (day === null) throw new RangeError(`There is no day with the number ${number}.`);
  return day;
}

/** 0 for Sunday to 6 for Saturday, of a day's number. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The day so many calendar days later. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayAt(dayNumber(day) + days);
}

/**
 * The corresponding day so many months later, or the last day of that month where it has no such day
 * (民法典 第二百零二条: 到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日).
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const monthIndex = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  const found = dayOf(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
  if (found === null || year < 1 || year > 9999) throw new RangeError(`There is no day ${months} months after ${day}.`);
  return found;
}
