import type { GridCell } from "../../document/document.js";
import { rounded } from "./boxes.js";
import { cellTexts } from "./cell-text.js";
import type { Glyph } from "./glyph.js";
import { runBox } from "./glyph.js";
import { linesOf } from "./line.js";
import type { LineBlock, PageBlock } from "./page-block.js";
import { cellAt, cellBox, type RuledTable, tableBox } from "./ruled-table.js";
import { unruledTables } from "./unruled-table.js";

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
