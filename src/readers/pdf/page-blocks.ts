import type { GridCell } from "../../document/document.js";
import type { Box } from "../../document/place.js";
import { cellTexts } from "./cell-text.js";
import type { Glyph } from "./glyph.js";
import { runBox } from "./glyph.js";
import { type Line, linesOf } from "./line.js";
import { cellAt, cellBox, type RuledTable, tableBox } from "./ruled-table.js";
import { unruledTables } from "./unruled-table.js";

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
  /** False when no lines prove the columns and they were told by the distances between the figures. */
  readonly isRuled: boolean;
  readonly ragged: boolean;
  /** False when a page break has cut the last row. */
  readonly isClosedBelow: boolean;
  /** The lines of a single cell: unless it is the rest of a table, it is only a frame round them. */
  readonly framed: readonly LineBlock[];
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
  const cells = glyphs.map((glyph) => tables.map((table) => cellAt(table, glyph.x, glyph.y)));
  for (const [index, glyph] of glyphs.entries()) {
    // Tables come outermost first; the innermost that holds the character is its own.
    const owner = cells[index]?.findLastIndex((cell) => cell !== null) ?? -1;
    const target = contents[owner]?.[cells[index]?.[owner] ?? -1] ?? outside;
    target.push(glyph);
  }
  const blocks: PageBlock[] = tables.flatMap((table, index) => tableBlocks(page, table, contents[index] ?? []));
  const { tables: unruled, rest } = unruledTables(page, outside);
  return [...blocks, ...unruled, ...lineBlocks(rest)];
}

function lineBlocks(glyphs: readonly Glyph[]): LineBlock[] {
  return ([0, 1, 2, 3] as const).flatMap((turn) =>
    linesOf(glyphs.filter((glyph) => glyph.turn === turn)).map(
      (line): LineBlock => ({ kind: "line", line, box: runBox(turn, line) }),
    ),
  );
}

function tableBlocks(page: number, table: RuledTable, contents: readonly (readonly Glyph[])[]): PageBlock[] {
  const box = tableBox(table);
  const isFrame = table.cells.length === 1;
  const framed = isFrame ? lineBlocks(contents[0] ?? []) : [];
  // A pattern of lines without a letter is a decoration.
  if (contents.every((glyphs) => glyphs.every((glyph) => glyph.isSpace))) return [];
  const boxes = table.cells.map((cell) => cellBox(table, cell));
  const texts = cellTexts(table.cells, contents, boxes);
  const cells = table.cells.map((cell, index): GridCell => {
    const place: GridCell["place"] = { kind: "page", page, box: rounded(boxes[index] ?? box) };
    return { ...cell, text: texts[index] ?? "", place };
  });
  const { xs, ys, isClosedBelow } = table;
  return [{ kind: "table", xs, rows: ys.length - 1, cells, isRuled: true, ragged: false, isClosedBelow, framed, box }];
}

/** Hundredths of a point are finer than any printer. */
export function rounded(box: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { left: round(box.left), top: round(box.top), right: round(box.right), bottom: round(box.bottom) };
}
