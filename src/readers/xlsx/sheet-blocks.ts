import type { Block } from "../../document/document.js";
import type { Merge, SheetContent, SheetRow } from "./read-sheet.js";
import { sheetGrid } from "./sheet-grid.js";

/** A number that begins a heading of the first level, in any kind of document. */
const NUMBERED_HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}(?:部分|章|节))/;
/** No label of a row is so long; a sentence is. */
const LONG_TEXT = 40;

/** So many rows of a table may follow one another with nothing in them but a label. */
const MOST_BANDS = 8;

/** What a row is: part of a table, or a text that stands alone above, between or below the tables. */
type RowKind = "table" | "alone";

/** The blocks of a worksheet: rows with one lone text become paragraphs where they introduce or divide, the rest becomes grids. */
export function sheetBlocks(sheet: string, { rows: read, merges }: SheetContent, isBoxed: (style: number) => boolean): Block[] {
  const rows = read.filter(({ cells, empty }) => cells.length > 0 || empty.some(({ style }) => isBoxed(style)));
  const kinds = rowKinds(rows, merges, isBoxed);
  const blocks: Block[] = [];
  let table: SheetRow[] = [];
  rows.forEach((row, index) => {
    if (kinds[index] === "table") {
      // A drawn row without text goes on with a table; it does not begin one.
      if (table.length > 0 || row.cells.length > 0) table.push(row);
      return;
    }
    if (table.length > 0) blocks.push(sheetGrid(sheet, table, merges));
    table = [];
    for (const paragraph of paragraphs(sheet, row)) blocks.push(paragraph);
  });
  if (table.length > 0) blocks.push(sheetGrid(sheet, table, merges));
  return blocks;
}

function rowKinds(rows: readonly SheetRow[], merges: readonly Merge[], isBoxed: (style: number) => boolean): RowKind[] {
  const covered = rowsUnderTallMerges(rows, merges);
  const mergeAt = new Map(merges.map((merge) => [`${merge.firstRow} ${merge.firstColumn}`, merge]));
  const mergeOf = ({ row, cells: [cell] }: SheetRow): Merge | undefined => mergeAt.get(`${row} ${cell?.column ?? -1}`);
  const lone = rows.map((row, index) => !covered[index] && isAlone(row, mergeOf(row), isBoxed));
  const kinds: RowKind[] = [];
  const bands = new Set<string>();
  for (let index = 0; index < rows.length; index = kinds.length) {
    let end = index;
    while (end < rows.length && lone[end]) end++;
    const run = rows.slice(index, end);
    const kind = run.length > 0 && standsOutside(run, rows[index - 1], rows[end]) ? "alone" : "table";
    for (const row of run) {
      kinds.push(kind);
      const merge = mergeOf(row);
      if (kind === "table" && merge) bands.add(`${merge.firstColumn} ${merge.lastColumn}`);
    }
    if (end < rows.length) kinds.push("table");
  }
  // The first band of a table stands at its top, where a title might: it is merged over the same columns as the bands below.
  return rows.map((row, index) => {
    const merge = mergeOf(row);
    const isBand = merge !== undefined && bands.has(`${merge.firstColumn} ${merge.lastColumn}`) && !isHeading(row);
    return isBand && kinds[index + 1] === "table" && rows[index + 1]?.row === row.row + 1 ? "table" : (kinds[index] ?? "table");
  });
}

/** For each row, whether a merged cell that begins above reaches into it: then it is part of that table. */
function rowsUnderTallMerges(rows: readonly SheetRow[], merges: readonly Merge[]): boolean[] {
  const tall = merges
    .filter(({ firstRow, lastRow }) => lastRow > firstRow)
    .toSorted((one, other) => one.firstRow - other.firstRow);
  let reach = -1;
  let next = 0;
  return rows.map(({ row }) => {
    for (let merge = tall[next]; merge && merge.firstRow < row; merge = tall[++next]) reach = Math.max(reach, merge.lastRow);
    return reach >= row;
  });
}

/** One text and no drawn cell beside it. */
function isAlone({ cells, empty }: SheetRow, merge: Merge | undefined, isBoxed: (style: number) => boolean): boolean {
  if (cells.length !== 1) return false;
  return empty.every(
    ({ column, style }) => (merge && column >= merge.firstColumn && column <= merge.lastColumn) || !isBoxed(style),
  );
}

/**
 * Whether a run of lone texts is no part of the table it touches: it stands at the top or the end of the sheet, apart by an
 * empty row, or reads as headings and sentences. Few short lines inside a table are bands of the table and rows left unfilled.
 */
function standsOutside(run: readonly SheetRow[], before: SheetRow | undefined, after: SheetRow | undefined): boolean {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last || !before || !after) return true;
  if (first.row > before.row + 1 || last.row < after.row - 1 || run.length > MOST_BANDS) return true;
  return run.some(isHeading);
}

function isHeading({ cells: [cell] }: SheetRow): boolean {
  return cell !== undefined && (cell.text.length > LONG_TEXT || NUMBERED_HEADING.test(cell.text));
}

function paragraphs(sheet: string, { row, cells }: SheetRow): Block[] {
  return cells.flatMap(({ text, column }) =>
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map(
        (line): Block => ({ kind: "paragraph", text: line, place: { kind: "sheet", sheet, row: row + 1, column: column + 1 } }),
      ),
  );
}
