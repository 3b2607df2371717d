import { dayOf, type PlainDate } from "../law/plain-date.js";
import { chineseNumeral } from "../report/figures.js";
import { foldedText, stretchOf } from "./folded-text.js";
import { writtenYear } from "./written-year.js";

/** A date as it is written, the day it means or null when the calendar has no such day, and where it stands in the text. */
export interface FoundDate {
  readonly value: PlainDate | null;
  readonly start: number;
  readonly end: number;
}

const ARABIC = /(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号|(?!\d))/g;
const CHINESE = /([二一][〇零○Ｏ0O九一二三四五六七八]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?/g;

/** Every date of a text in order: 2021年1月27日, 2021-1-27, 2021.01.27, 二〇二一年一月二十七日. */
export function findDates(text: string): FoundDate[] {
  const folded = foldedText(text);
  const found: FoundDate[] = [];
  for (const match of folded.text.matchAll(ARABIC)) {
    const [whole, year = "", month = "", day = ""] = match;
    found.push({ value: dayOf(Number(year), Number(month), Number(day)), ...stretchOf(folded, match.index, whole.length) });
  }
  for (const match of folded.text.matchAll(CHINESE)) {
    const [whole, year = "", month = "", day = ""] = match;
    const numbers = [writtenYear(year), chineseNumeral(month), chineseNumeral(day)] as const;
    const value = numbers[0] === null ? null : dayOf(numbers[0], numbers[1] ?? 0, numbers[2] ?? 0);
    found.push({ value, ...stretchOf(folded, match.index, whole.length) });
  }
  return found.sort((first, second) => first.start - second.start);
}
