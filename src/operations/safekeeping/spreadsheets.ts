import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { CSV_BEGINNING, csvLine } from "../../writers/csv-line.js";
import { type ExportedRow, SPREADSHEETS, type Spreadsheet } from "./spreadsheet-columns.js";

/** What a cell of Excel takes; the whole text is in the JSONL file. */
const MOST_CHARACTERS = 32_000;

/** Writes the main tables as csv while their rows go by. */
export class SpreadsheetWriter {
  readonly #folder: string;
  #open: { readonly sheet: Spreadsheet; readonly file: number } | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  begin(table: string): void {
    this.end();
    const sheet = SPREADSHEETS.find((one) => one.table === table);
    if (sheet === undefined) return;
    const file = openSync(join(this.#folder, `${sheet.name}.csv`), "wx", 0o600);
    writeSync(file, CSV_BEGINNING + csvLine(sheet.columns.map(([head]) => head)));
    this.#open = { sheet, file };
  }

  add(row: ExportedRow): void {
    if (this.#open === null) return;
    const { sheet, file } = this.#open;
    writeSync(file, csvLine(sheet.columns.map(([, of]) => cut(of(row) ?? ""))));
  }

  end(): void {
    if (this.#open !== null) closeSync(this.#open.file);
    this.#open = null;
  }
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}……（全文见 JSONL）`;
}
