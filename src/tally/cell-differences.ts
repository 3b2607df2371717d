import type { ComposedReport, ComposedValue } from "../report/composed-report.js";
import type { CellAddress } from "../report/format.js";
import type { TallyResult } from "./tally-result.js";

/** One cell that another edition has otherwise, with the records that came into it and those that left it. */
export interface CellDifference extends CellAddress {
  /** Null: the cell was not printed. */
  readonly before: ComposedValue | null;
  readonly after: ComposedValue | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface Counted {
  readonly report: ComposedReport;
  readonly tally: TallyResult;
}

const keyOf = ({ table, row, column }: CellAddress): string => `${table}|${row}|${column}`;

/** Every cell two editions differ in, by value or by the records behind it, in printed order. */
export function cellDifferences(before: Counted, after: Counted): CellDifference[] {
  const sides = [before, after].map(({ report, tally }) => ({
    cells: new Map(report.cells.map((cell) => [keyOf(cell), cell])),
    records: new Map(tally.cells.map((cell) => [keyOf(cell), cell.records])),
  }));
  const addresses = new Map([...after.report.cells, ...before.report.cells].map((cell) => [keyOf(cell), cell]));
  const differences: CellDifference[] = [];
  for (const [key, { table, row, column }] of addresses) {
    const [values, records] = [
      sides.map(({ cells }) => valueIn(cells.get(key))),
      sides.map((side) => side.records.get(key) ?? []),
    ];
    const [was = null, is = null] = values;
    const [left = [], came = []] = records;
    const [earlier, later] = [new Set(left), new Set(came)];
    const added = came.filter((record) => !earlier.has(record));
    const removed = left.filter((record) => !later.has(record));
    if (JSON.stringify(was) === JSON.stringify(is) && added.length === 0 && removed.length === 0) continue;
    differences.push({ table, row, column, before: was, after: is, added, removed });
  }
  return differences;
}

/** The value of a cell without its address, its members always in one order. */
function valueIn(cell: ComposedValue | undefined): ComposedValue | null {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case "number": {
      const { value, unit, note } = cell;
      return { kind: "number", value, ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
    }
    case "text":
      return { kind: "text", text: cell.text };
    case "blank":
      return { kind: "blank" };
    default:
      return cell satisfies never;
  }
}
