import type { CellAddress } from "../report/format.js";
import { addressesOf } from "../report/format.js";
import { figureAt, type Report } from "../report/report.js";
import type { Opening, OpeningFigure } from "./opening.js";
import type { TallyResult } from "./tally-result.js";

interface BookOwner {
  readonly agencyId: string;
  /** Every agency whose figures the report holds; the agency alone when not given. */
  readonly countedAgencies?: readonly string[];
  /** The year of the report, where the report does not tell it. */
  readonly year?: number;
}

/**
 * Opens the books with a report that was read: what it carried forward, what was in force, how long its lists were.
 * Null when the report does not say its year. What it left blank stays unknown.
 */
export function openBooks(report: Report, { agencyId, countedAgencies = [agencyId], year }: BookOwner): Opening | null {
  const reportYear = year ?? report.reportYear?.value;
  if (reportYear === undefined) return null;
  const figures = handedOn(report.format.id, [...addressesOf(report.format)], (address) => figureAt(report, address));
  return { kind: "paper", agencyId, countedAgencies, year: reportYear, format: report.format.id, figures };
}

/** Opens the books with the tables of a report that was frozen from this register. */
export function openingOf({
  agencyId,
  countedAgencies,
  year,
  format,
  asOf,
  cells,
}: Pick<TallyResult, "agencyId" | "countedAgencies" | "year" | "format" | "asOf" | "cells">): Opening {
  const pending = cells
    .filter(({ table, row, column }) => table === "requests" && row === "carried_out" && column !== "total")
    .flatMap(({ column, records }) => records.map((id) => ({ id, column })));
  const figures = handedOn(
    format,
    cells,
    ({ table, row, column }) =>
      cells.find((cell) => cell.table === table && cell.row === row && cell.column === column)?.value ?? null,
  );
  return { kind: "edition", agencyId, countedAgencies, year, format, asOf, pending, figures };
}

/** The figures a report hands on to the next year. */
function handedOn(
  format: string,
  addresses: readonly CellAddress[],
  valueAt: (address: CellAddress) => number | null,
): OpeningFigure[] {
  return addresses.flatMap(({ table, row, column }): OpeningFigure[] => {
    const at = { table, row, column };
    if (table === "requests") return row === "carried_out" ? [{ ...at, value: valueAt(at) }] : [];
    if (table !== "proactive") return [];
    if (column === "valid" || column === "total_public") return [{ ...at, value: valueAt(at) }];
    if (format === "f2019" && column === "items_last_year") {
      // The list at the end of that year: what it began with and the change.
      const [begin, change] = [valueAt(at), valueAt({ table, row, column: "change" })];
      return [{ ...at, value: begin === null || change === null ? null : begin + change }];
    }
    return [];
  });
}
