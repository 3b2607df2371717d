import type { GridCell } from "../../document/document.js";
import { LIMITS } from "../limits.js";
import { joinWrapped } from "./line.js";
import type { LineBlock, PageBlock, TableBlock } from "./page-block.js";

/** A block together with the page it begins on. */
export interface PlacedBlock {
  readonly page: number;
  readonly block: PageBlock;
}

const SAME_EDGE = 4;
const SAME_BORDER = 2.5;
const CELLS_OF_HEAD = 2048;

/**
 * Puts a table together again that a page break has cut: the part on the new page has the same edges and nothing stands
 * between. What was only a frame round a text is dissolved into its lines.
 */
export function joinTables(blocks: readonly PlacedBlock[]): PlacedBlock[] {
  const joined: PlacedBlock[] = [];
  let pageOfLast = 0;
  for (const placed of blocks) {
    if (placed.block.kind === "table" && placed.page === pageOfLast + 1) {
      const cut = cutTable(joined, placed.block);
      if (cut !== null) {
        joined.splice(cut.index, joined.length, { page: cut.page, block: append(cut.block, placed.block) });
        pageOfLast = placed.page;
        continue;
      }
    }
    joined.push(placed);
    pageOfLast = placed.page;
  }
  return joined.flatMap(dissolveFrame);
}

interface CutTable {
  readonly index: number;
  readonly page: number;
  readonly block: TableBlock;
}

/** The table at the end of what has been read that `below` goes on with, or null. */
function cutTable(blocks: readonly PlacedBlock[], below: TableBlock): CutTable | null {
  const index = blocks.findLastIndex(({ block }) => block.kind === "table");
  const found = blocks[index];
  if (found?.block.kind !== "table" || !hasSameEdges(found.block, below)) return null;
  let block = found.block;
  for (const { block: after, page } of blocks.slice(index + 1)) {
    if (after.kind !== "line" || page !== found.page) return null;
    const taken = takeOverhang(block, after);
    if (taken === null) return null;
    block = taken;
  }
  return { index, page: found.page, block };
}

/** A program may cut a row so that its last line of text stands below the lines of the table: it still belongs to the cell. */
function takeOverhang(table: TableBlock, { line, box }: LineBlock): TableBlock | null {
  if (table.isClosedBelow || box.top - table.box.bottom > line.size) return null;
  const middle = (box.left + box.right) / 2;
  const owner = table.cells.find((cell) => {
    const isLast = cell.row + cell.rowSpan === table.rows;
    return isLast && middle >= (table.xs[cell.column] ?? 0) && middle <= (table.xs[cell.column + cell.columnSpan] ?? 0);
  });
  if (owner === undefined || owner.text === "") return null;
  const cells = table.cells.map((cell) => (cell === owner ? { ...cell, text: joinWrapped(cell.text, line.text) } : cell));
  return { ...table, cells, box: { ...table.box, bottom: Math.max(table.box.bottom, box.bottom) } };
}

function dissolveFrame({ page, block }: PlacedBlock): PlacedBlock[] {
  if (block.kind !== "table" || block.cells.length > 1) return [{ page, block }];
  return block.framed.map((line) => ({ page, block: line }));
}

function hasSameEdges(a: TableBlock, b: TableBlock): boolean {
  if (!a.isRuled || !b.isRuled || a.rows + b.rows > LIMITS.gridRows) return false;
  return Math.abs(a.box.left - b.box.left) <= SAME_EDGE && Math.abs(a.box.right - b.box.right) <= SAME_EDGE;
}

function append(above: TableBlock, below: TableBlock): TableBlock {
  const { xs, ofAbove, ofBelow } = commonBorders(above.xs, below.xs);
  const isSame = xs.length === above.xs.length;
  const upper = isSame ? above.cells : above.cells.map((cell) => recolumn(cell, ofAbove));
  const lowerAll = below.cells.map((cell) => recolumn(cell, ofBelow));
  const repeated = repeatedHead(upper.slice(0, CELLS_OF_HEAD), lowerAll);
  const lower = lowerAll
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated + above.rows }));
  return {
    ...above,
    xs,
    rows: above.rows + below.rows - repeated,
    isClosedBelow: below.isClosedBelow,
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
  if (carried.size === 0) return [...upper, ...lower];
  return [...upper.map((cell) => grown.get(cell) ?? cell), ...lower.filter((cell) => !carried.has(cell))];
}
