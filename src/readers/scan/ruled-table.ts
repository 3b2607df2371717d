import type { InkImage } from "./ink.js";
import type { Ruling, Rulings } from "./rulings.js";

/** A visible cell: it reaches from grid line to grid line, and its inside in pixels, rulings left out. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A ruled table on a page: the places of its grid lines and its visible cells. */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

const MOST_LINES = 400;

/** Lines that cross or touch belong to the same table. */
function tablesOfLines({ horizontal, vertical }: Rulings, near: number): Rulings[] {
  const parent = [...horizontal, ...vertical].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  horizontal.forEach((level, i) => {
    vertical.forEach((upright, j) => {
      const crosses =
        upright.at >= level.from - near &&
        upright.at <= level.to + near &&
        level.at >= upright.from - near &&
        level.at <= upright.to + near;
      if (crosses) parent[rootOf(i)] = rootOf(horizontal.length + j);
    });
  });
  const tables = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const tableOf = (index: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const root = rootOf(index);
    const table = tables.get(root) ?? { horizontal: [], vertical: [] };
    tables.set(root, table);
    return table;
  };
  horizontal.forEach((line, index) => void tableOf(index).horizontal.push(line));
  vertical.forEach((line, index) => void tableOf(horizontal.length + index).vertical.push(line));
  return [...tables.values()].filter((table) => table.horizontal.length >= 2 && table.vertical.length >= 2);
}

/** The grid lines: places where rulings lie, those closer than a letter taken together. */
function gridLines(rulings: readonly Ruling[], near: number): number[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const groups: { sum: number; weight: number; last: number }[] = [];
  for (const { at, from, to } of sorted) {
    const weight = to - from;
    const group = groups.at(-1);
    if (group && at - group.last <= near) {
      group.sum += at * weight;
      group.weight += weight;
      group.last = at;
    } else groups.push({ sum: at * weight, weight, last: at });
  }
  return groups.map((group) => group.sum / group.weight);
}

/** How surely a ruling lies along a stretch of a grid line, 0 to 1: the part of it that is inked, less what is inked on both sides. */
function evidence(ink: InkImage, place: { at: number; from: number; to: number; upright: boolean }, dpi: number): number {
  const { width, height, data } = ink;
  const reach = Math.max(2, Math.round(dpi / 60));
  const beside = Math.round(dpi / 22);
  const pixel = (along: number, across: number): number => {
    const x = place.upright ? across : along;
    const y = place.upright ? along : across;
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0);
  };
  const share = (centre: number, from: number, to: number): number => {
    let dark = 0;
    for (let along = from; along < to; along++)
      dark += pixel(along, centre - 1) | pixel(along, centre) | pixel(along, centre + 1);
    return dark / Math.max(1, to - from);
  };
  const middle = Math.round(place.at);
  const { from, to } = place;
  const end = Math.min(Math.round(dpi / 28), Math.floor((to - from) / 4));
  let best = 0;
  for (let centre = middle - reach; centre <= middle + reach; centre++) {
    const whole = share(centre, from, to);
    // A row of letters in a narrow cell may be as dense as a ruling, but it stops short of the corners.
    const reachesCorners = Math.min(share(centre, from, from + end), share(centre, to - end, to)) >= 0.25;
    if (whole > best && (whole > 0.94 || reachesCorners)) best = whole;
  }
  const sides = Math.min(share(middle - beside, from, to), share(middle + beside, from, to));
  return best - 0.6 * sides;
}

interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** above[row][column]: how surely a ruling lies over the elementary cell; left likewise. */
  readonly above: readonly (readonly number[])[];
  readonly left: readonly (readonly number[])[];
}

function latticeOf(ink: InkImage, xs: readonly number[], ys: readonly number[], dpi: number): Lattice {
  const inset = Math.max(2, Math.round(dpi / 60));
  const span = (lines: readonly number[], index: number): { from: number; to: number } => ({
    from: Math.round(lines[index] ?? 0) + inset,
    to: Math.round(lines[index + 1] ?? 0) - inset,
  });
  const above = ys.map((y) => xs.slice(1).map((_, column) => evidence(ink, { at: y, ...span(xs, column), upright: false }, dpi)));
  const left = ys.slice(1).map((_, row) => xs.map((x) => evidence(ink, { at: x, ...span(ys, row), upright: true }, dpi)));
  return { xs, ys, above, left };
}

/** How sure a ruling must be to count, judged by the outer border of the same table: it tells a drawn table from a dotted or faint one. */
function sureness(lattice: Lattice): number {
  const border = [
    ...(lattice.above[0] ?? []),
    ...(lattice.above.at(-1) ?? []),
    ...lattice.left.flatMap((row) => [row[0] ?? 0, row.at(-1) ?? 0]),
  ].sort((a, b) => a - b);
  return Math.min(0.6, Math.max(0.3, 0.62 * (border[Math.floor(border.length / 2)] ?? 1)));
}

/** Elementary cells without a ruling between them are one; what is then no rectangle is cut apart again along weaker lines. */
function mergeCells(lattice: Lattice, threshold: number): { row: number; column: number; rowSpan: number; columnSpan: number }[] {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  const isFree = (row: number, column: number): boolean => row < rows && column < columns && owner[row * columns + column] === -1;
  const isOpen = (own: number, before: number, after: number): boolean =>
    own < threshold && !(own >= threshold / 2 && (before >= threshold || after >= threshold)); // a broken ruling goes on beside the break
  const aboveAt = (row: number, column: number): number => lattice.above[row]?.[column] ?? 0;
  const leftAt = (row: number, column: number): number => lattice.left[row]?.[column] ?? 0;
  const openAbove = (row: number, column: number): boolean =>
    row < rows && isOpen(aboveAt(row, column), aboveAt(row, column - 1), aboveAt(row, column + 1));
  const openLeft = (row: number, column: number): boolean =>
    column < columns && isOpen(leftAt(row, column), leftAt(row - 1, column), leftAt(row + 1, column));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isFree(row, column)) continue;
      let columnSpan = 1;
      while (isFree(row, column + columnSpan) && openLeft(row, column + columnSpan)) columnSpan++;
      let rowSpan = 1;
      const mayGrow = (next: number): boolean => {
        for (let x = column; x < column + columnSpan; x++) {
          if (!isFree(next, x) || !openAbove(next, x) || (x > column && !openLeft(next, x))) return false;
        }
        return true;
      };
      while (mayGrow(row + rowSpan)) rowSpan++;
      for (let y = row; y < row + rowSpan; y++) owner.fill(cells.length, y * columns + column, y * columns + column + columnSpan);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

/** Grid lines that no cell ends at are taken out, so that rows and columns count what is seen. */
function cellsOnPage(lattice: Lattice, threshold: number, inset: number): RuledTable {
  const merged = mergeCells(lattice, threshold);
  const usedRows = new Set(merged.flatMap((cell) => [cell.row, cell.row + cell.rowSpan]));
  const usedColumns = new Set(merged.flatMap((cell) => [cell.column, cell.column + cell.columnSpan]));
  const rowLines = lattice.ys.map((_, index) => index).filter((index) => usedRows.has(index));
  const columnLines = lattice.xs.map((_, index) => index).filter((index) => usedColumns.has(index));
  const cells = merged.map((cell) => {
    const row = rowLines.indexOf(cell.row);
    const column = columnLines.indexOf(cell.column);
    return {
      row,
      column,
      rowSpan: rowLines.indexOf(cell.row + cell.rowSpan) - row,
      columnSpan: columnLines.indexOf(cell.column + cell.columnSpan) - column,
      left: Math.round(lattice.xs[cell.column] ?? 0) + inset,
      top: Math.round(lattice.ys[cell.row] ?? 0) + inset,
      right: Math.round(lattice.xs[cell.column + cell.columnSpan] ?? 0) - inset,
      bottom: Math.round(lattice.ys[cell.row + cell.rowSpan] ?? 0) - inset,
    };
  });
  return {
    xs: columnLines.map((index) => lattice.xs[index] ?? 0),
    ys: rowLines.map((index) => lattice.ys[index] ?? 0),
    cells,
  };
}

/** Lines that stand out past the last cross line close the box: a table cut by the page has no line there. */
function closeOpenSides(lines: readonly number[], across: readonly Ruling[], least: number): number[] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined || across.length === 0) return [...lines];
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const long = across.filter((ruling) => ruling.to - ruling.from > 0);
  const start = median(long.map((ruling) => ruling.from));
  const end = median(long.map((ruling) => ruling.to));
  return [...(first - start > least ? [start] : []), ...lines, ...(end - last > least ? [end] : [])];
}

/** Finds the ruled tables of a level page, from top to bottom: missing rulings inside a table are merged cells. */
export function findTables(ink: InkImage, rulings: Rulings, dpi: number): RuledTable[] {
  const near = dpi / 22;
  const tables: RuledTable[] = [];
  for (const { horizontal, vertical } of tablesOfLines(rulings, near)) {
    const xs = closeOpenSides(gridLines(vertical, near), horizontal, dpi / 4);
    const ys = closeOpenSides(gridLines(horizontal, near), vertical, dpi / 5);
    if (xs.length < 2 || ys.length < 2 || xs.length * ys.length < 6 || xs.length > MOST_LINES || ys.length > MOST_LINES) continue;
    const lattice = latticeOf(ink, xs, ys, dpi);
    tables.push(cellsOnPage(lattice, sureness(lattice), Math.max(2, Math.round(dpi / 80))));
  }
  return tables.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}
