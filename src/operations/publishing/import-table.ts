import type { Grid } from "../../document/document.js";
import { AppError } from "../../errors.js";
import { readDocument } from "../read-document.js";
import { suggestMapping } from "./suggest-mapping.js";

/** A table to be imported: its head, and its rows as texts, each as wide as the head. */
export interface ImportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where each row stands in the file, counted as spreadsheets count. */
  readonly numbers: readonly number[];
}

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
/** Above the head of a table stand its name, the agency, the day it was made. */
const MOST_ABOVE = 10;

interface TableLine {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Reads the first table of a workbook, or a csv file in UTF-8 or GB 18030. */
export async function readImportTable(name: string, bytes: Uint8Array): Promise<ImportTable> {
  const texts = /\.csv$/i.test(name) ? csvLines(name, textOf(bytes)) : await workbookLines(name, bytes);
  const lines = texts
    .map((cells, index): TableLine => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const at = headAt(lines);
  const head = lines[at];
  const rows = lines.slice(at + 1);
  if (head === undefined || rows.length === 0)
    throw new AppError("IMPORT_UNREADABLE", { name, detail: "没有表头或者没有数据行。" });
  return {
    head: columnNames(head.cells),
    rows: rows.map(({ cells }) => head.cells.map((_, column) => cells[column] ?? "")),
    numbers: rows.map(({ number }) => number),
  };
}

/** The first line that says which column is the title; where none does, the first with more than one cell. */
function headAt(lines: readonly TableLine[]): number {
  const above = lines.slice(0, MOST_ABOVE);
  const known = above.findIndex(({ cells }) => suggestMapping(cells) !== null);
  if (known >= 0) return known;
  return Math.max(
    0,
    above.findIndex(({ cells }) => cells.filter((cell) => cell !== "").length > 1),
  );
}

/** Every column by a name of its own: of two with the same name each can be chosen. */
function columnNames(cells: readonly string[]): string[] {
  return cells.map((text, index) => {
    if (text === "") return `第${index + 1}列`;
    return cells.indexOf(text) === index ? text : `${text}（第${index + 1}列）`;
  });
}

async function workbookLines(name: string, bytes: Uint8Array): Promise<string[][]> {
  const { blocks } = await readDocument(bytes);
  const grid = blocks.find((block): block is Grid => block.kind === "grid" && block.rows > 1);
  if (grid === undefined) throw new AppError("IMPORT_UNREADABLE", { name, detail: "没有找到表格。" });
  const lines = Array.from({ length: grid.rows }, (): string[] => Array.from({ length: grid.columns }, () => ""));
  for (const { row, column, text } of grid.cells) {
    const line = lines[row];
    if (line !== undefined) line[column] = text;
  }
  return lines;
}

/** UTF-8 where it is, else GB 18030, which every file of an office in China can be read as. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The fields of RFC 4180: quotes around a field, two for one inside, line breaks of any system. */
export function csvLines(name: string, text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { field, next } = fieldAt(text, at);
    line.push(field);
    if (line.length > MOST_COLUMNS) throw new AppError("IMPORT_UNREADABLE", { name, detail: `超过 ${MOST_COLUMNS} 列。` });
    if (text[next] === ",") {
      at = next + 1;
      if (at < text.length) continue;
      line.push("");
    } else at = text.startsWith("\r\n", next) ? next + 2 : next + 1;
    lines.push(line);
    if (lines.length > MOST_ROWS) throw new AppError("IMPORT_UNREADABLE", { name, detail: `超过 ${MOST_ROWS} 行，请分批导入。` });
    line = [];
  }
  return lines;
}

function fieldAt(text: string, at: number): { readonly field: string; readonly next: number } {
  if (text[at] !== '"') {
    let next = at;
    while (next < text.length && text[next] !== "," && text[next] !== "\n" && text[next] !== "\r") next += 1;
    return { field: text.slice(at, next), next };
  }
  let field = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { field: field + text.slice(from), next: text.length };
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { field, next: quote + 1 };
    field += '"';
    from = quote + 2;
  }
}
