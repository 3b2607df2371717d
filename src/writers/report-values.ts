import type { Cell } from "../report/cell.js";
import type { TableId } from "../report/format.js";
import type { FilledTable, Report } from "../report/report.js";

type Value = number | string | null;
type Values = Record<string, Value>;

/** The plain values of a report under the open ids of the form. A blank cell is null; what is not on the page is absent. */
export interface ReportValues {
  readonly format: string;
  readonly report_year: number | null;
  readonly title?: string;
  readonly org?: string;
  readonly proactive?: Record<string, Record<string, Values>>;
  readonly requests?: Record<string, Values>;
  readonly review_litigation?: Record<string, Values>;
}

/** Gives the values of a report as one plain object. An unread cell is left out: it has no value, and a guess is none. */
export function reportValues(report: Report): ReportValues {
  const { tables, format, reportYear, title, agency } = report;
  const org = agency.title ?? agency.body ?? agency.signOff;
  return {
    format: format.id,
    report_year: reportYear?.value ?? null,
    ...(title && { title: title.text }),
    ...(org && { org: org.value }),
    ...(tables.proactive && { proactive: byGroup(rowsOf(tables.proactive)) }),
    ...(tables.requests && { requests: inFormOrder(report, "requests", rowsOf(tables.requests)) }),
    ...(tables.review_litigation && {
      review_litigation: inFormOrder(report, "review_litigation", rowsOf(tables.review_litigation)),
    }),
  };
}

function rowsOf(table: FilledTable): Map<string, Values> {
  const rows = new Map<string, Values>();
  for (const [key, cell] of table.cells) {
    const [row = "", column = ""] = key.split("|");
    const value = plainValue(cell);
    if (value === undefined) continue;
    const values = rows.get(row) ?? {};
    values[column] = value;
    rows.set(row, values);
  }
  return rows;
}

/** A number, or null for a blank. Money that stands in yuan keeps its unit, so that nobody takes it for 万元. */
function plainValue(cell: Cell): Value | undefined {
  switch (cell.kind) {
    case "number":
      return cell.unit === "元" ? `${cell.value}元` : cell.value;
    case "blank":
      return null;
    case "unread":
      return undefined;
    default:
      return cell satisfies never;
  }
}

/** art20_1.rules becomes { art20_1: { rules } }. */
function byGroup(rows: ReadonlyMap<string, Values>): Record<string, Record<string, Values>> {
  const groups: Record<string, Record<string, Values>> = {};
  for (const [row, values] of rows) {
    const [group = "", item = ""] = row.split(".");
    groups[group] = { ...groups[group], [item]: values };
  }
  return groups;
}

function inFormOrder(report: Report, table: TableId, rows: ReadonlyMap<string, Values>): Record<string, Values> {
  const form = report.format.tables[table];
  const order = [...form.rows.map((row) => row.id), ...form.standIns.map((row) => row.id)];
  return Object.fromEntries(order.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) ?? {}]] : [])));
}
