import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeCell, TreeItem, TreeTable } from "../table-tree.js";

/** A cell as its tag describes it. A row span of 0 reaches to the end of its row group. */
export interface PageCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: readonly TreeItem[];
}

/** The rows of a <thead>, <tbody> or <tfoot>: no cell reaches out of its group. */
export type RowGroup = readonly (readonly PageCell[])[];

/** A table with its cells placed, and how many filled cells had no column left to stand in. */
export interface PlacedTable {
  readonly table: TreeTable;
  readonly lost: number;
}

/**
 * Places the cells of a table as browsers do (HTML Standard 4.9.12). One number a column, the row up to which it is
 * taken, replaces a map of slots: spans of 65,534 rows and 1,000 columns cost nothing.
 */
export function placeCells(groups: readonly RowGroup[]): PlacedTable | null {
  const takenTo = new Uint32Array(LIMITS.gridColumns);
  const cells: TreeCell[] = [];
  let row = 0;
  let lost = 0;
  for (const group of groups) {
    const groupEnd = row + group.length;
    if (groupEnd > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
    for (const pageCells of group) {
      lost += placeRow(pageCells, { row, groupEnd, takenTo, cells });
      row++;
    }
  }
  return cells.length === 0 ? null : { table: withoutEmptyLines(cells), lost };
}

interface Placing {
  readonly row: number;
  readonly groupEnd: number;
  readonly takenTo: Uint32Array;
  readonly cells: TreeCell[];
}

function placeRow(pageCells: readonly PageCell[], { row, groupEnd, takenTo, cells }: Placing): number {
  let lost = 0;
  let column = 0;
  for (const { rowSpan, columnSpan, content } of pageCells) {
    while (column < takenTo.length && (takenTo[column] ?? 0) > row) column++;
    if (column >= takenTo.length) {
      if (content.length > 0) lost++;
      continue;
    }
    const rowEnd = rowSpan === 0 ? groupEnd : Math.min(groupEnd, row + rowSpan);
    let end = column;
    // A cell that would lie over one from above ends where that begins: two cells in one place are nowhere printed.
    while (end < takenTo.length && end < column + columnSpan && (takenTo[end] ?? 0) <= row) takenTo[end++] = rowEnd;
    cells.push({ row, column, rowSpan: rowEnd - row, columnSpan: end - column, content });
    column = end;
  }
  return lost;
}

/** Rows and columns in which no cell begins are not seen: they only come from spans that were written too large. */
function withoutEmptyLines(cells: readonly TreeCell[]): TreeTable {
  const rows = ranks(cells.map((cell) => cell.row));
  const columns = ranks(cells.map((cell) => cell.column));
  return {
    kind: "table",
    rows: rows.count,
    columns: columns.count,
    cells: cells.map(({ row, column, rowSpan, columnSpan, content }) => ({
      row: rows.before(row),
      column: columns.before(column),
      rowSpan: rows.before(row + rowSpan) - rows.before(row),
      columnSpan: columns.before(column + columnSpan) - columns.before(column),
      content,
    })),
    ragged: false,
  };
}

function ranks(starts: readonly number[]): { count: number; before: (line: number) => number } {
  const last = starts.reduce((most, start) => Math.max(most, start), 0);
  const isStart = new Uint8Array(last + 1);
  for (const start of starts) isStart[start] = 1;
  const before = new Uint32Array(last + 2);
  for (let line = 0; line <= last; line++) before[line + 1] = (before[line] ?? 0) + (isStart[line] ?? 0);
  const count = before[last + 1] ?? 0;
  return { count, before: (line) => before[Math.min(line, last + 1)] ?? count };
}
