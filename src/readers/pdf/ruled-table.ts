import type { Box } from "../../document/place.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { DisjointSets } from "./disjoint-sets.js";
import type { Ruling, Rulings } from "./rulings.js";

/** A cell as the lines enclose it, before any text is put into it. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table told by its lines: the places of the lines, and the cells between them. */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
  /** For each elementary cell, row by row, the index of the cell it belongs to. */
  readonly owners: Int32Array;
  /** False when no line closes some cell of the last row: a page break has cut it. */
  readonly isClosedBelow: boolean;
}

const TOUCH = 2.6;
/** Double lines, and the two borders of cells that stand apart, are one border. */
const SAME_PLACE = 3.5;
/** A line that reaches this far past the last crossing one encloses one more row or column there. */
const STANDS_OUT = 6;
const MAX_CROSSINGS = 4_000_000;

/**
 * The tables of a page, the outermost first. A single cell among them may be a frame round a text, or the one row of a
 * table that a page break left behind.
 */
export function ruledTables(rulings: Rulings): RuledTable[] {
  return components(rulings)
    .map(buildTable)
    .filter((table) => table !== null)
    .sort((a, b) => area(b) - area(a));
}

const area = ({ xs, ys }: RuledTable): number => ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0));

export function tableBox({ xs, ys }: RuledTable): Box {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
}

export function cellBox({ xs, ys }: RuledTable, cell: RuledCell): Box {
  return {
    left: xs[cell.column] ?? 0,
    top: ys[cell.row] ?? 0,
    right: xs[cell.column + cell.columnSpan] ?? 0,
    bottom: ys[cell.row + cell.rowSpan] ?? 0,
  };
}

/** The index of the cell a point lies in, or null outside the table. */
export function cellAt(table: RuledTable, x: number, y: number): number | null {
  const column = intervalOf(table.xs, x);
  const row = intervalOf(table.ys, y);
  if (column === null || row === null) return null;
  return table.owners[row * (table.xs.length - 1) + column] ?? null;
}

function intervalOf(places: readonly number[], at: number): number | null {
  let low = 0;
  let high = places.length - 1;
  if (high < 1 || at < (places[0] ?? 0) || at > (places[high] ?? 0)) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

function components({ level, upright }: Rulings): Rulings[] {
  if (level.length * upright.length > MAX_CROSSINGS) throw new AppError("FILE_TOO_COMPLEX", { detail: "一页中的线条过多" });
  const sets = new DisjointSets(level.length + upright.length);
  for (const [l, line] of level.entries()) {
    for (const [u, post] of upright.entries()) {
      const meets =
        post.at >= line.from - TOUCH && post.at <= line.to + TOUCH && line.at >= post.from - TOUCH && line.at <= post.to + TOUCH;
      if (meets) sets.join(l, level.length + u);
    }
  }
  const found = new Map<number, { level: Ruling[]; upright: Ruling[] }>();
  const groupOf = (index: number): { level: Ruling[]; upright: Ruling[] } => {
    const root = sets.find(index);
    const group = found.get(root) ?? { level: [], upright: [] };
    found.set(root, group);
    return group;
  };
  for (const [l, line] of level.entries()) groupOf(l).level.push(line);
  for (const [u, post] of upright.entries()) groupOf(level.length + u).upright.push(post);
  return [...found.values()].filter((group) => group.level.length > 0 && group.upright.length > 0);
}

function buildTable({ level, upright }: Rulings): RuledTable | null {
  const xs = places(upright, level);
  const ys = places(level, upright);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1) return null;
  if (columns > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
  if (rows > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
  const sets = new DisjointSets(rows * columns);
  const walls = wallMarks(upright, xs, ys);
  const floors = wallMarks(level, ys, xs);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && walls[(column + 1) * rows + row] === 0) sets.join(here, here + 1);
      if (row + 1 < rows && floors[(row + 1) * columns + column] === 0) sets.join(here, here + columns);
    }
  }
  const lowest = floors.subarray(rows * columns, (rows + 1) * columns);
  return { xs, ys, ...cellsOf(sets, rows, columns), isClosedBelow: lowest.every((mark) => mark === 1) };
}

/** Where the lines of one direction stand, and where the lines across them end without one. */
function places(lines: readonly Ruling[], across: readonly Ruling[]): number[] {
  const clustered = cluster(lines.map((line) => line.at));
  const first = Math.min(...across.map((line) => line.from));
  const last = Math.max(...across.map((line) => line.to));
  if (first < (clustered[0] ?? Infinity) - STANDS_OUT) clustered.unshift(first);
  if (last > (clustered.at(-1) ?? -Infinity) + STANDS_OUT) clustered.push(last);
  return clustered;
}

function cluster(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && value - first <= SAME_PLACE) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Marks, for each place of a line and each interval across it, whether the line is really drawn there. */
function wallMarks(lines: readonly Ruling[], at: readonly number[], across: readonly number[]): Uint8Array {
  const intervals = across.length - 1;
  const marks = new Uint8Array(at.length * intervals);
  for (const line of lines) {
    const place = nearest(at, line.at);
    for (let index = 0; index < intervals; index++) {
      const from = across[index] ?? 0;
      const to = across[index + 1] ?? 0;
      const covered = Math.min(to, line.to) - Math.max(from, line.from);
      if (covered >= (to - from) * 0.5) marks[place * intervals + index] = 1;
    }
  }
  return marks;
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  for (const [index, place] of places.entries()) {
    if (Math.abs(place - at) < Math.abs((places[best] ?? Infinity) - at)) best = index;
  }
  return best;
}

function cellsOf(sets: DisjointSets, rows: number, columns: number): { cells: RuledCell[]; owners: Int32Array } {
  const bounds = new Map<number, { top: number; bottom: number; left: number; right: number; size: number }>();
  for (let index = 0; index < rows * columns; index++) {
    const root = sets.find(index);
    const [row, column] = [Math.floor(index / columns), index % columns];
    const bound = bounds.get(root) ?? { top: row, bottom: row, left: column, right: column, size: 0 };
    bound.bottom = Math.max(bound.bottom, row);
    bound.left = Math.min(bound.left, column);
    bound.right = Math.max(bound.right, column);
    bound.size++;
    bounds.set(root, bound);
  }
  const owners = new Int32Array(rows * columns);
  const cells: RuledCell[] = [];
  const indexOf = new Map<string, number>();
  for (let index = 0; index < rows * columns; index++) {
    const root = sets.find(index);
    const bound = bounds.get(root);
    if (bound === undefined) continue;
    const isWhole = bound.size === (bound.bottom - bound.top + 1) * (bound.right - bound.left + 1);
    const row = Math.floor(index / columns);
    // A shape with a corner cut out is a fault of the drawing; each of its rows is a cell then.
    const key = isWhole ? `${root}` : `${root}/${row}/${runStart(sets, index, columns)}`;
    let cell = indexOf.get(key);
    if (cell === undefined) {
      cell = cells.length;
      indexOf.set(key, cell);
      cells.push(
        isWhole
          ? { row, column: index % columns, rowSpan: bound.bottom - row + 1, columnSpan: bound.right - bound.left + 1 }
          : { row, column: index % columns, rowSpan: 1, columnSpan: runLength(sets, index, columns) },
      );
    }
    owners[index] = cell;
  }
  return { cells, owners };
}

function runStart(sets: DisjointSets, index: number, columns: number): number {
  let start = index;
  while (start % columns > 0 && sets.find(start - 1) === sets.find(index)) start--;
  return start;
}

function runLength(sets: DisjointSets, index: number, columns: number): number {
  let end = index + 1;
  while (end % columns > 0 && sets.find(end) === sets.find(index)) end++;
  return end - index;
}
