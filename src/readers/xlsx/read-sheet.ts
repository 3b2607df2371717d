import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import { readRichText, unescaped } from "./shared-strings.js";
import { SHEET, type SheetScanner } from "./sheet-names.js";

/** A cell with something in it. Rows and columns count from 0. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly style: number;
}

/** A row with something in it, or an empty one with a look of its own close below: a drawn row may be left unfilled. */
export interface SheetRow {
  readonly row: number;
  readonly cells: SheetCell[];
  /** Cells with a style and nothing in them. */
  readonly empty: { readonly column: number; readonly style: number }[];
}

/** A range of cells shown as one; both ends belong to it. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SheetContent {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly hasDrawing: boolean;
  /** How many cells with something in them stand in hidden rows or columns. */
  readonly hiddenCells: number;
}

/** What a cell needs from the rest of the workbook to be text. */
export interface CellTexts {
  sharedString(index: number): string;
  number(stored: string, style: number): string;
}

const MAX_MERGES = 50_000;
const MAX_COLUMN = 16_384;
const MAX_ROW = 1_048_576;
/** A form has no more empty rows in a row; below a table whole columns may be drawn to the end of the sheet. */
const MAX_EMPTY_ROWS = 3;

interface Draft {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  nextRow: number;
  cells: number;
  hasDrawing: boolean;
  hiddenCells: number;
  readonly hiddenColumns: ColumnRange[];
}

interface ColumnRange {
  readonly first: number;
  readonly last: number;
}

/** Reads a worksheet. Only rows with text are kept, so that a million empty ones cost their reading and nothing more. */
export function readSheet(part: Uint8Array, texts: CellTexts): SheetContent {
  const scanner: SheetScanner = new XmlScanner(part, SHEET);
  const draft: Draft = { rows: [], merges: [], nextRow: 0, cells: 0, hasDrawing: false, hiddenCells: 0, hiddenColumns: [] };
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start") continue;
    if (scanner.name === "x:col") readColumn(scanner, draft.hiddenColumns);
    else if (scanner.name === "x:row") readRow(scanner, texts, draft);
    else if (scanner.name === "x:mergeCell") readMerge(scanner.attribute("ref") ?? "", draft.merges);
    else if (scanner.name === "x:drawing") draft.hasDrawing = true;
  }
  draft.rows.sort((one, other) => one.row - other.row);
  return draft;
}

/** A form may hide each of its columns by itself. */
const MAX_HIDDEN_RANGES = 1024;

function readColumn(scanner: SheetScanner, hidden: ColumnRange[]): void {
  if (!isTrue(scanner.attribute("hidden")) || hidden.length >= MAX_HIDDEN_RANGES) return;
  hidden.push({ first: Number(scanner.attribute("min")) - 1, last: Number(scanner.attribute("max")) - 1 });
}

const isTrue = (value: string | null): boolean => value === "1" || value === "true";

function readRow(scanner: SheetScanner, texts: CellTexts, draft: Draft): void {
  const depth = scanner.depth;
  const given = Number(scanner.attribute("r") ?? Number.NaN);
  const row = Number.isInteger(given) && given >= 1 && given <= MAX_ROW ? given - 1 : draft.nextRow;
  draft.nextRow = row + 1;
  const isRowHidden = isTrue(scanner.attribute("hidden"));
  const read: SheetRow = { row, cells: [], empty: [] };
  let nextColumn = 0;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || scanner.name !== "x:c") continue;
    const column = columnOf(scanner.attribute("r")) ?? nextColumn;
    nextColumn = column + 1;
    const style = Number(scanner.attribute("s") ?? "0") || 0;
    const text = readCell(scanner, texts, style);
    if (isRowHidden || draft.hiddenColumns.some(({ first, last }) => column >= first && column <= last)) {
      if (text.trim() !== "") draft.hiddenCells++;
    } else if (text.trim() !== "") read.cells.push({ column, text, style });
    else if (style > 0 && read.empty.length < LIMITS.gridColumns) read.empty.push({ column, style });
  }
  if (read.cells.length === 0 && !isNearText(read, draft.rows)) return;
  draft.cells += read.cells.length;
  if (draft.cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
  draft.rows.push(read);
}

function isNearText({ row, empty }: SheetRow, rows: readonly SheetRow[]): boolean {
  const above = rows.slice(-MAX_EMPTY_ROWS);
  return empty.length > 0 && above.at(-1)?.row === row - 1 && above.some(({ cells }) => cells.length > 0);
}

function readCell(scanner: SheetScanner, texts: CellTexts, style: number): string {
  const type = scanner.attribute("t") ?? "n";
  const depth = scanner.depth;
  let inline = "";
  let value = "";
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "x:v") value = scanner.elementText();
    else if (scanner.name === "x:is") inline = readRichText(scanner);
    else if (scanner.name === "x:f") scanner.skip();
  }
  switch (type) {
    case "inlineStr":
      return inline;
    case "s":
      return /^\d{1,9}$/.test(value) ? texts.sharedString(Number(value)) : "";
    case "b":
      return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
    case "n":
      return value === "" ? "" : texts.number(value, style);
    default:
      return unescaped(value);
  }
}

function columnOf(reference: string | null): number | null {
  const letters = reference === null ? undefined : /^([A-Za-z]{1,3})\d{1,7}$/.exec(reference)?.[1];
  if (letters === undefined) return null;
  const column = columnNumber(letters);
  return column <= MAX_COLUMN ? column - 1 : null;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function readMerge(reference: string, merges: Merge[]): void {
  const match = /^([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return;
  if (merges.length >= MAX_MERGES) throw new AppError("FILE_TOO_COMPLEX", { detail: `合并单元格超过 ${MAX_MERGES} 处` });
  const [, firstLetters = "", firstDigits = "", lastLetters = "", lastDigits = ""] = match;
  const merge = {
    firstRow: Number(firstDigits) - 1,
    lastRow: Number(lastDigits) - 1,
    firstColumn: columnNumber(firstLetters) - 1,
    lastColumn: columnNumber(lastLetters) - 1,
  };
  if (merge.firstRow >= 0 && merge.firstRow <= merge.lastRow && merge.firstColumn <= merge.lastColumn) merges.push(merge);
}
