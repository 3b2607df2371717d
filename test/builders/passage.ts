import { chineseNumeral } from "../../src/report/figures.js";
import type { HeadingMark, Passage } from "../../src/report/report.js";

const MARKS: readonly (readonly [level: HeadingMark["level"], pattern: RegExp])[] = [
  [1, /^\s*(([一二三四五六七八九十]{1,3})、)\s*/],
  [2, /^\s*([（(]([一二三四五六七八九十]{1,3})[）)])\s*/],
  [4, /^\s*([（(](\d{1,2})[）)])\s*/],
  [3, /^\s*((\d{1,2})[.、．])\s*/],
];

function headingOf(text: string): HeadingMark | null {
  for (const [level, pattern] of MARKS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, printed = "", digits = ""] = match;
    const number = /^\d+$/.test(digits) ? Number(digits) : (chineseNumeral(digits) ?? 0);
    return { level, printed, number, words: text.slice(whole.length).split("。")[0] ?? "" };
  }
  return null;
}

/** A passage in a Word file, with the mark of its heading if it begins with one. */
export function buildPassage(text: string, paragraph = 1): Passage {
  const heading = headingOf(text);
  const passage = { text, place: { kind: "paragraph" as const, paragraph }, block: paragraph, blockCount: 1 };
  return heading ? { ...passage, heading } : passage;
}
