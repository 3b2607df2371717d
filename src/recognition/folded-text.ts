import { glossLength, signReadAs } from "../document/normalise.js";

/** A text as recognisable gives it, sign by sign, and for each of its characters the offset it came from. */
export interface FoldedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** What a paragraph says of itself it says at its beginning; one this long is a book or an attack. */
const LONGEST = 20_000;

/** Folds a text so that one pattern fits 「2020 年1月」 and 「２０２０年 １月」, and every match can be shown where it stands. */
export function foldedText(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = "";
  for (let at = 0; at < Math.min(text.length, LONGEST); at++) {
    const code = text.charCodeAt(at);
    const sign = signReadAs(code);
    if (sign === "") continue;
    if (sign === "(") {
      const gloss = glossLength(text, at);
      if (gloss > 0) {
        at += gloss - 1;
        continue;
      }
    }
    folded += sign;
    offsets.push(at);
  }
  return { text: folded, offsets };
}

/** Where a stretch of the folded text stands in the text itself. */
export function stretchOf(
  { offsets }: FoldedText,
  from: number,
  length: number,
): { readonly start: number; readonly end: number } {
  const start = offsets[from] ?? 0;
  const last = offsets[from + Math.max(length, 1) - 1] ?? start;
  return { start, end: last + 1 };
}
