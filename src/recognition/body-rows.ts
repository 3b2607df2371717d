import { isHeadRow } from "./column-map.js";
import { isLabel, isNumber, type RowCell, type SourceRow } from "./source-row.js";
import type { TableLabels } from "./table-labels.js";

/** A row below the heads: its label, what stands before the label, and its values. */
export interface BodyRow {
  readonly source: SourceRow;
  readonly label: RowCell | null;
  /** Labels of the block the row belongs to, in the row itself or reaching down from above. */
  readonly context: readonly RowCell[];
  readonly values: readonly RowCell[];
  /** The rows of heads above it, in its own grid or in the one it continues. */
  readonly heads: readonly SourceRow[];
}

/** Splits the rows of a table into heads and body, and finds the label of each body row. */
export function bodyRows(rows: readonly SourceRow[], labels: TableLabels): BodyRow[] {
  const body: BodyRow[] = [];
  let heads: SourceRow[] = [];
  let wasHead = false;
  for (const row of rows) {
    if (isHeadRow(row, labels)) {
      heads = wasHead && heads[0]?.block === row.block ? [...heads, row] : [row];
      wasHead = true;
      continue;
    }
    if (row.cells.length === 0) continue;
    wasHead = false;
    body.push(bodyRow(row, heads, labels));
  }
  return body;
}

function bodyRow(row: SourceRow, heads: readonly SourceRow[], labels: TableLabels): BodyRow {
  const at = labelAt(row.cells, labels);
  const label = row.cells[at] ?? null;
  const before = row.cells.slice(0, Math.max(at, 0)).filter(isLabel);
  const context = [...row.above.filter(isLabel), ...before];
  return { source: row, label, context, values: row.cells.slice(at + 1), heads };
}

/** The last label before the first figure; behind it when only a serial number stands before. -1 when there is none. */
function labelAt(cells: readonly RowCell[], labels: TableLabels): number {
  const firstNumber = cells.findIndex(isNumber);
  const end = firstNumber < 0 ? cells.length : firstNumber;
  for (let at = end - 1; at >= 0; at--) {
    const cell = cells[at];
    if (cell && isLabel(cell)) return at;
  }
  return cells.findIndex(({ label }) => label !== "" && labels.rows.some(({ spellings }) => spellings.includes(label)));
}
