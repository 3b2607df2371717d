import type { Grid, GridCell } from "../../document/document.js";
import type { Place } from "../../document/place.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { provedColumns } from "./proved-columns.js";
import { stretchesOf } from "./repeated-cells.js";
import type { TextLine } from "./text-line.js";

/** A cell as it was cut out of its line. */
export interface SourceCell {
  readonly text: string;
  readonly line: number;
  /** Which cell of its line it is, from 1; absent when it has the line to itself. */
  readonly column?: number;
}

export type SourceRow = readonly SourceCell[];

/** Rows cut out of lines, before it is known whether their columns agree. */
export interface SourceTable {
  readonly rows: readonly SourceRow[];
  /** Whether the layout may have swallowed empty cells. */
  readonly blanksDropped: boolean;
}

/** What a layout makes of the lines from a start on: up to `next`, they are these parts. */
export interface Region {
  readonly next: number;
  /** Tables and, between them, lines that stand outside of any; empty when the lines are no table after all. */
  readonly parts: readonly (SourceTable | TextLine)[];
}

/** The cells of a line that is cut at a sign, from the given place on. A hostile line is refused before it is cut. */
export function cutAt(sign: string, line: TextLine, from = 0): SourceCell[] {
  const texts = line.text.slice(from).split(sign, LIMITS.gridColumns + 1);
  return cellsOfLine(line, texts);
}

/** The cells of a line that was cut already. */
export function cellsOfLine(line: TextLine, texts: readonly string[]): SourceCell[] {
  if (texts.length > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `一行超过 ${LIMITS.gridColumns} 格` });
  if (texts.length === 1) return texts.map((text) => ({ text, line: line.number }));
  return texts.map((text, at) => ({ text, line: line.number, column: at + 1 }));
}

/** The grid of a table: with columns where they are proved, ragged otherwise. */
export function gridOf({ rows, blanksDropped }: SourceTable): Grid {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const texts = rows.map((row) => row.map((cell) => cell.text));
  const ragged = blanksDropped || !provedColumns(texts);
  const stretches = ragged ? null : stretchesOf(texts);
  const cells: GridCell[] = [];
  rows.forEach((row, at) => {
    const spans = stretches?.[at];
    if (spans === undefined)
      for (let column = 0; column < row.length; column++) addCell(cells, row, { row: at, column, columnSpan: 1 });
    else for (const { column, columnSpan } of spans) addCell(cells, row, { row: at, column, columnSpan });
  });
  const place: Place = { kind: "line", line: rows[0]?.[0]?.line ?? 1 };
  const grid = { kind: "grid", rows: rows.length, columns, cells, ragged, place } as const;
  return blanksDropped ? { ...grid, blanksDropped } : grid;
}

function addCell(
  cells: GridCell[],
  source: SourceRow,
  { row, column, columnSpan }: { row: number; column: number; columnSpan: number },
): void {
  const cell = source[column];
  if (cell === undefined) return;
  const { text, line } = cell;
  const place: Place = cell.column === undefined ? { kind: "line", line } : { kind: "line", line, column: cell.column };
  cells.push({ row, column, rowSpan: 1, columnSpan, text, place });
}

/** A row of a form takes some lines when each cell has its own, but not more than this on the average. */
const MOST_LINES_IN_ROW = 10;

/** Refuses a table by its lines alone, before it is cut into cells. */
export function refuseEndless(lines: number): void {
  if (lines > MOST_LINES_IN_ROW * LIMITS.gridRows) {
    throw new AppError("FILE_TOO_COMPLEX", { detail: `一张表超过 ${MOST_LINES_IN_ROW * LIMITS.gridRows} 行文字` });
  }
}

/** How many cells a table has; a coded error when it is larger than any table on paper. */
export function cellsOf({ rows }: SourceTable): number {
  if (rows.length > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `一张表超过 ${LIMITS.gridRows} 行` });
  if (rows.some((row) => row.length > LIMITS.gridColumns)) {
    throw new AppError("FILE_TOO_COMPLEX", { detail: `一行超过 ${LIMITS.gridColumns} 格` });
  }
  return rows.reduce((sum, row) => sum + row.length, 0);
}
