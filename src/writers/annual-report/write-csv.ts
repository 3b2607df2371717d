import { type ComposedReport, formatOf } from "../../report/composed-report.js";
import { columnLabel, rowLabel } from "../../report/format.js";
import { decimals } from "./figure-text.js";

/** The columns of the csv form: ids for programs, labels for people. */
export const CSV_COLUMNS = [
  "format",
  "agency",
  "report_year",
  "table",
  "row",
  "column",
  "表",
  "行",
  "栏",
  "value",
  "unit",
  "note",
  "text",
] as const;

/** Writes the three tables as csv (RFC 4180, UTF-8 with a byte order mark for spreadsheets): one row a cell, an empty value for a blank one. */
export function writeCsv(report: ComposedReport): Uint8Array {
  const { tables } = formatOf(report);
  const rows = report.cells.map((cell) => {
    const form = tables[cell.table];
    return [
      report.format,
      report.agency,
      String(report.reportYear),
      cell.table,
      cell.row,
      cell.column,
      form.heading,
      rowLabel(form, cell.row),
      columnLabel(form, cell.column),
      cell.kind === "number" ? decimals(cell.value) : "",
      cell.kind === "number" ? (cell.unit ?? "") : "",
      cell.kind === "number" ? (cell.note ?? "") : "",
      cell.kind === "text" ? cell.text : "",
    ];
  });
  const lines = [CSV_COLUMNS, ...rows].map((row) => row.map((value, at) => field(value, at)).join(","));
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

// A spreadsheet takes a text that begins so for a formula; the apostrophe makes it text again.
const FORMULA = /^'*[=+\-@\t\r]/;

function field(value: string, column: number): string {
  const isFigure = CSV_COLUMNS[column] === "value";
  const safe = !isFigure && FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
