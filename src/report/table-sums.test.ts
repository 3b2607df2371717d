import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport, type TableSpec } from "../../test/builders/report.js";
import { annualReport2021 } from "./formats/annual-report-2021.js";
import { sumFaultsOf } from "./table-sums.js";

const { requests } = annualReport2021.tables;
const parts = requests.footings[0]?.parts ?? [];
const COLUMNS = requests.columns.map(({ id }) => id);

const withTotal = (cells: readonly number[]): number[] => [...cells, cells.reduce((sum, cell) => sum + cell, 0)];

/** A table three whose sums and roll-forwards all hold. */
const balanced = fc
  .record({
    results: fc.array(fc.array(fc.nat(500), { minLength: 6, maxLength: 6 }), {
      minLength: parts.length,
      maxLength: parts.length,
    }),
    carriedOut: fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }),
  })
  .map(({ results, carriedOut }): Record<string, number[]> => {
    const settled = COLUMNS.slice(0, 6).map((_column, index) => results.reduce((sum, row) => sum + (row[index] ?? 0), 0));
    const received = settled.map((count, index) => count + (carriedOut[index] ?? 0));
    return {
      new_received: withTotal(received),
      results_total: withTotal(settled),
      carried_out: withTotal(carriedOut),
      ...Object.fromEntries(parts.map((part, index) => [part, withTotal(results[index] ?? [])])),
    };
  });

const faultsOf = (table: TableSpec) => sumFaultsOf(buildReport({ tables: { requests: table } }));

describe("sumFaultsOf", () => {
  test("finds nothing in a table that balances", () => {
    fc.assert(
      fc.property(balanced, (table) => {
        expect(faultsOf(table)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("names the one cell that is wrong, and what it should be", () => {
    fc.assert(
      fc.property(balanced, fc.nat(), fc.nat(6), fc.integer({ min: 1, max: 90 }), (table, rowIndex, column, change) => {
        const rows = Object.keys(table);
        const row = rows[rowIndex % rows.length] ?? "";
        const right = table[row]?.[column] ?? 0;
        const wrong = { ...table, [row]: (table[row] ?? []).map((cell, index) => (index === column ? cell + change : cell)) };
        const faults = faultsOf(wrong);
        expect(faults).toHaveLength(1);
        expect(faults[0]?.cause).toEqual({
          kind: "cell",
          address: { table: "requests", row, column: COLUMNS[column] },
          stated: right + change,
          expected: right,
        });
      }),
      { numRuns: 60 },
    );
  });

  test("blanks alone prove nothing", () => {
    fc.assert(
      fc.property(balanced, fc.array(fc.tuple(fc.nat(24), fc.nat(6)), { maxLength: 40 }), (table, blanks) => {
        const rows = Object.entries(table).map(([row, cells], rowIndex) => [
          row,
          cells.map((cell, column) => (blanks.some(([at, of]) => at === rowIndex && of === column) ? null : cell)),
        ]);
        expect(faultsOf(Object.fromEntries(rows))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
