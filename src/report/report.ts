import type { FileKind } from "../document/document.js";
import type { Note } from "../document/note.js";
import type { Place } from "../document/place.js";
import type { PlainDate } from "../law/plain-date.js";
import type { Cell } from "./cell.js";
import { type CellAddress, type Format, type SectionId, TABLE_IDS, type TableId } from "./format.js";

/** A stretch of the report's own text: a title, a heading, a paragraph. */
export interface Passage {
  /** The text as printed, without the line breaks of wrapping. */
  readonly text: string;
  readonly place: Place;
  /** Index of its (first) block in SourceDocument.blocks, and how many blocks it takes: a title may stand on two lines. */
  readonly block: number;
  readonly blockCount: number;
  /** Set when the passage is, or begins with, a heading of its own: 「（一）主动公开」, 「1.」, 「一是」. */
  readonly heading?: HeadingMark;
}

/** How a heading is numbered. Level 1 is 一、, level 2 （一）, level 3 1., level 4 （1）. */
export interface HeadingMark {
  readonly level: 1 | 2 | 3 | 4;
  /** The number as printed, with its signs: 「（一）」. */
  readonly printed: string;
  readonly number: number;
  /** The words of the heading, without number; the whole passage, or what stands before the first full stop. */
  readonly words: string;
}

/** One top-level section as printed, in printed order. A report may print fewer or more than six. */
export interface Section {
  /** Which statutory section it is, or null when its words are none of the six. */
  readonly id: SectionId | null;
  readonly heading: Passage;
  /** The paragraphs below the heading, tables left out. */
  readonly paragraphs: readonly Passage[];
}

/** A table as filled in. A cell that is not on the page is not in the map. */
export interface FilledTable {
  readonly id: TableId;
  readonly place: Place;
  /** Index of its first block. */
  readonly block: number;
  /** Keyed by cellKey(row, column). */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The row and column labels as printed, keyed by row or column id. */
  readonly labels: ReadonlyMap<string, PrintedLabel>;
  /** Figures that stand in the table but belong to no cell of the form. */
  readonly surplus: readonly PrintedLabel[];
}

export interface PrintedLabel {
  readonly text: string;
  readonly place: Place;
  readonly block: number;
}

/** A name or a date with the passage it was found in. `start` and `end` are offsets into passage.text. */
export interface Told<Value> {
  readonly value: Value;
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** The period the report says it covers. A side that is missing or is no day of the calendar is null. */
export interface Period {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** An annual report as it was read: nothing added, nothing repaired. */
export interface Report {
  readonly source: { readonly kind: FileKind; readonly name: string };
  /** Recognised from the heads of the tables, never from the year. */
  readonly format: Format;
  /** False when no table head told the format and it was taken from the year; a check must not rely on it then. */
  readonly isFormatProved: boolean;
  readonly title: Passage | null;
  readonly agency: {
    /** In the title. */
    readonly title: Told<string> | null;
    /** As the report names itself in the preface or section one. */
    readonly body: Told<string> | null;
    readonly signOff: Told<string> | null;
  };
  /** The year the report is about, as its title, else its period, else its text tells it. */
  readonly reportYear: Told<number> | null;
  readonly period: Told<Period> | null;
  readonly signedOn: Told<PlainDate | null> | null;
  /** What stands before section one, without the title. */
  readonly preface: readonly Passage[];
  readonly sections: readonly Section[];
  /** What stands after the last section: sign-off and date. */
  readonly closing: readonly Passage[];
  readonly tables: Readonly<Partial<Record<TableId, FilledTable>>>;
  /** Sections in which an image stands where a table is due. */
  readonly picturesIn: readonly SectionId[];
  readonly metadata: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
}

/** The key of a cell inside its table. */
export function cellKey(row: string, column: string): string {
  return `${row}|${column}`;
}

/** The cell at an address, or undefined when it is not on the page. */
export function cellAt(report: Report, { table, row, column }: CellAddress): Cell | undefined {
  return report.tables[table]?.cells.get(cellKey(row, column));
}

/** The figure at an address; null when the cell is blank, unread or not on the page, which proves nothing. */
export function figureAt(report: Report, address: CellAddress): number | null {
  const cell = cellAt(report, address);
  return cell?.kind === "number" ? cell.value : null;
}

/** The figures at some addresses, or null if any of them is missing: an unreadable cell proves nothing. */
export function countsAt<const Addresses extends readonly CellAddress[]>(
  report: Report,
  addresses: Addresses,
): { -readonly [Index in keyof Addresses]: number } | null {
  const counts: number[] = [];
  for (const address of addresses) {
    const figure = figureAt(report, address);
    if (figure === null) return null;
    counts.push(figure);
  }
  return counts as { -readonly [Index in keyof Addresses]: number }; // one figure for each address was pushed
}

/** Every passage of the report in printed order: title, preface, headings and paragraphs, closing. */
export function* passagesOf(report: Report): Generator<Passage> {
  if (report.title) yield report.title;
  yield* report.preface;
  for (const section of report.sections) {
    yield section.heading;
    yield* section.paragraphs;
  }
  yield* report.closing;
}

/** The first section with this id. */
export function sectionOf(report: Report, id: SectionId): Section | undefined {
  return report.sections.find((section) => section.id === id);
}

/** The tables that are on the page, in the order of the format. */
export function tablesOf(report: Report): FilledTable[] {
  return TABLE_IDS.flatMap((id) => report.tables[id] ?? []);
}
