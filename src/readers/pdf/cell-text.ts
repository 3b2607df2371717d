import type { Box } from "../../document/place.js";
import type { Glyph, Turn } from "./glyph.js";
import { isWide, joinWrapped, type Line, linesOf } from "./line.js";

interface Column {
  readonly column: number;
  readonly columnSpan: number;
}

/** What a cell says, before it is decided which of its lines belong together. */
interface CellLines {
  readonly turn: Turn;
  readonly lines: readonly Line[];
  /** Upright characters in columns from right to left, already in order. */
  readonly stacked: string | null;
}

// Word leaves 5.4 pt on either side of a cell, other programs less: a line is taken as full a little too early rather than too
// late, because two numbers of one cell that stand below each other are not one number.
const PADDING = 12;
const TURNS: readonly Turn[] = [0, 1, 3, 2];

/** The texts of the cells of a table: wrapped lines are joined, lines that end early are kept apart by a line break. */
export function cellTexts(cells: readonly Column[], contents: readonly (readonly Glyph[])[], boxes: readonly Box[]): string[] {
  const parts = contents.map((glyphs) => TURNS.flatMap((turn) => partOf(glyphs, turn)));
  const widest = widestLines(cells, parts);
  return parts.map((ofCell, index) => {
    const cell = cells[index];
    const box = boxes[index];
    if (cell === undefined || box === undefined) return "";
    const used = cell.columnSpan === 1 ? (widest.get(cell.column) ?? UNKNOWN) : UNKNOWN;
    return ofCell
      .map(({ turn, lines, stacked }) => stacked ?? joinLines(lines, roomOf(box, turn), turn === 0 ? used : UNKNOWN))
      .join("\n");
  });
}

function partOf(glyphs: readonly Glyph[], turn: Turn): CellLines[] {
  if (glyphs.length === 0) return [];
  const turned = glyphs.filter((glyph) => glyph.turn === turn);
  const lines = linesOf(turned);
  if (lines.length === 0) return [];
  return [{ turn, lines, stacked: isStacked(turned, lines) ? stackText(turned) : null }];
}

/** The longest lines in the narrow cells of a column, of any text and of numbers alone: no line there could have been longer. */
interface Widest {
  readonly text: number;
  readonly number: number;
}

const UNKNOWN: Widest = { text: Infinity, number: Infinity };
const NUMBER = /^[\d.,]+$/;

function widestLines(cells: readonly Column[], parts: readonly (readonly CellLines[])[]): Map<number, Widest> {
  const widest = new Map<number, Widest>();
  for (const [index, { column, columnSpan }] of cells.entries()) {
    if (columnSpan !== 1) continue;
    for (const { start, end, text } of (parts[index] ?? []).flatMap(({ turn, lines }) => (turn === 0 ? lines : []))) {
      const before = widest.get(column) ?? { text: 0, number: 0 };
      const number = NUMBER.test(text) ? Math.max(before.number, end - start) : before.number;
      widest.set(column, { text: Math.max(before.text, end - start), number });
    }
  }
  return widest;
}

function roomOf(box: Box, turn: Turn): number {
  return (turn % 2 === 0 ? box.right - box.left : box.bottom - box.top) - PADDING;
}

function joinLines(lines: readonly Line[], room: number, used: Widest): string {
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    if (before === undefined) text = line.text;
    else text = isWrapped(before, line, room, used) ? joinWrapped(text, line.text) : `${text}\n${line.text}`;
    before = line;
  }
  return text;
}

function isWrapped(before: Line, line: Line, room: number, used: Widest): boolean {
  // A number too long for its cell is divided anywhere; whole numbers below one another are divided between numbers.
  const isWithinNumber = /\d$/.test(before.text) && /^\d/.test(line.text);
  const width = before.end - before.start;
  const needed = width + (isWithinNumber ? line.firstGlyph : line.firstPiece);
  if (needed > room) return true;
  return needed > (isWithinNumber ? used.number : used.text) + 1 && width >= (room + PADDING) * 0.35;
}

/**
 * True when upright characters run downwards: one to a line, or in several columns that were drawn one below the
 * other, which a horizontal text never is.
 */
function isStacked(glyphs: readonly Glyph[], lines: readonly Line[]): boolean {
  if (lines.length > 1 && lines.every(({ text }) => [...text].length === 1 && isWide(text))) return true;
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
    if (column !== undefined && first !== undefined && first.x - glyph.x < glyph.size * 0.6) column.push(glyph);
    else columns.push([glyph]);
  }
  const inOrder = columns.map((column) => column.sort((a, b) => a.base - b.base));
  return inOrder.map((column) => column.map((glyph) => glyph.text).join("")).join("");
}
