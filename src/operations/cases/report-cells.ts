import { type PlainDate, yearOf } from "../../law/plain-date.js";
import type { CaseFile } from "../../register/case-file.js";
import type { Proceeding } from "../../register/proceeding.js";
import { columnLabel, type Format, rowLabel, type TableForm } from "../../report/format.js";
import { formatForYear } from "../../report/formats/index.js";
import { yearEnd } from "../../tally/counted-agency.js";
import { cellsByRecord } from "../../tally/tally-result.js";
import { tallyYear } from "../../tally/tally-year.js";
import { type Office, todayIn } from "../office.js";

/** A cell of the annual report in which a record counts. */
export interface ReportCell {
  readonly year: number;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly label: string;
}

export interface ReportPlace {
  readonly cells: ReportCell[];
  readonly doubts: string[];
}

interface Counted {
  readonly id: string;
  readonly agencyId: string;
  readonly requests: readonly CaseFile[];
  readonly proceedings: readonly Proceeding[];
  /** The years it may stand in, first and last. */
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** An instant after all others: the database's clock, not ours, says when something was recorded. */
const ALL_ON_RECORD = "9999-12-31T23:59:59.999Z";

/**
 * Where a record stands in the tables of each year "if the year ended today". Totals are left out: they follow. What last year's frozen
 * report hands on is not asked here, so a case that was reported otherwise is shown as the register has it.
 */
export function reportPlace(office: Office, { id, agencyId, requests, proceedings, from, to }: Counted): ReportPlace {
  const today = todayIn(office);
  const last = Math.min(yearOf(to ?? today), yearOf(today));
  const cells: ReportCell[] = [];
  const doubts: string[] = [];
  for (let year = yearOf(from); year <= last; year += 1) {
    const format = formatForYear(year);
    if (format === null) continue;
    const end = yearEnd(year);
    const register = { requests, proceedings, documents: [], figures: [] };
    const result = tallyYear({ agencyId, year, until: today < end ? today : end, asOf: ALL_ON_RECORD, format, register });
    for (const { table, row, column } of cellsByRecord(result).get(id) ?? []) {
      const form = format.tables[table];
      if (isTotal(form, row, column)) continue;
      cells.push({ year, table, row, column, label: labelOf(format, form, { row, column }) });
    }
    doubts.push(...result.doubts.filter(({ record }) => record === id).map(({ message }) => message));
  }
  return { cells, doubts: [...new Set(doubts)] };
}

function isTotal(form: TableForm, row: string, column: string): boolean {
  return form.footings.some(({ total }) => total === row) || form.crossFootings.some(({ total }) => total === column);
}

function labelOf({ name }: Format, form: TableForm, { row, column }: Pick<ReportCell, "row" | "column">): string {
  return `${form.heading}（${name}）：${rowLabel(form, row)}，${columnLabel(form, column)}`;
}
