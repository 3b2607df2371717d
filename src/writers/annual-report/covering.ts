import type { PrintedCell, PrintedTable } from "./printed-table.js";

/** For each row of a table the cells that cover it from left to right; a cell over several rows comes once for each of them. */
export function coveringRows({ cells, rowCount }: PrintedTable): PrintedCell[][] {
  const rows = Array.from({ length: rowCount }, (): PrintedCell[] => []);
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell);
  }
  for (const row of rows) row.sort((left, right) => left.column - right.column);
  return rows;
}
