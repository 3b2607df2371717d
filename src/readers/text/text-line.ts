import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";

/** A line with something on it; blank lines are only counted. */
export interface TextLine {
  readonly text: string;
  /** Counts from 1, as an editor shows it. */
  readonly number: number;
  /** How many blank lines stand before it. */
  readonly blanksBefore: number;
}

const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;
const BREAKS = /[\n\f]/g;
const SOMETHING = /[^\s\u200b\ufeff]|\t/;

/**
 * The lines of a text that hold something. A form feed ends a page and counts as a blank line; the cell mark of Word (U+0007)
 * is read as the tab it stands for.
 */
export function textLines(text: string): TextLine[] {
  const whole = text.replace(LINE_ENDS, "\n").replaceAll("\u0007", "\t").replaceAll("\u000b", " ");
  const lines: TextLine[] = [];
  let blanks = 0;
  let number = 1;
  let from = 0;
  const take = (end: number): void => {
    const part = whole.slice(from, end);
    if (!SOMETHING.test(part)) blanks++;
    else {
      if (lines.length >= LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `文字超过 ${LIMITS.cells} 行` });
      lines.push({ text: part, number, blanksBefore: blanks });
      blanks = 0;
    }
    from = end + 1;
  };
  for (const end of whole.matchAll(BREAKS)) {
    take(end.index);
    if (end[0] === "\n") number++;
  }
  take(whole.length);
  return lines;
}

const RULER = /^[\s|:+\-=_─━—–*]+$/;
const RULER_DASHES = /[-=_─━—–*]{3}/;

/** A line that only draws: 「------」, 「|---|---|」, 「+----+」. */
export const isRuler = (text: string): boolean => RULER.test(text) && RULER_DASHES.test(text);

const PAGE_NUMBER = /^\s{0,99}(?:[-—–－·]\s{0,3}\d{1,4}\s{0,3}[-—–－·]|\d{1,4}|第\s?\d{1,4}\s?页.{0,12})\s{0,99}$/;

/** A line with nothing but the number of a page: 「1625」, 「- 3 -」, 「第 3 页 共 9 页」. */
export const isPageNumber = (text: string): boolean => text.length < 200 && PAGE_NUMBER.test(text);

/** The width of a text in columns of a terminal: a Chinese character takes two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) >= 0x1100 ? 2 : 1;
  return width;
}
