import { addDays } from "../../law/calendar/day-arithmetic.js";
import { dayOf, type PlainDate } from "../../law/plain-date.js";

const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:$|[\sT].*$)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as tables write it: 2025-3-1, 2025/03/01, 2025年3月1日, 20250301, with a time behind it, or the number of a spreadsheet. */
export function writtenDay(text: string): PlainDate | null {
  const plain = text.normalize("NFKC").trim();
  const [, year, month, day] = WRITTEN.exec(plain) ?? COMPACT.exec(plain) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  // Day 1 of a workbook is 1900-01-01; the count has a leap day too many.
  const epoch = dayOf(1899, 12, 30);
  return serial >= 20_000 && serial <= 80_000 && epoch !== null ? addDays(epoch, serial) : null;
}

const DIGITS = "〇一二三四五六七八九";

/** A day in Chinese numerals as it stands under a document: 二〇二五年三月十二日. */
export function chineseNumeralDay(text: string): PlainDate | null {
  const [, year = "", month = "", day = ""] =
    /^([〇○零Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/.exec(text.trim()) ?? [];
  if (year === "") return null;
  const digits = [...year].map((sign) => ("○零Ｏ".includes(sign) ? 0 : DIGITS.indexOf(sign)));
  return dayOf(Number(digits.join("")), numeral(month), numeral(day));
}

/** 一 to 三十一. */
function numeral(text: string): number {
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["零", text];
  const ten = tens === "" ? 1 : tens === "零" ? 0 : DIGITS.indexOf(tens);
  return ten * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
