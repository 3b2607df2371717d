import { isValue } from "./cell-sort.js";
import type { SourceCell, SourceRow } from "./source-table.js";

/** The widest row of a table on paper has some twenty cells: more in a row means that its end was not marked. */
const MOST_CELLS_IN_ROW = 40;

/**
 * The rows of cells that follow one another without any sign where a row ends. Only one thing is sure: a figure belongs to the
 * words before it. So every cell of words begins a row, and figures follow it; an empty cell stays where it stands.
 */
export function streamRows(cells: readonly SourceCell[]): SourceRow[] {
  const rows: SourceCell[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const follows = isValue(cell.text) || cell.text.trim() === "";
    if (row !== undefined && follows) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** The rows as they were marked, but for those whose end was not. */
export const endedRows = (rows: readonly SourceRow[]): SourceRow[] =>
  rows.flatMap((row) => (row.length > MOST_CELLS_IN_ROW ? streamRows(row) : [row]));

/** Whether cells may be one row of a form: words come first and figures after them. */
export function isOneRow(cells: readonly SourceCell[]): boolean {
  let figures = false;
  for (const { text } of cells) {
    if (isValue(text)) figures = true;
    else if (figures && text.trim() !== "") return false;
  }
  return true;
}
