import type { Grid } from "../../document/document.js";
import { AppError } from "../../errors.js";
import { readDocument } from "../read-document.js";

/** A table to be imported: its head, and its rows as texts, each as wide as the head. */
export interface ImportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;

/** Reads the first table of a workbook, or a csv file in UTF-8 or GB 18030. */
export async function readImportTable(name: string, bytes: Uint8Array): Promise<ImportTable> {
  const lines = /\.csv$/i.test(name) ? csvLines(name, textOf(bytes)) : await workbookLines(name, bytes);
  const [head, ...rows] = lines.filter((line) => line.some((cell) => cell.trim() !== ""));
  if (head === undefined || rows.length === 0)
    throw new AppError("IMPORT_UNREADABLE", { name, detail: "没有表头或者没有数据行。" });
  const width = head.length;
  const named = head.map((text, index) => (text.trim() === "" ? `第${index + 1}列` : text.trim()));
  return { head: named, rows: rows.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? "").trim())) };
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
