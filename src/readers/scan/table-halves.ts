import type { Grid, GridCell } from "../../document/document.js";
import { LIMITS } from "../limits.js";
import type { MeasuredGrid } from "./table-grid.js";

const SAME_LINE = 0.008; // of the width of the table

/** Whether a table at the head of a page goes on with the one at the foot of the page before: they are equally wide and share their inner lines. */
export function continues(first: MeasuredGrid, second: MeasuredGrid): boolean {
  if (Math.abs(first.width - second.width) > 0.02 * first.width) return false;
  if (first.grid.rows + second.grid.rows > LIMITS.gridRows) return false;
  const [fewer, more] = first.lines.length < second.lines.length ? [first.lines, second.lines] : [second.lines, first.lines];
  const shared = fewer.filter((line) => more.some((other) => Math.abs(other - line) <= SAME_LINE)).length;
  return shared >= Math.max(3, 0.7 * fewer.length);
}

/** All column lines of both halves. */
function unionOf(first: readonly number[], second: readonly number[]): number[] {
  const lines: number[] = [];
  for (const line of [...first, ...second].sort((a, b) => a - b)) {
    if (lines.length === 0 || line - (lines.at(-1) ?? 0) > SAME_LINE) lines.push(line);
  }
  return lines;
}

const nearest = (lines: readonly number[], at: number): number => {
  let best = 0;
  lines.forEach((line, index) => {
    if (Math.abs(line - at) < Math.abs((lines[best] ?? 0) - at)) best = index;
  });
  return best;
};

/** The cells of one half, counted on the lines of both. */
function onLines(half: MeasuredGrid, lines: readonly number[], rowsAbove: number): GridCell[] {
  return half.grid.cells.map((cell) => {
    const column = nearest(lines, half.lines[cell.column] ?? 0);
    const end = nearest(lines, half.lines[cell.column + cell.columnSpan] ?? 1);
    return { ...cell, row: cell.row + rowsAbove, column, columnSpan: Math.max(1, end - column) };
  });
}

/** Share of letters two texts have in common: two readings of one printed label differ in a letter or two. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = [...a];
  let shared = 0;
  for (const letter of b) {
    const at = left.indexOf(letter);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

/** How many rows at the head of the second half repeat the head of the first, as word processors print it on each page. */
function repeatedRows(first: readonly GridCell[], second: readonly GridCell[], rowsAbove: number): number {
  const head = (cells: readonly GridCell[], from: number, rows: number): GridCell[] =>
    cells.filter((cell) => cell.row >= from && cell.row < from + rows && cell.row + cell.rowSpan <= from + rows);
  for (let rows = 4; rows >= 1; rows--) {
    const here = head(first, 0, rows);
    const there = head(second, rowsAbove, rows);
    const isSame =
      here.length > 1 &&
      here.length === there.length &&
      here.some((cell) => cell.text.length > 1 && !/^[\d.,+-]+$/.test(cell.text)) &&
      here.every((cell, index) => {
        const other = there[index];
        return (
          other !== undefined &&
          other.column === cell.column &&
          other.row - rowsAbove === cell.row &&
          likeness(cell.text, other.text) >= 0.7
        );
      });
    const cutsNothing = second.every((cell) => cell.row >= rowsAbove + rows || cell.row + cell.rowSpan <= rowsAbove + rows);
    if (isSame && cutsNothing) return rows;
  }
  return 0;
}

/** A merged label that the page cut in two: its lower part is empty and stands in the same columns. */
function isLowerPart(upper: GridCell, lower: GridCell, seam: number): boolean {
  return (
    lower.row === seam &&
    lower.text === "" &&
    upper.row + upper.rowSpan === seam &&
    upper.column === lower.column &&
    upper.columnSpan === lower.columnSpan &&
    (upper.rowSpan > 1 || lower.rowSpan > 1)
  );
}

/** The two halves of a table that a page break cut, as one table. */
export function joinHalves(first: MeasuredGrid, second: MeasuredGrid): MeasuredGrid {
  const lines = unionOf(first.lines, second.lines);
  const seam = first.grid.rows;
  const above = onLines(first, lines, 0);
  const below = onLines(second, lines, seam);
  const repeated = repeatedRows(above, below, seam);
  const kept = below.filter((cell) => cell.row >= seam + repeated).map((cell) => ({ ...cell, row: cell.row - repeated }));
  const cells = above.map((upper) => {
    const lower = kept.find((cell) => isLowerPart(upper, cell, seam));
    return lower ? { ...upper, rowSpan: upper.rowSpan + lower.rowSpan } : upper;
  });
  const rest = kept.filter((cell) => !above.some((upper) => isLowerPart(upper, cell, seam)));
  const grid: Grid = {
    ...first.grid,
    rows: seam + second.grid.rows - repeated,
    columns: lines.length - 1,
    cells: [...cells, ...rest],
  };
  return { grid, lines, width: first.width };
}
