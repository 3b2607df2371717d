import { type CellSort, cellSort } from "./cell-sort.js";

/**
 * Whether the columns of a table cut out of lines are proved: every row has the same number of cells, no words stand in a
 * column of figures beside figures, and over every column of figures stands its head. Rows that were packed to the left or
 * lost a cell at a page break fail one of the three.
 */
export function provedColumns(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return false;
  const sorts = rows.map((row) => row.map(cellSort));
  const figureRows = sorts.filter((row) => row.includes("figure"));
  if (figureRows.length === 0) return false;
  const first = figureRows.reduce((least, row) => Math.min(least, row.indexOf("figure")), width);
  if (figureRows.some((row) => row.lastIndexOf("words") >= first)) return false;
  return everyFigureHasHead(sorts, first, width);
}

function everyFigureHasHead(sorts: readonly (readonly CellSort[])[], first: number, width: number): boolean {
  for (let column = first; column < width; column++) {
    const figure = sorts.findIndex((row) => row[column] === "figure");
    const head = sorts.findIndex((row) => row[column] === "words");
    if (figure >= 0 && (head < 0 || head > figure)) return false;
  }
  return true;
}
