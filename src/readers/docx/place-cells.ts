import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeItem, TreeTable } from "../table-tree.js";
import type { WordCell, WordRow } from "./word-table.js";

/** Word itself has no more columns in a table; a larger number in a file is a mistake or malice. */
const MAX_WORD_COLUMNS = 63;
/** Edges nearer than this are one edge: 100 twentieths of a point are less than two millimetres, no cell is so narrow. */
const SAME_EDGE = 100;
/** Rows as wide as one another, up to the rounding of their cells, reach from edge to edge of one table. */
const SAME_WIDTH_SHARE = 0.03;

interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly content: readonly TreeItem[];
}

/** The first column of each cell of each row, and the column after it. */
type Columns = readonly (readonly { readonly from: number; readonly to: number }[])[];

/** Puts the cells of a table where they are seen, merged cells as one. */
export function placeCells(rows: readonly WordRow[]): TreeTable {
  const columns = areSpansSound(rows) ? columnsBySpan(rows) : (columnsByWidth(rows) ?? columnsBySpan(rows));
  const cells: PlacedCell[] = [];
  let above = new Map<number, PlacedCell>();
  rows.forEach((row, index) => {
    const placed = placeRow(row, columns[index] ?? [], index, above);
    above = placed.merged;
    for (const cell of placed.cells) cells.push(cell);
  });
  return withoutUnseenColumns(cells, rows.length);
}

function placeRow(
  { cells }: WordRow,
  columns: Columns[number],
  row: number,
  above: ReadonlyMap<number, PlacedCell>,
): { cells: PlacedCell[]; merged: Map<number, PlacedCell> } {
  const added: PlacedCell[] = [];
  const merged = new Map<number, PlacedCell>();
  let last: PlacedCell | null = null;
  cells.forEach((cell, index) => {
    const { from, to } = columns[index] ?? { from: 0, to: 1 };
    if (cell.horizontal === "continue" && last) {
      // A cell that goes on from above has grown sideways already in the row it began in.
      if (last.row === row) last.columnSpan = to - last.column;
      return;
    }
    const begun = cell.vertical === "continue" ? above.get(from) : undefined;
    if (begun) begun.rowSpan++;
    last = begun ?? { row, column: from, rowSpan: 1, columnSpan: to - from, content: cell.content };
    if (!begun) added.push(last);
    if (cell.vertical !== null) merged.set(from, last);
  });
  return { cells: added, merged };
}

const spanOf = ({ columnSpan }: WordCell): number => Math.min(columnSpan, MAX_WORD_COLUMNS);

/** Whether the spans add up to the same number of columns in every row, as they do in a file that an editor wrote. */
function areSpansSound(rows: readonly WordRow[]): boolean {
  let total: number | null = null;
  for (const { columnsBefore, columnsAfter, cells } of rows) {
    const sum = cells.reduce((columns, { columnSpan }) => columns + columnSpan, columnsBefore + columnsAfter);
    if (total !== null && sum !== total) return false;
    total = sum;
  }
  return total === null || total <= LIMITS.gridColumns;
}

function columnsBySpan(rows: readonly WordRow[]): Columns {
  return rows.map((row) => {
    let column = Math.min(row.columnsBefore, MAX_WORD_COLUMNS);
    return row.cells.map((cell) => {
      const from = column;
      column += spanOf(cell);
      if (column > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
      return { from, to: column };
    });
  });
}

/** Columns by the edges of the cells, when every cell has a width and all rows are equally wide; null otherwise. */
function columnsByWidth(rows: readonly WordRow[]): Columns | null {
  const edges: number[] = [];
  let narrowest = Number.POSITIVE_INFINITY;
  let widest = 0;
  const ends = rows.map((row) => {
    let edge = row.widthBefore;
    edges.push(edge);
    const rowEnds = row.cells.map((cell) => {
      edge = cell.width > 0 ? edge + cell.width : Number.NaN;
      edges.push(edge);
      return edge;
    });
    narrowest = Math.min(narrowest, edge);
    widest = Math.max(widest, edge);
    return rowEnds;
  });
  if (Number.isNaN(narrowest) || widest - narrowest > widest * SAME_WIDTH_SHARE) return null;
  const columnAt = clusterEdges(edges);
  return ends.map((rowEnds, index) => {
    let from = columnAt.get(rows[index]?.widthBefore ?? 0) ?? 0;
    return rowEnds.map((end) => {
      const range = { from, to: Math.max(columnAt.get(end) ?? 0, from + 1) };
      from = range.to;
      return range;
    });
  });
}

function clusterEdges(edges: readonly number[]): Map<number, number> {
  const columnAt = new Map<number, number>();
  let column = 0;
  let previous: number | null = null;
  for (const edge of edges.toSorted((one, other) => one - other)) {
    if (previous !== null && edge - previous > SAME_EDGE) column++;
    columnAt.set(edge, column);
    previous = edge;
  }
  return columnAt;
}

/** The table without the columns in which no cell begins: dragging borders leaves them in the file, and nobody sees them. */
function withoutUnseenColumns(cells: PlacedCell[], rows: number): TreeTable {
  let width = 0;
  for (const { column, columnSpan } of cells) width = Math.max(width, column + columnSpan);
  const begins = new Uint8Array(width);
  for (const { column } of cells) begins[column] = 1;
  const seenAs: number[] = [];
  let columns = 0;
  for (let column = 0; column < width; column++) {
    if (begins[column]) columns++;
    seenAs.push(Math.max(columns - 1, 0));
  }
  seenAs.push(columns);
  if (columns > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格有 ${columns} 列` });
  for (const cell of cells) {
    const first = seenAs[cell.column] ?? 0;
    cell.columnSpan = Math.max((seenAs[cell.column + cell.columnSpan] ?? columns) - first, 1);
    cell.column = first;
  }
  return { kind: "table", rows, columns, cells, ragged: false };
}
