import type { Grid, GridCell } from "../../document/document.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { Merge, SheetRow } from "./read-sheet.js";

/** How many cells the merges of one grid may touch before the file is taken for malice. */
const MAX_MERGED_CELLS = 2_000_000;

interface Area {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  /** The columns of the sheet that say something, in order. */
  readonly columns: readonly number[];
  /** One for each place: 0 free, 1 taken. */
  readonly taken: Uint8Array;
  readonly texts: ReadonlyMap<number, string>;
}

/**
 * The grid of some rows of a worksheet. Rows and columns with nothing in them are not part of it, however far apart the cells
 * stand; places keep the numbers of the sheet. A merged cell shows the text of its first cell, as the program does.
 */
export function sheetGrid(sheet: string, rows: readonly SheetRow[], merges: readonly Merge[]): Grid {
  const columns = usedColumns(rows);
  if (rows.length > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
  if (columns.length > LIMITS.gridColumns)
    throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
  const places = rows.length * columns.length;
  if (places > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
  const indexOf = new Map(columns.map((column, index) => [column, index]));
  const texts = new Map<number, string>();
  rows.forEach(({ cells }, row) => {
    for (const { column, text } of cells) texts.set(row * columns.length + (indexOf.get(column) ?? 0), text);
  });
  const area: Area = { sheet, rows, columns, taken: new Uint8Array(places), texts };
  const cells = [...mergedCells(area, merges), ...singleCells(area)];
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  const place = cells[0]?.place ?? { kind: "sheet", sheet, row: 1, column: 1 };
  return { kind: "grid", rows: rows.length, columns: columns.length, cells, ragged: false, place };
}

function usedColumns(rows: readonly SheetRow[]): number[] {
  const used = new Set<number>();
  for (const { cells } of rows) for (const { column } of cells) used.add(column);
  return [...used].sort((one, other) => one - other);
}

function cellOf(
  { sheet, rows, columns, texts }: Area,
  at: { row: number; column: number; rowSpan: number; columnSpan: number },
): GridCell {
  const { row, column, rowSpan, columnSpan } = at;
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: texts.get(row * columns.length + column) ?? "",
    place: { kind: "sheet", sheet, row: (rows[row]?.row ?? 0) + 1, column: (columns[column] ?? 0) + 1 },
  };
}

function mergedCells(area: Area, merges: readonly Merge[]): GridCell[] {
  const { rows, columns, taken } = area;
  const rowNumbers = rows.map(({ row }) => row);
  const found: GridCell[] = [];
  let touched = 0;
  for (const merge of merges) {
    const row = firstAtLeast(rowNumbers, merge.firstRow);
    const column = firstAtLeast(columns, merge.firstColumn);
    const rowSpan = firstAtLeast(rowNumbers, merge.lastRow + 1) - row;
    const columnSpan = firstAtLeast(columns, merge.lastColumn + 1) - column;
    if (rowSpan < 1 || columnSpan < 1 || rowSpan * columnSpan < 2) continue;
    // A program repairs a file whose merges overlap by dropping the later one.
    if (taken[row * columns.length + column]) continue;
    touched += rowSpan * columnSpan;
    if (touched > MAX_MERGED_CELLS) throw new AppError("FILE_TOO_COMPLEX", { detail: "合并单元格过多" });
    for (let line = row; line < row + rowSpan; line++)
      taken.fill(1, line * columns.length + column, line * columns.length + column + columnSpan);
    found.push(cellOf(area, { row, column, rowSpan, columnSpan }));
  }
  return found;
}

function singleCells(area: Area): GridCell[] {
  const { columns, taken } = area;
  const cells: GridCell[] = [];
  taken.forEach((isTaken, place) => {
    if (isTaken) return;
    cells.push(
      cellOf(area, { row: Math.floor(place / columns.length), column: place % columns.length, rowSpan: 1, columnSpan: 1 }),
    );
  });
  return cells;
}

function firstAtLeast(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
