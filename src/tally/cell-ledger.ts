import type { Sum, TableForm } from "../report/format.js";
import { exactSum } from "./exact-sum.js";
import type { TalliedCell } from "./tally-result.js";

/** Collects which record stands in which cell of one table; totals are the records of their parts. */
export class CellLedger {
  readonly #form: TableForm;
  readonly #records = new Map<string, string[]>();
  readonly #counts = new Map<string, number>();
  readonly #values = new Map<string, number>();

  constructor(form: TableForm) {
    this.#form = form;
  }

  /** Puts a record into a cell. */
  enter(row: string, column: string, record: string): void {
    this.enterAll(row, column, { pieces: 1, ids: [record] });
  }

  /** Puts some records into a cell; they count whether they are named or not. */
  enterAll(row: string, column: string, { pieces, ids }: { readonly pieces: number; readonly ids: readonly string[] }): void {
    const key = keyOf(row, column);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + pieces);
    const records = this.#records.get(key);
    if (records === undefined) this.#records.set(key, [...ids]);
    // Not spread into one call: there may be more records than a call takes arguments.
    else for (const id of ids) records.push(id);
  }

  /** States the value of a cell where it is not the number of its records. */
  state(row: string, column: string, value: number): void {
    this.#values.set(keyOf(row, column), value);
  }

  /** Every cell of the table, in printed order, with its totals. */
  cells(): TalliedCell[] {
    const made = new Map<string, TalliedCell>();
    const own = (row: string, column: string): TalliedCell => this.#cell(row, column);
    const cellOf = (row: string, column: string): TalliedCell => {
      const key = keyOf(row, column);
      const known = made.get(key);
      if (known !== undefined) return known;
      const across = this.#form.crossFootings.find(({ total }) => total === column);
      const down = this.#form.footings.find(({ total }) => total === row);
      const parts = partsOf({ row, column, across, down });
      const cell =
        parts === null
          ? own(row, column)
          : totalOf(
              own(row, column),
              parts.map((part) => cellOf(part.row, part.column)),
            );
      made.set(key, cell);
      return cell;
    };
    return this.#form.rows.flatMap((row) => row.columns.map((column) => cellOf(row.id, column)));
  }

  #cell(row: string, column: string): TalliedCell {
    const key = keyOf(row, column);
    const records = this.#records.get(key) ?? [];
    return { table: this.#form.id, row, column, value: this.#values.get(key) ?? this.#counts.get(key) ?? 0, records };
  }
}

const keyOf = (row: string, column: string): string => `${row}|${column}`;

interface Crossing {
  readonly row: string;
  readonly column: string;
  readonly across: Sum | undefined;
  readonly down: Sum | undefined;
}

/** The cells a total is made of; null when the cell is no total. */
function partsOf({ row, column, across, down }: Crossing): { row: string; column: string }[] | null {
  if (across) return across.parts.map((part) => ({ row, column: part }));
  if (down) return down.parts.map((part) => ({ row: part, column }));
  return null;
}

function totalOf(cell: TalliedCell, parts: readonly TalliedCell[]): TalliedCell {
  return {
    ...cell,
    value: exactSum(parts.map(({ value }) => value ?? 0)),
    records: parts.flatMap(({ records }) => records),
  };
}
