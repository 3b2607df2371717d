import type { BodyRow } from "./body-rows.js";
import type { MatchedRow } from "./match-rows.js";
import { isNumber } from "./source-row.js";

/**
 * Where the first statutory column stands in rows of a ragged grid: rows with as many cells, whose figures are complete,
 * prove it for rows in which some figures are missing. The answer counts among the values of the row asked about; null when
 * nothing proves it.
 */
export function provedStarts(matched: readonly MatchedRow[]): (row: BodyRow) => number | null {
  const starts = new Map<string, number | null>();
  const keyOf = (row: BodyRow, due: number) => `${row.source.cells.length}:${due}`;
  const dueOf = new Map<BodyRow, number>(matched.map(({ row, due }) => [row, due.columns.length]));
  for (const { row, due } of matched) {
    const { cells } = row.source;
    if (cells.filter(isNumber).length !== due.columns.length) continue;
    const start = cells.findIndex(isNumber);
    const isTogether = cells.slice(start, start + due.columns.length).every(isNumber);
    const key = keyOf(row, due.columns.length);
    const known = starts.get(key);
    starts.set(key, isTogether && (known === undefined || known === start) ? start : null);
  }
  return (row) => {
    const start = starts.get(keyOf(row, dueOf.get(row) ?? 0)) ?? null;
    if (start === null) return null;
    const own = start - (row.source.cells.length - row.values.length);
    return own >= 0 ? own : null;
  };
}
