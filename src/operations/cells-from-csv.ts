import type { ComposedCell, ComposedValue } from "../report/composed-report.js";
import { TABLE_IDS } from "../report/format.js";
import type { CSV_COLUMNS } from "../writers/annual-report/write-csv.js";

/** The cells of a file in the csv form (RFC 4180), for comparison with what was written. Rows that name no table are left out. */
export function cellsFromCsv(bytes: Uint8Array): ComposedCell[] {
  const [head = [], ...records] = recordsOf(new TextDecoder().decode(bytes));
  const at = (name: (typeof CSV_COLUMNS)[number]): number => head.indexOf(name);
  return records.flatMap((record): ComposedCell[] => {
    const text = (name: (typeof CSV_COLUMNS)[number]): string => unguarded(record[at(name)] ?? "");
    const table = TABLE_IDS.find((id) => id === text("table"));
    if (!table) return [];
    return [{ table, row: text("row"), column: text("column"), ...valueFrom(record[at("value")] ?? "", text) }];
  });
}

function valueFrom(figure: string, text: (name: "unit" | "note" | "text") => string): ComposedValue {
  if (figure === "") return text("text") === "" ? { kind: "blank" } : { kind: "text", text: text("text") };
  const unit = text("unit");
  const note = text("note");
  return {
    kind: "number",
    value: Number(figure),
    ...((unit === "万元" || unit === "元") && { unit }),
    ...(note !== "" && { note }),
  };
}

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
const unguarded = (text: string): string => (/^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const match = FIELD.exec(text);
    if (!match) break;
    const [, quoted, plain = "", end] = match;
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
