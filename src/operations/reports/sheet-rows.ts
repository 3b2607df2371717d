import { extname } from "node:path";
import { AppError } from "../../errors.js";
import { decodeText } from "../../readers/decode-text.js";
import { fileKindOf } from "../../readers/file-kind.js";
import { LIMITS } from "../../readers/limits.js";
import { readDocument } from "../read-document.js";

/** The rows of a sheet as text. `firstRow` is the number the spreadsheet gives the first of them, from 1. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  readonly firstRow: number;
}

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

/** The rows of the first sheet that has any of an xlsx file, or of a csv file in UTF-8 or GB 18030. */
export async function sheetRows(bytes: Uint8Array, name: string): Promise<SheetRows> {
  if (bytes.length === 0) throw new AppError("FILE_EMPTY", {});
  const limit = LIMITS.fileMegabytes;
  const megabytes = Math.ceil(bytes.length / 2 ** 20);
  if (megabytes > limit) throw new AppError("FILE_TOO_LARGE", { megabytes, limit });
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (extname(name).toLowerCase() === ".csv" && !isZip) {
    return { rows: csvRows(decodeText(bytes).text.replace(/^\ufeff/, "")), firstRow: 1 };
  }
  const kind = fileKindOf(bytes);
  if (kind !== "xlsx") throw new AppError("FILE_KIND_UNSUPPORTED", { kind: `${kind}（需要 xlsx 或者 csv）` });
  return xlsxRows(bytes);
}

async function xlsxRows(bytes: Uint8Array): Promise<SheetRows> {
  const { blocks } = await readDocument(bytes);
  const cells = blocks
    .flatMap((block) => (block.kind === "grid" ? block.cells : []))
    .flatMap(({ place, text }) => (place.kind === "sheet" ? [{ ...place, text: text.replaceAll("\n", "") }] : []));
  const [first] = cells;
  if (first === undefined) throw new AppError("FILE_EMPTY", {});
  const own = cells.filter(({ sheet }) => sheet === first.sheet);
  const firstRow = own.reduce((least, { row }) => Math.min(least, row), first.row);
  const rows: string[][] = [];
  for (const { row, column, text } of own) {
    const at = row - firstRow;
    if (at >= MOST_ROWS || column > MOST_COLUMNS) throw tooLarge();
    while (rows.length <= at) rows.push([]);
    const line = rows[at];
    if (line === undefined) continue;
    while (line.length < column) line.push("");
    line[column - 1] = text;
  }
  return { rows, firstRow };
}

/** Refused and never cut: a row that was left out is a request or a figure that nobody misses. */
const tooLarge = () => new AppError("SHEET_TOO_LARGE", { rows: MOST_ROWS, columns: MOST_COLUMNS });

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** The records of RFC 4180, with any kind of line end. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    if (rows.length >= MOST_ROWS || row.length >= MOST_COLUMNS) throw tooLarge();
    const match = FIELD.exec(text);
    if (match === null) throw new AppError("FILE_DAMAGED", { detail: `第 ${rows.length + 1} 行的引号不成对` });
    const [, quoted, plain = "", end] = match;
    row.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows;
}
