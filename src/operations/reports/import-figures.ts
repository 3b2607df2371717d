import { createHash } from "node:crypto";
import { basename } from "node:path";
import { monthlyRows, type RowFault } from "../../register/monthly-rows.js";
import { loadFigures } from "../../storage/stores/figure-store.js";
import type { Actor, Office } from "../office.js";
import { enterFigures, faultOf } from "./enter-figures.js";
import { formatOfYear, labelOf, standingOf } from "./list-figures.js";
import { sheetRows } from "./sheet-rows.js";

export interface FigureFile {
  readonly agencyId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Tells what would be written, and writes nothing. */
  readonly isDryRun: boolean;
}

export interface FigureChange {
  readonly row: string;
  readonly column: string;
  readonly month: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number;
}

export interface FiguresImported {
  readonly changes: readonly FigureChange[];
  readonly unchanged: number;
  /** With the rows and columns of the sheet, from 1. */
  readonly faults: readonly RowFault[];
  readonly isWritten: boolean;
}

/** Takes over the figures of an xlsx or csv file, all or none: with a single fault nothing is written. What is there already is left alone. */
export async function importFigures(office: Office, actor: Actor, file: FigureFile): Promise<FiguresImported> {
  const { agencyId, bytes, isDryRun } = file;
  const name = basename(file.fileName);
  const { rows, firstRow } = await sheetRows(bytes, name);
  const read = monthlyRows(rows);
  const outsideOf = (entry: (typeof read.entries)[number]): string | null =>
    Number(entry.month.slice(0, 4)) < 2019 ? `${entry.month} 早于 2019 年` : faultOf(office, entry);
  const outside = read.entries.flatMap((entry) => {
    const message = outsideOf(entry);
    return message === null ? [] : [{ row: rowOfMonth(rows, entry.month), column: 1, message: `${message}。` }];
  });
  const faults = [...read.faults, ...outside].map((fault) => ({ ...fault, row: fault.row + firstRow - 1 }));
  const there = new Map(standingOf(await loadFigures(office.database, agencyId)).map((figure) => [placeOf(figure), figure]));
  const fresh = read.entries.filter((entry) => there.get(placeOf(entry))?.value !== entry.value);
  const changes = fresh
    .filter((entry) => outsideOf(entry) === null)
    .map((entry) => changeOf(entry, there.get(placeOf(entry))?.value ?? null));
  const isWritten = !isDryRun && faults.length === 0 && fresh.length > 0;
  if (isWritten) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const figures = fresh.map((entry) => ({ ...entry, version: there.get(placeOf(entry))?.sequence ?? 0 }));
    await enterFigures(office, actor, { agencyId, figures, source: `${name}（SHA-256 ${sha256.slice(0, 16)}）` });
  }
  return { changes, unchanged: read.entries.length - fresh.length, faults, isWritten };
}

interface Entry {
  readonly row: string;
  readonly column: string;
  readonly month: string;
}

const placeOf = ({ row, column, month }: Entry) => `${row}|${column}|${month}`;

function changeOf(entry: Entry & { readonly value: number }, before: number | null): FigureChange {
  const { row, column, month, value } = entry;
  const label = labelOf(formatOfYear(Number(month.slice(0, 4))), { row, column });
  return { row, column, month, label, before, after: value };
}

/** The row of the sheet in which a month stands, for the message; the head when it cannot be told. */
function rowOfMonth(rows: readonly (readonly string[])[], month: string): number {
  const [year, number] = month.split("-").map(Number);
  const at = rows.findIndex((row) =>
    row.some((text) => {
      const match = /^(\d{4})\D(\d{1,2})(?!\d)/.exec(text.normalize("NFKC").trim());
      return match !== null && Number(match[1]) === year && Number(match[2]) === number;
    }),
  );
  return Math.max(at, 0) + 1;
}
