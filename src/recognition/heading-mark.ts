import { chineseNumeral } from "../report/figures.js";
import type { HeadingMark } from "../report/report.js";

interface MarkForm {
  readonly level: HeadingMark["level"];
  readonly pattern: RegExp;
}

const RESIDUE = "^(?:\\[bookmark:[^\\]]*\\])?[\\s\\u3000]*";

/** 一、 · （一） · 1. · （1） · 一是, as the official style of documents numbers (GB/T 9704). */
const FORMS: readonly MarkForm[] = [
  { level: 1, pattern: new RegExp(`${RESIDUE}(([一二三四五六七八九十]{1,3})\\s*[、.．,，:：])`) },
  { level: 2, pattern: new RegExp(`${RESIDUE}([（(]\\s*([一二三四五六七八九十]{1,3})\\s*[）)][、.．]?)`) },
  { level: 4, pattern: new RegExp(`${RESIDUE}([（(]\\s*([\\d０-９]{1,2})\\s*[）)])`) },
  { level: 3, pattern: new RegExp(`${RESIDUE}(([\\d０-９]{1,2})\\s*[、．.](?![\\d０-９]))`) },
  { level: 3, pattern: new RegExp(`${RESIDUE}(([一二三四五六七八九十]{1,3})是)`) },
];

const FIRST_SIGNS = "一二三四五六七八九十（([0123456789０１２３４５６７８９";
const LONGEST_HEADING = 40;

/** The number and the words of the heading a passage begins with, or null. */
export function headingMark(text: string): HeadingMark | null {
  if (!FIRST_SIGNS.includes(text.charAt(0)) && !/^\s/.test(text)) return null;
  for (const { level, pattern } of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, printed = "", digits = ""] = match;
    const number = /\d/.test(digits.normalize("NFKC")) ? Number(digits.normalize("NFKC")) : chineseNumeral(digits);
    if (number === null) continue;
    return { level, printed, number, words: headingWords(text.slice(whole.length)) };
  }
  return null;
}

/** The words of a heading: all of a short line, or what stands before the first full stop. */
function headingWords(text: string): string {
  const end = text.search(/[。；;]/);
  const words = end < 0 ? text : text.slice(0, end);
  if (words.length <= LONGEST_HEADING) return words.trim();
  const colon = words.search(/[：:]/);
  return (colon >= 0 ? words.slice(0, colon) : words).trim();
}
