import type { Note } from "./note.js";
import type { Place } from "./place.js";

/** What a file turned out to be, by its content and not by its name. */
export type FileKind = "docx" | "doc" | "odt" | "pdf" | "scan" | "html" | "text" | "xlsx";

/** A run of text between two breaks, as a person sees it: lines that were only wrapped are joined. */
export interface Paragraph {
  readonly kind: "paragraph";
  /** The text as it stands in the file, untouched but for markup; inner line breaks are "\n". */
  readonly text: string;
  /** The outline level when the file marks a heading (1 = highest). */
  readonly level?: number;
  readonly place: Place;
}

/** One visible cell; it stands once, at its top left corner. Rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Raw text; paragraphs inside the cell are separated by "\n". */
  readonly text: string;
  readonly place: Place;
  /** How sure the machine is of a cell it read from an image, 0 to 1; absent when there was nothing to guess. */
  readonly confidence?: number;
}

/** A table as it is seen: merged cells are one cell, nested and layout tables are dissolved by the reader. */
export interface Grid {
  readonly kind: "grid";
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** True when the order of cells in a row is sure but their column is not (text dumps, tables without rulings). */
  readonly ragged: boolean;
  /** True when an empty cell of the source may have vanished, so that even the number of cells in a row proves nothing. */
  readonly blanksDropped?: boolean;
  readonly place: Place;
}

/** An image in the flow of the text: a table may stand in it that nobody can read. */
export interface Picture {
  readonly kind: "picture";
  readonly place: Place;
}

export type Block = Paragraph | Grid | Picture;

/** What a reader gives: the content of a file in reading order, before anybody knows that it is a report. */
export interface SourceDocument {
  readonly kind: FileKind;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** The name of the character encoding, for html and text. */
  readonly encoding?: string;
  /** What the file says of itself: html meta tags and <title>, the information block of a content system, Word properties. */
  readonly metadata: ReadonlyMap<string, string>;
}
