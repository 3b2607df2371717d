import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Grid, SourceDocument } from "../document/document.js";
import { type ErrorCode, isAppError } from "../errors.js";
import { readDocx } from "./docx/read-docx.js";
import { readOdt } from "./odt/read-odt.js";
import { readXlsx } from "./xlsx/read-xlsx.js";

const CORPUS = join(import.meta.dirname, "..", "..", "test", "corpus");
const filesIn = (folder: string): string[] => readdirSync(join(CORPUS, folder)).filter((file) => /\.(docx|odt|xlsx)$/.test(file));

function read(path: string): SourceDocument {
  const bytes = readFileSync(join(CORPUS, path));
  if (path.endsWith(".odt")) return readOdt(bytes);
  return path.endsWith(".xlsx") ? readXlsx(bytes) : readDocx(bytes);
}

const gridsOf = ({ blocks }: SourceDocument): Grid[] => blocks.filter((block) => block.kind === "grid");

/** The rows that have a figure or a blank in each of the last columns: those cells, as one line a row, sorted. */
function figureRows(grid: Grid | undefined, width: number): string[] {
  const rows: string[] = [];
  for (let row = 0; row < (grid?.rows ?? 0); row++) {
    const cells =
      grid?.cells.filter((cell) => cell.row === row && cell.column >= grid.columns - width && cell.columnSpan === 1) ?? [];
    const texts = cells.map(({ text }) => text.normalize("NFKC").replace(/[\s,]/g, ""));
    if (cells.length !== width || !texts.every((text) => /^(-?\d+|\/|)$/.test(text))) continue;
    rows.push(texts.map((text) => (/\d/.test(text) ? String(Number(text)) : "blank")).join(" "));
  }
  return rows.sort();
}

/** The same of the expected values, whose rows are in the order of the format and not of the page. */
function expectedRows(table: Readonly<Record<string, unknown>>, width: number): string[] {
  const leaves = leavesOf(table).map((value) => (value === null ? "blank" : String(value)));
  return Array.from({ length: leaves.length / width }, (_, row) => leaves.slice(row * width, (row + 1) * width).join(" ")).sort();
}

function leavesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

describe("the reports made for the tests", () => {
  test.each(filesIn("made"))("%s: every figure of the tables stands in its row and column", (file) => {
    const expected: Record<"requests" | "review_litigation", Record<string, unknown>> = JSON.parse(
      readFileSync(join(CORPUS, "made", `${file}.expected.json`), "utf8"),
    );
    const [proactive, requests, review, ...more] = gridsOf(read(`made/${file}`));
    expect(more).toEqual([]);
    expect(proactive?.columns).toBe(4);
    expect(figureRows(requests, 7)).toEqual(expectedRows(expected.requests, 7));
    expect(figureRows(review, 15)).toEqual(expectedRows(expected.review_litigation, 15));
  });

  test("the blank form of 2021 has its three tables and six headings", () => {
    const document = read("real/template-2021-blank.docx");
    expect(gridsOf(document).map(({ rows, columns }) => [rows, columns])).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
    expect(
      document.blocks.flatMap((block) =>
        block.kind === "paragraph" && /^[一二三四五六]、/.test(block.text) ? block.text.slice(0, 1) : [],
      ),
    ).toEqual([..."一二三四五六"]);
    expect(document.metadata.get("application")).toMatch(/^WPS Office/);
  });
});

/** What becomes of the odd and hostile files; those with figures are read like the report they were made from. */
const OUTCOMES: Readonly<Record<string, ErrorCode | "read" | "read in part">> = {
  "backslash-names.docx": "read",
  "badutf8.docx": "FILE_DAMAGED",
  "badxml.docx": "FILE_DAMAGED",
  "crc.docx": "FILE_DAMAGED",
  "ctrl.docx": "FILE_DAMAGED",
  "deep-p.docx": "FILE_TOO_COMPLEX",
  "deep-tbl.docx": "FILE_TOO_COMPLEX",
  "empty.docx": "FILE_EMPTY",
  // An encrypted package is a compound file, which is told before a reader is chosen.
  "f0-password.docx": "FILE_DAMAGED",
  "farcell.xlsx": "read in part",
  "gridbefore.docx": "read",
  "gridspan.docx": "read",
  "laughs.docx": "FILE_FORBIDDEN_MARKUP",
  "merge-all.xlsx": "read in part",
  "onlyPK.docx": "FILE_DAMAGED",
  "prefix.docx": "read",
  "proto.docx": "read",
  "proto.xlsx": "read in part",
  "strict.docx": "read",
  "truncated.docx": "FILE_DAMAGED",
  "utf16.docx": "read",
  "xxe.docx": "FILE_FORBIDDEN_MARKUP",
};

describe("the files that must not do harm", () => {
  test.each(filesIn("refuse"))("%s", (file) => {
    const outcome = OUTCOMES[file];
    let document: SourceDocument | null = null;
    try {
      document = read(`refuse/${file}`);
    } catch (error) {
      expect(isAppError(error) && error.code).toBe(outcome);
      return;
    }
    if (outcome === "read")
      expect(gridsOf(document).map(({ cells }) => cells)).toEqual(gridsOf(read("made/f0.docx")).map(({ cells }) => cells));
    else expect(outcome).toBe("read in part");
  });
});
