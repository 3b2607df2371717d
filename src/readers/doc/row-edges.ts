import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeCell, TreeItem, TreeTable } from "../table-tree.js";
import type { CellShape, RowDefinition } from "./row-definition.js";

/** A row as it stands in the file: the content of its cells, and where their edges are. */
export interface WordRow {
  readonly cells: readonly (readonly TreeItem[])[];
  readonly definition: RowDefinition | null;
}

/** A cell between two edges, in twips. */
interface EdgedCell {
  readonly left: number;
  right: number;
  readonly continues: boolean;
  readonly content: TreeItem[];
}

/** Edges this near are one column line drawn twice: Word itself compares them with a tolerance. */
const SAME_EDGE_TWIPS = 30;
/** Half a centimetre: edges dragged by hand, when no row of the table has them both. */
const DRAGGED_EDGE_TWIPS = 280;

/**
 * A table from its rows. Word keeps no columns, only the edges of each row's cells; edges at the same place in all rows
 * are clustered into columns, so that a cell spans what it is seen to span.
 */
export function tableOfRows(rows: readonly WordRow[]): TreeTable | null {
  const shaped = rows.map(edgedCells).filter((cells) => cells.length > 0);
  if (shaped.length === 0) return null;
  if (shaped.length > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
  const columnAt = columnsOf(shaped);
  const columns = Math.max(...columnAt.values());
  if (columns > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
  return { kind: "table", rows: shaped.length, columns, cells: placedCells(shaped, columnAt), ragged: !rows.every(hasAllEdges) };
}

/** Without an edge for every cell their order is sure and their columns are not. */
function hasAllEdges({ cells, definition }: WordRow): boolean {
  return cells.length === (definition?.cells.length ?? 0);
}

/** The cells of a row with their edges; horizontally merged ones are one cell. */
function edgedCells({ cells, definition }: WordRow): EdgedCell[] {
  const shapes = definition?.cells ?? [];
  const found: EdgedCell[] = [];
  let left = definition?.left ?? 0;
  let firstOfSet = 0;
  cells.forEach((content, index) => {
    const shape = shapes[index] ?? { width: 1000, horizontal: 0, vertical: "none" };
    const previous = found.at(-1);
    const joined = joinsLeft(shape, firstOfSet) && previous !== undefined;
    if (joined) previous.right = left + shape.width;
    // a cell without width is not seen; what it holds still is there to be read
    else if (shape.width === 0 && previous !== undefined) previous.content.push(...content);
    else
      found.push({
        left,
        right: left + Math.max(1, shape.width),
        continues: shape.vertical === "continues",
        content: [...content],
      });
    if (!joined) firstOfSet = shape.horizontal;
    left += shape.width;
  });
  return found;
}

/**
 * True when the cell is merged with the one before it. The two bits are described in opposite ways: Word 97 marks the
 * first cell 1 and those merged into it 2; [MS-DOC] 2.9.317 marks the first 2 or 3 and the others 1. Whichever it is, a set
 * begins with one value and goes on with another.
 */
function joinsLeft({ horizontal }: CellShape, firstOfSet: number): boolean {
  return horizontal !== 0 && firstOfSet !== 0 && horizontal !== firstOfSet;
}

/** For every edge in twips the number of its column line, from 0. */
function columnsOf(rows: readonly (readonly EdgedCell[])[]): ReadonlyMap<number, number> {
  const rowsAt = new Map<number, Set<number>>();
  rows.forEach((cells, row) => {
    for (const edge of cells.flatMap(({ left, right }) => [left, right])) {
      const known = rowsAt.get(edge);
      if (known) known.add(row);
      else rowsAt.set(edge, new Set([row]));
    }
  });
  const lines = [...rowsAt.entries()].sort(([one], [other]) => one - other).map(([edge, at]) => ({ edges: [edge], at }));
  const near = mergedWhile(lines, SAME_EDGE_TWIPS);
  const dragged = mergedWhile(near, DRAGGED_EDGE_TWIPS);
  return new Map(dragged.flatMap(({ edges }, line) => edges.map((edge) => [edge, line] as const)));
}

/** Edges from left to right that make one column line, and the rows that have it. */
interface ColumnLine {
  readonly edges: readonly number[];
  readonly at: ReadonlySet<number>;
}

/** Merges neighbouring lines not wider apart than `reach`, unless a row has both: then there is a cell between them. */
function mergedWhile(lines: readonly ColumnLine[], reach: number): ColumnLine[] {
  const merged: ColumnLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    const first = last?.edges[0];
    const isNear = first !== undefined && (line.edges.at(-1) ?? first) - first <= reach;
    if (last && isNear && ![...line.at].some((row) => last.at.has(row))) {
      merged[merged.length - 1] = { edges: [...last.edges, ...line.edges], at: new Set([...last.at, ...line.at]) };
    } else merged.push(line);
  }
  return merged;
}

function placedCells(rows: readonly (readonly EdgedCell[])[], columnAt: ReadonlyMap<number, number>): TreeCell[] {
  type Placed = { -readonly [Key in keyof TreeCell]: TreeCell[Key] };
  const placed: Placed[] = [];
  let above = new Map<number, Placed>();
  rows.forEach((cells, row) => {
    const here = new Map<number, Placed>();
    for (const { left, right, continues, content } of cells) {
      const column = columnAt.get(left) ?? 0;
      const columnSpan = (columnAt.get(right) ?? column + 1) - column;
      const upper = continues ? above.get(column) : undefined;
      if (upper && upper.columnSpan === columnSpan) {
        upper.rowSpan++;
        here.set(column, upper);
        continue;
      }
      const cell: Placed = { row, column, rowSpan: 1, columnSpan: Math.max(1, columnSpan), content };
      placed.push(cell);
      here.set(column, cell);
    }
    above = here;
  });
  return placed;
}
