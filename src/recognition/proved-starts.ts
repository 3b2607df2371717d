import type { BodyRow } from "./body-rows.js";
import type { MatchedRow } from "./match-rows.js";
import { isNumber, isPrinted, type RowCell } from "./source-row.js";

/** So many complete rows must agree before the place of their figures speaks for rows of another shape. */
const WITNESSES = 2;

/**
 * Where the first statutory column stands in rows of a ragged grid: rows with as many cells, whose figures are complete,
 * prove it for rows in which some figures are missing; and so do all complete rows of the table together when they agree.
 * The answer counts among the values of the row asked about; null when nothing proves it.
 */
export function provedStarts(matched: readonly MatchedRow[]): (row: BodyRow) => number | null {
  const byShape = new Map<string, number | null>();
  const offsets = new Map<number, number>();
  const keyOf = (row: BodyRow, due: number) => `${row.source.cells.length}:${due}`;
  const dueOf = new Map<BodyRow, number>(matched.map(({ row, due }) => [row, due.columns.length]));
  for (const { row, due } of matched) {
    const { cells } = row.source;
    const start = completeStart(cells, due.columns.length, isNumber);
    if (start !== null) {
      const key = keyOf(row, due.columns.length);
      const known = byShape.get(key);
      byShape.set(key, start >= 0 && (known === undefined || known === start) ? start : null);
    }
    const printedStart = completeStart(row.values, due.columns.length, isPrinted);
    if (row.label !== null && printedStart !== null) offsets.set(printedStart, (offsets.get(printedStart) ?? 0) + 1);
  }
  const [[agreed, witnesses] = [-1, 0], ...others] = offsets;
  const common = others.length === 0 && agreed >= 0 && witnesses >= WITNESSES ? agreed : null;
  return (row) => {
    const start = byShape.get(keyOf(row, dueOf.get(row) ?? 0));
    if (start === undefined) return row.label === null ? null : common;
    if (start === null) return null;
    const own = start - (row.source.cells.length - row.values.length);
    return own >= 0 ? own : null;
  };
}

/** Where the values of a complete row begin; -1 when they do not stand together, null when the row is not complete. */
function completeStart(cells: readonly RowCell[], due: number, isValue: (cell: RowCell) => boolean): number | null {
  if (cells.filter(isValue).length !== due) return null;
  const start = cells.findIndex(isValue);
  return cells.slice(start, start + due).every(isValue) ? start : -1;
}
