import type { GridCell } from "../../document/document.js";
import type { PageBlock, TableBlock } from "./page-blocks.js";

/** A block together with the page it begins on. */
export interface PlacedBlock {
  readonly page: number;
  readonly block: PageBlock;
}

const SAME_EDGE = 4;
const SAME_BORDER = 2.5;

/** Puts a table together again that a page break has cut: the part on the new page has the same edges and nothing stands between. */
export function joinTables(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  const joined: PlacedBlock[] = [];
  let pageOfLast = 0;
  for (const placed of blocks) {
    const before = joined.at(-1);
    const isNextPage = placed.page === pageOfLast + 1;
    if (
      before?.block.kind === "table" &&
      placed.block.kind === "table" &&
      isNextPage &&
      hasSameEdges(before.block, placed.block)
    ) {
      joined[joined.length - 1] = { page: before.page, block: append(before.block, placed.block) };
    } else joined.push(placed);
    pageOfLast = placed.page;
  }
  return joined;
}

function hasSameEdges(a: TableBlock, b: TableBlock): boolean {
  if (a.ragged !== b.ragged) return false;
  return Math.abs(a.box.left - b.box.left) <= SAME_EDGE && Math.abs(a.box.right - b.box.right) <= SAME_EDGE;
}

function append(above: TableBlock, below: TableBlock): TableBlock {
  const { xs, ofAbove, ofBelow } = commonBorders(above.xs, below.xs);
  const upper = above.cells.map((cell) => recolumn(cell, ofAbove));
  const lowerAll = below.cells.map((cell) => recolumn(cell, ofBelow));
  const repeated = repeatedHead(upper, lowerAll);
  const lower = lowerAll
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated + above.rows }));
  return {
    ...above,
    xs,
    rows: above.rows + below.rows - repeated,
    cells: continueLabels(upper, lower, above.rows),
    box: { ...above.box, bottom: above.box.bottom + below.box.bottom - below.box.top },
  };
}

interface CommonBorders {
  readonly xs: readonly number[];
  readonly ofAbove: readonly number[];
  readonly ofBelow: readonly number[];
}

function commonBorders(above: readonly number[], below: readonly number[]): CommonBorders {
  const xs = [...above];
  const fresh = below.filter((x, index) => {
    const isEdge = index === 0 || index === below.length - 1;
    return !isEdge && above.every((other) => Math.abs(other - x) > SAME_BORDER);
  });
  xs.push(...fresh);
  xs.sort((a, b) => a - b);
  const indexIn = (x: number): number =>
    xs.reduce((best, other, index) => (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x) ? index : best), 0);
  const last = xs.length - 1;
  return {
    xs,
    ofAbove: above.map(indexIn),
    ofBelow: below.map((x, index) => (index === 0 ? 0 : index === below.length - 1 ? last : indexIn(x))),
  };
}

function recolumn(cell: GridCell, borders: readonly number[]): GridCell {
  const from = borders[cell.column] ?? cell.column;
  const to = borders[cell.column + cell.columnSpan] ?? from + 1;
  return { ...cell, column: from, columnSpan: Math.max(1, to - from) };
}

const plain = (text: string): string => text.replace(/\s+/g, "");

/** How many rows at the top of the lower part only repeat the head of the upper one. */
function repeatedHead(upper: readonly GridCell[], lower: readonly GridCell[]): number {
  let rows = 0;
  let sure = 0;
  while (rows < 8 && isSameRow(upper, lower, rows)) {
    rows++;
    const isWhole = [...upper, ...lower].every((cell) => cell.row >= rows || cell.row + cell.rowSpan <= rows);
    if (isWhole) sure = rows;
  }
  return sure;
}

function isSameRow(upper: readonly GridCell[], lower: readonly GridCell[], row: number): boolean {
  const [a, b] = [rowAt(upper, row), rowAt(lower, row)];
  const hasWords = a.some((cell) => /\p{L}/u.test(cell.text));
  const hasNumbers = a.some((cell) => /^\s*[\d０-９]+\s*$/.test(cell.text));
  if (a.length === 0 || a.length !== b.length || hasNumbers) return false;
  return (
    (hasWords || row > 0) &&
    a.every((cell, index) => cell.column === b[index]?.column && plain(cell.text) === plain(b[index]?.text ?? ""))
  );
}

function rowAt(cells: readonly GridCell[], row: number): GridCell[] {
  return cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
}

/**
 * A label that spans rows on both sides of the page break is printed once, on the first page: the empty cell that
 * carries it on is the same cell. Only empty cells in front of a label can be that; an empty cell before a number is a blank.
 */
function continueLabels(upper: readonly GridCell[], lower: readonly GridCell[], seam: number): GridCell[] {
  const first = rowAt(lower, seam);
  const leading = first.findIndex((cell) => cell.text !== "");
  const label = first[leading];
  if (leading < 1 || label === undefined || !/\p{L}/u.test(label.text)) return [...upper, ...lower];
  const carried = new Set<GridCell>();
  const grown = new Map<GridCell, GridCell>();
  for (const cell of first.slice(0, leading)) {
    const host = upper.find(
      (other) => other.row + other.rowSpan === seam && other.column === cell.column && other.columnSpan === cell.columnSpan,
    );
    if (host === undefined || host.text === "" || (host.rowSpan === 1 && cell.rowSpan === 1)) break;
    carried.add(cell);
    grown.set(host, { ...host, rowSpan: host.rowSpan + cell.rowSpan });
  }
  return [...upper.map((cell) => grown.get(cell) ?? cell), ...lower.filter((cell) => !carried.has(cell))];
}
