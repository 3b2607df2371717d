/** A text without white space and with plain digits and signs, and for each of its characters the offset it came from. */
export interface FoldedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Folds a text so that one pattern fits 「2020 年1月」 and 「２０２０年 １月」, and every match can be shown where it stands. */
export function foldedText(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff) continue;
    folded += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
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
