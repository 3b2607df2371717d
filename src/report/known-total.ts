import type { TableId } from "./format.js";
import { cellAt, type Report } from "./report.js";
import { sureFigureAt } from "./sure-figure.js";

/** What the total column of a row says, or must say: a blank total is known when every blank of the row is proved to be 0. */
function rowTotal(report: Report, table: TableId, row: string): number | null {
  const stated = sureFigureAt(report, { table, row, column: "total" });
  if (stated !== null) return stated;
  const form = report.format.tables[table];
  let sum = 0;
  for (const column of form.crossFootings.find(({ total }) => total === "total")?.parts ?? []) {
    const figure = sureFigureAt(report, { table, row, column });
    if (figure === null && !isProvedZero(report, table, { row, column })) return null;
    sum += figure ?? 0;
  }
  return sum;
}

/** A blank adds nothing when the printed parts of its column already make the printed total. */
function isProvedZero(report: Report, table: TableId, { row, column }: { row: string; column: string }): boolean {
  const sum = report.format.tables[table].footings.find(({ parts }) => parts.includes(row));
  if (!sum || cellAt(report, { table, row, column }) === undefined) return false;
  const total = sureFigureAt(report, { table, row: sum.total, column });
  const overall = sureFigureAt(report, { table, row: sum.total, column: "total" });
  const printed = sum.parts.reduce((soFar, part) => soFar + (sureFigureAt(report, { table, row: part, column }) ?? 0), 0);
  return (
    total === printed || (total === null && printed === 0 && overall !== null && isFilled(report, table, sum.total, overall))
  );
}

/** True when the printed kinds of applicants already make the total of a row, so that its blanks are 0. */
function isFilled(report: Report, table: TableId, row: string, overall: number): boolean {
  const parts = report.format.tables[table].crossFootings.find(({ total }) => total === "total")?.parts ?? [];
  return parts.reduce((sum, column) => sum + (sureFigureAt(report, { table, row, column }) ?? 0), 0) === overall;
}

/** The sum of the totals of some rows, or null when one of them cannot be known. Rows replaced by one of another edition count as that one. */
export function knownTotal(report: Report, table: TableId, rows: readonly string[]): number | null {
  const { standIns } = report.format.tables[table];
  const standIn = standIns.find(
    ({ id, insteadOf }) => insteadOf.every((row) => rows.includes(row)) && cellAt(report, { table, row: id, column: "total" }),
  );
  const wanted = standIn ? [...rows.filter((row) => !standIn.insteadOf.includes(row)), standIn.id] : rows;
  let sum = 0;
  for (const row of wanted) {
    const total = rowTotal(report, table, row);
    if (total === null) return null;
    sum += total;
  }
  return wanted.length === 0 ? null : sum;
}
