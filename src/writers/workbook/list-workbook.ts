import type { Cell } from "./cell-styles.js";
import { writeWorkbook } from "./write-workbook.js";

/** One column of a list that is taken out. */
export interface ListColumn<Row> {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** What the text is: a day (2025-03-03) or an instant in UTC, which a spreadsheet then sorts and counts with. Left out: as it is. */
  readonly kind?: "day" | "instant";
  of(row: Row): string | number | null;
}

export interface ListToWrite<Row> {
  /** Of the sheet, as it stands on its tab. */
  readonly name: string;
  readonly title: string;
  readonly creator: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A list as a workbook: the one way every list leaves the office. What people wrote is text, also where it begins like a formula. */
export function listWorkbook<Row>({ name, title, creator, columns, rows }: ListToWrite<Row>): Uint8Array {
  const sheet = {
    name,
    layout: "list" as const,
    rows: [columns.map(({ head }) => head), ...rows.map((row) => columns.map((column) => cellOf(column, row)))],
    widths: columns.map(({ width }) => width),
    isLandscape: true,
  };
  return writeWorkbook([sheet], { title, creator });
}

function cellOf<Row>({ kind, of }: ListColumn<Row>, row: Row): Cell {
  const value = of(row);
  if (kind === undefined || typeof value !== "string" || value === "") return value;
  const serial = kind === "day" ? serialOf(`${value}T00:00:00Z`, 0) : serialOf(value, CHINA_AHEAD);
  return serial === null ? value : { value: serial, style: kind };
}

const CHINA_AHEAD = 8 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
/** Day 0 of workbooks, so that 1 March 1900 and all days after it are right (ISO/IEC 29500-1, 18.17.4.1). */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function serialOf(instant: string, ahead: number): number | null {
  const milliseconds = Date.parse(instant) + ahead - DAY_ZERO;
  return Number.isNaN(milliseconds) ? null : milliseconds / DAY;
}
