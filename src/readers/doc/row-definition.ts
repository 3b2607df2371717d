import type { BinaryView } from "./binary-view.js";
import { type Modifier, SPRM } from "./sprm.js";

/** How a cell of a row is merged with its neighbours. */
export interface CellShape {
  /** Width in twips. */
  readonly width: number;
  /** The two merge bits as they stand in the file: see `joinsLeft` of row-edges. */
  readonly horizontal: number;
  /** continues: part of the cell above; begins: the first of a column of merged cells. */
  readonly vertical: "none" | "begins" | "continues";
}

/** The left edge of a row in twips and its cells from left to right. */
export interface RowDefinition {
  readonly left: number;
  readonly cells: readonly CellShape[];
}

const SHAPE_BYTES = 20;
/** Word holds 63 columns; what a file claims beyond that cannot have been made by hand. */
const MAX_CELLS = 64;

/** A row definition changed by one more table modifier, or the same when the modifier is of no concern. */
export function withModifier(row: RowDefinition | null, list: BinaryView, modifier: Modifier): RowDefinition | null {
  const { code, at, length } = modifier;
  if (code === SPRM.tDefTable) return definitionAt(list, at, length) ?? row;
  if (row === null) return null;
  switch (code) {
    case SPRM.tVertMerge:
      return length < 2 ? row : changed(row, list.u8(at), 1, (cell) => ({ ...cell, vertical: verticalOf(list.u8(at + 1)) }));
    case SPRM.tMerge:
      return changedRange(row, list, at, (cell, index) => ({ ...cell, horizontal: index === 0 ? 1 : 2 }));
    case SPRM.tSplit:
      return changedRange(row, list, at, (cell) => ({ ...cell, horizontal: 0 }));
    case SPRM.tDxaCol:
      return changedRange(row, list, at, (cell) => ({ ...cell, width: Math.abs(list.i16(at + 2)) }));
    case SPRM.tInsert: {
      const cells = Array.from({ length: Math.min(list.u8(at + 1), MAX_CELLS) }, () => plainCell(Math.abs(list.i16(at + 2))));
      return { ...row, cells: row.cells.toSpliced(list.u8(at), 0, ...cells).slice(0, MAX_CELLS) };
    }
    case SPRM.tDelete:
      return { ...row, cells: row.cells.toSpliced(list.u8(at), Math.max(0, list.u8(at + 1) - list.u8(at))) };
    default:
      return row;
  }
}

/** sprmTDefTable: the edges of all cells, then what is known of each cell; the second list may be shorter. [MS-DOC] 2.9.321 */
function definitionAt(list: BinaryView, at: number, length: number): RowDefinition | null {
  if (length < 1) return null;
  const count = Math.min(list.u8(at), MAX_CELLS);
  const shapesAt = at + 1 + 2 * (list.u8(at) + 1);
  if (shapesAt > at + length) return null;
  const edge = (index: number) => list.i16(at + 1 + 2 * index);
  const cells = Array.from({ length: count }, (_, index): CellShape => {
    const cell = plainCell(Math.max(0, edge(index + 1) - edge(index)));
    const shapeAt = shapesAt + SHAPE_BYTES * index;
    if (shapeAt + 2 > at + length) return cell;
    const bits = list.u16(shapeAt);
    return { ...cell, horizontal: bits & 3, vertical: verticalOf((bits >> 5) & 3) };
  });
  return { left: edge(0), cells };
}

const plainCell = (width: number): CellShape => ({ width, horizontal: 0, vertical: "none" });

/** VerticalMergeFlag, [MS-DOC] 2.9.342. */
function verticalOf(flag: number): CellShape["vertical"] {
  if (flag === 1) return "continues";
  return flag === 3 ? "begins" : "none";
}

type CellChange = (cell: CellShape, indexInRange: number) => CellShape;

function changed(row: RowDefinition, first: number, count: number, change: CellChange): RowDefinition {
  const inRange = (index: number) => index >= first && index < first + count;
  return { ...row, cells: row.cells.map((cell, index) => (inRange(index) ? change(cell, index - first) : cell)) };
}

/** Most table modifiers begin with the first cell and one past the last. */
function changedRange(row: RowDefinition, list: BinaryView, at: number, change: CellChange): RowDefinition {
  const first = list.u8(at);
  return changed(row, first, list.u8(at + 1) - first, change);
}
