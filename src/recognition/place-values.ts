import type { Sum } from "../report/format.js";
import type { ColumnMap } from "./column-map.js";
import { isMark, isNumber, isPrinted, type RowCell } from "./source-row.js";

/** What a row offers for placing. */
export interface RowValues {
  /** The cells behind the label, from left to right. */
  readonly values: readonly RowCell[];
  /** The statutory columns of the row. */
  readonly columns: readonly string[];
  readonly map: ColumnMap | null;
  readonly isRagged: boolean;
  readonly areBlanksDropped: boolean;
  /** Where the first statutory column stands among `values`, when other rows of the same shape prove it. */
  readonly provedStart: number | null;
  readonly sums: readonly Sum[];
}

/** The cells of a row in the order of its columns, and how sure their columns are. */
export type Placing =
  | { readonly kind: "certain"; readonly cells: readonly RowCell[] }
  /** Taken by order although the grid has column lines: the heads did not tell. */
  | { readonly kind: "byOrder"; readonly cells: readonly RowCell[] }
  /** More figures than columns; the sums chose. `from` counts from 1. */
  | { readonly kind: "window"; readonly cells: readonly RowCell[]; readonly from: number; readonly surplus: readonly RowCell[] }
  /** More figures than columns, and whichever are taken the row reads the same. */
  | { readonly kind: "surplus"; readonly cells: readonly RowCell[]; readonly surplus: readonly RowCell[] }
  /** Nothing in the row: every column is blank. */
  | { readonly kind: "empty" }
  /** The column of the figures cannot be proved. */
  | { readonly kind: "unproved"; readonly figures: readonly RowCell[] };

/** Places the values of a row: by the heads above them, else by order where the count proves it, else not at all. */
export function placeValues(row: RowValues): Placing {
  const byColumn = row.isRagged ? null : placeByColumn(row);
  if (byColumn && isOutweighed(byColumn, row)) return { kind: "byOrder", cells: row.values.slice(0, row.columns.length) };
  return byColumn ? { kind: "certain", cells: byColumn } : placeByOrder(row);
}

/** The cell under each head; null when a head has no cell, a figure is left over, or two figures share a head. */
function placeByColumn({ values, columns, map }: RowValues): RowCell[] | null {
  if (map === null) return null;
  const used = new Set<RowCell>();
  const placed: RowCell[] = [];
  for (const id of columns) {
    const range = map.get(id);
    if (!range) return null;
    const under = values.filter((value) => overlap(value, range) > 0 && !(used.has(value) && isNumber(value)));
    const filled = under.filter(isFilled);
    const own = filled.length > 1 ? filled.filter((value) => overlap(value, range) * 2 > value.cell.columnSpan) : filled;
    if (own.length > 1) return null;
    const [cell = under[0]] = own;
    if (cell === undefined || (used.has(cell) && isFilled(cell))) return null;
    used.add(cell);
    placed.push(cell);
  }
  return values.some((value) => isFilled(value) && !used.has(value)) ? null : placed;
}

/** Heads that lost their spans stand over the wrong columns: the row does not add up under them, but does in the order of the form. */
function isOutweighed(byColumn: readonly RowCell[], { values, columns, sums }: RowValues): boolean {
  const ordered = values.slice(0, columns.length);
  if (sums.length === 0 || !ordered.every(isNumber) || values.slice(columns.length).some(isPrinted)) return false;
  return !readsTheSame(byColumn, ordered) && !sumsHold(byColumn, columns, sums) && sumsHold(ordered, columns, sums);
}

const isFilled = ({ figure }: RowCell): boolean => figure.kind !== "blank";

function overlap({ cell }: RowCell, { from, to }: { from: number; to: number }): number {
  return Math.min(cell.column + cell.columnSpan, to) - Math.max(cell.column, from);
}

function placeByOrder({ values, columns, map, isRagged, areBlanksDropped, provedStart, sums }: RowValues): Placing {
  const due = columns.length;
  const filled = values.filter(isFilled);
  if (filled.length === 0) return values.length === due ? { kind: "certain", cells: values } : { kind: "empty" };
  if (values.length === due) return { kind: "certain", cells: values };
  if (filled.length === due) {
    if (isRagged) return { kind: "certain", cells: filled };
    // The heads stand elsewhere: order alone does not outweigh them, the sums may.
    const isBacked = map === null || due === 1 || (sums.length > 0 && sumsHold(filled, columns, sums));
    return isBacked ? { kind: "byOrder", cells: filled } : { kind: "unproved", figures: filled };
  }
  // 「/」 is printed where nothing is: the empty cells between are left from merged ones.
  const printed = values.filter(isPrinted);
  if (isRagged && printed.length === due) return { kind: "certain", cells: printed };
  if (filled.length > due) return chooseWindow(filled, columns, sums);
  if (provedStart !== null && !areBlanksDropped) {
    const cells = values.slice(provedStart, provedStart + due);
    if (cells.length === due && filled.every((value) => cells.includes(value))) return { kind: "certain", cells };
  }
  return { kind: "unproved", figures: filled };
}

function chooseWindow(filled: readonly RowCell[], columns: readonly string[], sums: readonly Sum[]): Placing {
  const due = columns.length;
  if (!filled.every(isMark)) return { kind: "unproved", figures: filled };
  const windows = Array.from({ length: filled.length - due + 1 }, (_, from) => ({ from, cells: filled.slice(from, from + due) }));
  const surplusOf = (cells: readonly RowCell[]) => filled.filter((value) => !cells.includes(value));
  const [first] = windows;
  if (first && windows.every(({ cells }) => readsTheSame(cells, first.cells))) {
    return { kind: "surplus", cells: first.cells, surplus: surplusOf(first.cells) };
  }
  const holding = windows.filter(({ cells }) => sums.length > 0 && sumsHold(cells, columns, sums));
  const [only] = holding;
  if (only === undefined || !holding.every(({ cells }) => readsTheSame(cells, only.cells))) {
    return { kind: "unproved", figures: filled };
  }
  return { kind: "window", cells: only.cells, from: only.from + 1, surplus: surplusOf(only.cells) };
}

const figureValue = (cell: RowCell | undefined): number | null => (cell?.figure.kind === "number" ? cell.figure.value : null);

const readsTheSame = (first: readonly RowCell[], second: readonly RowCell[]): boolean =>
  first.every((cell, index) => figureValue(cell) === figureValue(second[index]));

function sumsHold(cells: readonly RowCell[], columns: readonly string[], sums: readonly Sum[]): boolean {
  const at = (id: string) => figureValue(cells[columns.indexOf(id)]) ?? 0;
  return sums.every(({ total, parts }) => at(total) === parts.reduce((sum, part) => sum + at(part), 0));
}
