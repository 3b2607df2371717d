import type { PlainDate } from "../law/plain-date.js";
import type { MoneyUnit } from "./cell.js";
import { type CellAddress, type Format, type SectionForm, type SectionId, TABLE_IDS, type TableId } from "./format.js";
import { FORMATS } from "./formats/index.js";

/**
 * An annual report to be written: plain data (strings, numbers, null, arrays), so that it can be stored, hashed and sent as it is.
 * What is read is a `Report`, with places and raw texts; what is written is this.
 */
export interface ComposedReport {
  /** The id of the statutory format: "f2019", "f2021". */
  readonly format: string;
  /** The full name of the agency. */
  readonly agency: string;
  readonly reportYear: number;
  readonly title: string;
  /** The paragraphs before section one. */
  readonly preface: readonly string[];
  readonly sections: readonly ComposedSection[];
  /** Only what is printed: a cell that is not in the list is not filled in. */
  readonly cells: readonly ComposedCell[];
  readonly signOff: SignOff | null;
  /** Lines after the sign-off: （此件公开发布）. */
  readonly remarks: readonly string[];
}

/** One top-level section. Its table stands between `paragraphs` and `notes`. */
export interface ComposedSection {
  /** Null for a section that is none of the six. */
  readonly id: SectionId | null;
  /** As printed, with its number: 一、总体情况. */
  readonly heading: string;
  /** A paragraph that begins with （一）, 1. or （1） has, or is, a heading of its own. */
  readonly paragraphs: readonly string[];
  /** The paragraphs below the table. */
  readonly notes: readonly string[];
}

export type ComposedCell = CellAddress & ComposedValue;

/** A figure, nothing, or words that are no figure and are handed on as they are. */
export type ComposedValue =
  | {
      readonly kind: "number";
      readonly value: number;
      /** Printed behind the figure; absent where the head of the column names the unit. */
      readonly unit?: MoneyUnit;
      /** A remark beside the figure, without its brackets: 其中修订16件. */
      readonly note?: string;
    }
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string };

export interface SignOff {
  readonly agency: string | null;
  readonly on: PlainDate | null;
}

/** The statutory format of a composed report. An unknown id is a mistake of the program, not of a person. */
export function formatOf({ format }: Pick<ComposedReport, "format">): Format {
  const found = FORMATS.find(({ id }) => id === format);
  if (!found) throw new Error(`There is no format ${format}.`);
  return found;
}

/** The six sections of a format with their statutory headings, empty. */
export function emptySections(format: Format): ComposedSection[] {
  return format.sections.map(({ id, label }: SectionForm) => ({ id, heading: label, paragraphs: [], notes: [] }));
}

/** The value of each cell of one table, by its row and column. */
export function composedValues(report: ComposedReport, table: TableId): ReadonlyMap<string, ComposedCell> {
  return new Map(report.cells.filter((cell) => cell.table === table).map((cell) => [`${cell.row}|${cell.column}`, cell]));
}

/** The tables that have a cell, in the order of the form. */
export function composedTables(report: ComposedReport): TableId[] {
  return TABLE_IDS.filter((table) => report.cells.some((cell) => cell.table === table));
}
