import type { Glyph } from "./glyph.js";
import { isWide, type Line, lineOf, rowsOf } from "./line.js";

/** A stretch of a line with nothing but narrow gaps in it: one cell of a table without lines shows one on each of its lines. */
export interface Chunk {
  readonly line: Line;
  /** Index of the row of characters it was cut from. */
  readonly row: number;
  readonly isFigure: boolean;
  readonly glyphs: readonly Glyph[];
}

// Programs put up to a quarter of an em between an ideograph and a letter by themselves.
const GAP = 0.38;
const FIGURE = /^(?:[+-]?[\d,]+(?:\.\d+)?(?:[万亿]?元|件|条|宗|%)?|[-—–/]|无)$/;

/** Cuts the lines of a page at the gaps between columns. */
export function chunksOf(glyphs: readonly Glyph[]): Chunk[] {
  return rowsOf(glyphs).flatMap((row, index) => {
    const runs: Glyph[][] = [];
    let before: Glyph | undefined;
    for (const glyph of row) {
      if (glyph.isSpace) continue;
      const run = runs.at(-1);
      if (run === undefined || before === undefined || isGap(before, glyph)) runs.push([glyph]);
      else run.push(glyph);
      before = glyph;
    }
    return runs.flatMap((run): Chunk[] => {
      const line = lineOf(run);
      return line === null ? [] : [{ line, row: index, isFigure: FIGURE.test(line.text.normalize("NFKC")), glyphs: run }];
    });
  });
}

/** Between a word and a figure any gap that is not the program's own counts; between two words of one script a wider one. */
function isGap(left: Glyph, right: Glyph): boolean {
  const gap = (right.start - left.end) / Math.max(left.size, right.size);
  // 「，」 and the like fill their place only by half and may be set closer.
  return gap > (isWide(left.text) === isWide(right.text) ? GAP : GAP + 0.04);
}
