import type { Box } from "../../document/place.js";
import type { Glyph, Turn } from "./glyph.js";
import { joinWrapped, type Line, linesOf } from "./line.js";

// Word leaves 5.4 pt on either side of a cell, other programs less: a line is taken as full a little too early rather than too
// late, because two numbers of one cell that stand below each other are not one number.
const PADDING = 12;

/** The text of a cell: wrapped lines are joined, lines that end early are kept apart by a line break. */
export function cellText(glyphs: readonly Glyph[], box: Box): string {
  const texts: string[] = [];
  for (const turn of [0, 1, 3, 2] as const) {
    const turned = glyphs.filter((glyph) => glyph.turn === turn);
    if (turned.length === 0) continue;
    texts.push(isStacked(turned) ? stackText(turned) : joinLines(linesOf(turned), roomOf(box, turn)));
  }
  return texts.filter((text) => text !== "").join("\n");
}

function roomOf(box: Box, turn: Turn): number {
  return (turn % 2 === 0 ? box.right - box.left : box.bottom - box.top) - PADDING;
}

function joinLines(lines: readonly Line[], room: number): string {
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    if (before === undefined) text = line.text;
    else {
      const isWrapped = before.end - before.start + line.firstPiece > room;
      text = isWrapped ? joinWrapped(text, line.text) : `${text}\n${line.text}`;
    }
    before = line;
  }
  return text;
}

/**
 * True when upright characters run downwards in several columns: they were drawn one below the other, which a
 * horizontal text never is.
 */
function isStacked(glyphs: readonly Glyph[]): boolean {
  let down = 0;
  let across = 0;
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.isSpace) continue;
    if (before !== undefined) {
      const isBelow = Math.abs(glyph.x - before.x) < glyph.size * 0.4 && glyph.base > before.base + glyph.size * 0.6;
      if (isBelow) down++;
      else across++;
    }
    before = glyph;
  }
  return across > 0 && down > across;
}

/** Columns from right to left, each from top to bottom. */
function stackText(glyphs: readonly Glyph[]): string {
  const columns: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.x - a.x)) {
    if (glyph.isSpace) continue;
    const column = columns.at(-1);
    const first = column?.[0];
    if (column !== undefined && first !== undefined && first.x - glyph.x < glyph.size * 0.5) column.push(glyph);
    else columns.push([glyph]);
  }
  return columns
    .map((column) =>
      column
        .sort((a, b) => a.base - b.base)
        .map((glyph) => glyph.text)
        .join(""),
    )
    .join("");
}
