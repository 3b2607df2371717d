import type { Cell } from "./cell.js";
import type { CellAddress, TableForm } from "./format.js";
import { cellAt, cellKey, type FilledTable, type Report, tablesOf } from "./report.js";

export type RelationKind = "footing" | "roll-forward" | "cross-footing";

/** A cell of a relation; the weighted cells of a relation add up to nothing when it holds. */
export interface Term {
  readonly address: CellAddress;
  /** The key of the cell inside its table. */
  readonly key: string;
  readonly weight: 1 | -1;
}

/** One relation of one line of a table: the footing or roll-forward of a column, the cross-footing of a row. */
export interface Relation {
  readonly kind: RelationKind;
  /** The id of the column, or of the row for a cross-footing. */
  readonly line: string;
  readonly terms: readonly Term[];
}

/** A relation that does not hold. */
export interface Imbalance extends Relation {
  /** What the cells with weight 1 exceed the others by; blank and unread cells are left out. */
  readonly excess: number;
  /** False when some cells are blank or unread and the printed ones alone prove the fault. */
  readonly isComplete: boolean;
  /** True when a machine read a cell of it from an image and may have erred. */
  readonly isDoubtful: boolean;
}

/** What most likely went wrong: one wrong cell; a count in the wrong one of two lines; a shifted row; nothing that shows. */
export type FaultCause =
  | { readonly kind: "cell"; readonly address: CellAddress; readonly stated: number; readonly expected: number }
  | { readonly kind: "swap" }
  | { readonly kind: "shift" }
  | { readonly kind: "open" };

/** Relations that fail together, for one reason: one fault is told once. */
export interface SumFault {
  readonly imbalances: readonly [Imbalance, ...Imbalance[]];
  readonly cause: FaultCause;
}

/** The parts of a sum as this table prints them: a row of another edition takes the place of the rows it stands for. */
function printedParts(form: TableForm, table: FilledTable, parts: readonly string[]): readonly string[] {
  const isPrinted = (row: string): boolean => form.columns.some(({ id }) => table.cells.has(cellKey(row, id)));
  return form.standIns
    .filter(({ id, insteadOf }) => isPrinted(id) && !insteadOf.some(isPrinted))
    .reduce<readonly string[]>(
      (kept, { id, insteadOf }) =>
        insteadOf.some((row) => kept.includes(row)) ? [...kept.filter((row) => !insteadOf.includes(row)), id] : kept,
      parts,
    );
}

function* relationsFor(form: TableForm, table: FilledTable): Generator<Relation> {
  const cell = (row: string, column: string, weight: 1 | -1): Term => ({
    address: { table: form.id, row, column },
    key: cellKey(row, column),
    weight,
  });
  const rowsWith = (column: string): Set<string> =>
    new Set(form.rows.filter(({ columns }) => columns.includes(column)).map(({ id }) => id));
  for (const { id: column } of form.columns) {
    const rows = rowsWith(column);
    for (const { total, parts } of form.footings) {
      if (!rows.has(total)) continue;
      const terms = printedParts(form, table, parts).map((row) => cell(row, column, 1));
      yield { kind: "footing", line: column, terms: [...terms, cell(total, column, -1)] };
    }
    for (const { received, broughtForward, resolved, carriedForward } of form.rollForwards) {
      const terms = [
        cell(received, column, 1),
        cell(broughtForward, column, 1),
        cell(resolved, column, -1),
        cell(carriedForward, column, -1),
      ];
      yield { kind: "roll-forward", line: column, terms };
    }
  }
  for (const { id: row } of [...form.rows, ...form.standIns]) {
    for (const { total, parts } of form.crossFootings) {
      yield { kind: "cross-footing", line: row, terms: [...parts.map((column) => cell(row, column, 1)), cell(row, total, -1)] };
    }
  }
}

const prepared = new WeakMap<TableForm, readonly Relation[]>();

/** The relations of a table; those of a table without rows of another edition are made once for all reports. */
function relationsOf(form: TableForm, table: FilledTable): readonly Relation[] {
  const hasStandIn = form.standIns.some(({ id }) => form.columns.some((column) => table.cells.has(cellKey(id, column.id))));
  if (hasStandIn) return [...relationsFor(form, table)];
  const ready = prepared.get(form) ?? [...relationsFor(form, table)];
  prepared.set(form, ready);
  return ready;
}

/** How far a relation is off, or null when it holds or nothing can be proved: a count is never below 0, a blank may be anything. */
function imbalanceOf(report: Report, table: FilledTable, relation: Relation): Imbalance | null {
  let excess = 0;
  let mayGrow = false;
  let mayShrink = false;
  let isDoubtful = report.source.kind === "scan";
  for (const { key, weight } of relation.terms) {
    const cell: Cell | undefined = table.cells.get(key);
    if (cell?.doubt !== undefined) isDoubtful = true;
    if (cell?.kind === "number") excess += weight * cell.value;
    else if (weight === 1) mayGrow = true;
    else mayShrink = true;
  }
  const isProved = Math.abs(excess) > 1e-9 && !(mayGrow && excess < 0) && !(mayShrink && excess > 0);
  return isProved ? { ...relation, excess, isComplete: !mayGrow && !mayShrink, isDoubtful } : null;
}

const keyOf = ({ table, row, column }: CellAddress): string => `${table}|${row}|${column}`;

interface Hit {
  readonly imbalance: Imbalance;
  readonly weight: 1 | -1;
}

/** True when the change of a cell puts a relation right, or leaves it to its blanks to do so. */
function mends({ imbalance: { excess, isComplete }, weight }: Hit, change: number): boolean {
  const rest = excess + weight * change;
  return isComplete ? rest === 0 : rest === 0 || rest > 0 !== excess > 0;
}

/** The failing relations of each cell. */
function hitsByCell(failing: readonly Imbalance[]): Map<string, { readonly address: CellAddress; readonly hits: Hit[] }> {
  const byCell = new Map<string, { address: CellAddress; hits: Hit[] }>();
  for (const imbalance of failing) {
    for (const { address, weight } of imbalance.terms) {
      const entry = byCell.get(keyOf(address)) ?? { address, hits: [] };
      entry.hits.push({ imbalance, weight });
      byCell.set(keyOf(address), entry);
    }
  }
  return byCell;
}

/** The one cell whose change puts right two or more of the failing relations and breaks none that holds. */
function cellFault(report: Report, failing: readonly Imbalance[], holding: ReadonlySet<string>): SumFault | null {
  let best: SumFault | null = null;
  for (const [key, { address, hits }] of hitsByCell(failing)) {
    const sure = hits.find(({ imbalance }) => imbalance.isComplete);
    const [first, ...others] = hits.map(({ imbalance }) => imbalance);
    const cell = cellAt(report, address);
    if (!sure || !first || others.length === 0 || holding.has(key) || cell?.kind !== "number") continue;
    const change = -sure.weight * sure.imbalance.excess;
    if (cell.value + change < 0 || hits.length <= (best?.imbalances.length ?? 0) || !hits.every((hit) => mends(hit, change)))
      continue;
    best = {
      imbalances: [first, ...others],
      cause: { kind: "cell", address, stated: cell.value, expected: cell.value + change },
    };
  }
  return best;
}

/** Columns that are off, and the column of totals off by as much together: the total only repeats their fault. */
function repeatedByTotal(report: Report, failing: readonly Imbalance[]): SumFault[] {
  const faults: SumFault[] = [];
  for (const kind of ["footing", "roll-forward"] as const) {
    for (const { id, crossFootings } of Object.values(report.format.tables)) {
      const totals = new Set(crossFootings.map(({ total }) => total));
      const same = failing.filter(({ kind: own, terms }) => own === kind && terms[0]?.address.table === id);
      const [total, ...others] = [
        ...same.filter(({ line }) => totals.has(line)),
        ...same.filter(({ line }) => !totals.has(line)),
      ];
      const [first, ...rest] = others;
      if (!total || !first || !totals.has(total.line) || others.some(({ line }) => totals.has(line))) continue;
      if (Math.abs(others.reduce((sum, { excess }) => sum + excess, 0) - total.excess) > 1e-9) continue;
      faults.push({ imbalances: [first, total], cause: { kind: "open" } });
      for (const one of rest) faults.push({ imbalances: [one], cause: { kind: "open" } });
    }
  }
  return faults;
}

/** Two lines off by opposite amounts, or several columns that make up for one another. */
function patternFaults(failing: readonly Imbalance[]): SumFault[] {
  const faults: SumFault[] = [];
  for (const kind of ["footing", "roll-forward", "cross-footing"] as const) {
    const same = failing.filter((imbalance) => imbalance.kind === kind && imbalance.isComplete);
    const [first, ...others] = same;
    if (!first || others.length === 0 || Math.abs(same.reduce((sum, { excess }) => sum + excess, 0)) > 1e-9) continue;
    const isOneTable = others.every(({ terms }) => terms[0]?.address.table === first.terms[0]?.address.table);
    if (isOneTable) faults.push({ imbalances: [first, ...others], cause: { kind: others.length === 1 ? "swap" : "shift" } });
  }
  return faults;
}

function sortOut(report: Report, all: readonly Imbalance[], holding: ReadonlySet<string>): SumFault[] {
  const faults: SumFault[] = [];
  let open = all;
  const settle = (fault: SumFault): void => {
    faults.push(fault);
    open = open.filter((imbalance) => !fault.imbalances.includes(imbalance));
  };
  for (let fault = cellFault(report, open, holding); fault; fault = cellFault(report, open, holding)) settle(fault);
  for (const fault of patternFaults(open)) settle(fault);
  for (const fault of repeatedByTotal(report, open)) settle(fault);
  for (const imbalance of open) settle({ imbalances: [imbalance], cause: { kind: "open" } });
  return faults;
}

/** The cells of relations that hold and have no blank: a change of one of them would break what is in balance. */
function cellsInBalance(report: Report, failing: readonly Imbalance[]): Set<string> {
  const broken = new Set(failing.map(({ kind, line, terms }) => `${kind}|${line}|${terms[0]?.address.table}`));
  const cells = new Set<string>();
  for (const table of tablesOf(report)) {
    for (const { kind, line, terms } of relationsOf(report.format.tables[table.id], table)) {
      if (broken.has(`${kind}|${line}|${table.id}`) || terms.some(({ key }) => table.cells.get(key)?.kind !== "number")) continue;
      for (const { address } of terms) cells.add(keyOf(address));
    }
  }
  return cells;
}

const known = new WeakMap<Report, readonly SumFault[]>();

/** Every failing sum and roll-forward of the tables, with those that have one cause put together. Worked out once a report. */
export function sumFaultsOf(report: Report): readonly SumFault[] {
  const before = known.get(report);
  if (before) return before;
  const failing = tablesOf(report).flatMap((table) =>
    relationsOf(report.format.tables[table.id], table).flatMap((relation) => imbalanceOf(report, table, relation) ?? []),
  );
  const faults = failing.length === 0 ? [] : sortOut(report, failing, cellsInBalance(report, failing));
  known.set(report, faults);
  return faults;
}
