import type { GridCell } from "../../document/document.js";
import type { Box } from "../../document/place.js";
import { cellText } from "./cell-text.js";
import type { Glyph } from "./glyph.js";
import { runBox } from "./glyph.js";
import { type Line, linesOf } from "./line.js";
import { cellAt, cellBox, type RuledTable, tableBox } from "./ruled-table.js";

/** A line of running text and where it stands. */
export interface LineBlock {
  readonly kind: "line";
  readonly line: Line;
  readonly box: Box;
}

/** A table of one page; `xs` are the places of its columns' borders, by which its rows on the next page are known. */
export interface TableBlock {
  readonly kind: "table";
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  readonly ragged: boolean;
  readonly box: Box;
}

export interface PictureBlock {
  readonly kind: "picture";
  readonly box: Box;
}

export type PageBlock = LineBlock | TableBlock | PictureBlock;

/** Puts the characters of a page into the tables they stand in; what stands in none is returned as lines. */
export function tablesAndLines(page: number, tables: readonly RuledTable[], glyphs: readonly Glyph[]): PageBlock[] {
  const contents = tables.map((table) => table.cells.map((): Glyph[] => []));
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    // Tables come outermost first; the innermost that holds the character is its own.
    const owner = tables.findLastIndex((table) => cellAt(table, glyph.x, glyph.y) !== null);
    const table = tables[owner];
    const cell = table === undefined ? null : cellAt(table, glyph.x, glyph.y);
    const target = cell === null ? outside : (contents[owner]?.[cell] ?? outside);
    target.push(glyph);
  }
  const blocks: PageBlock[] = tables.flatMap((table, index) => tableBlock(page, table, contents[index] ?? []));
  for (const turn of [0, 1, 2, 3] as const) {
    const turned = outside.filter((glyph) => glyph.turn === turn);
    for (const line of linesOf(turned)) blocks.push({ kind: "line", line, box: runBox(turn, line) });
  }
  return blocks;
}

/** A frame whose cells are all empty is a decoration. */
function tableBlock(page: number, table: RuledTable, contents: readonly (readonly Glyph[])[]): TableBlock[] {
  if (contents.every((glyphs) => glyphs.every((glyph) => glyph.isSpace))) return [];
  const cells = table.cells.map((cell, index): GridCell => {
    const box = cellBox(table, cell);
    return { ...cell, text: cellText(contents[index] ?? [], box), place: { kind: "page", page, box: rounded(box) } };
  });
  return [{ kind: "table", xs: table.xs, rows: table.ys.length - 1, cells, ragged: false, box: tableBox(table) }];
}

/** Hundredths of a point are finer than any printer. */
export function rounded(box: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { left: round(box.left), top: round(box.top), right: round(box.right), bottom: round(box.bottom) };
}
