import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { AppError } from "../errors.js";
import { recogniseReport } from "../recognition/recognise-report.js";
import type { ComposedCell, ComposedReport } from "../report/composed-report.js";
import type { Publication } from "../writers/annual-report/publication.js";
import { writeCsv } from "../writers/annual-report/write-csv.js";
import { writeDocx } from "../writers/annual-report/write-docx.js";
import { writeHtml } from "../writers/annual-report/write-html.js";
import { writeJson } from "../writers/annual-report/write-json.js";
import { writeText } from "../writers/annual-report/write-text.js";
import { writeXlsx } from "../writers/annual-report/write-xlsx.js";
import { cellsFromCsv } from "./cells-from-csv.js";
import { composedFromJson } from "./composed-from-json.js";
import { readDocument } from "./read-document.js";
import { type Difference, differing, reportDifferences } from "./report-differences.js";

/** The forms a report is released in. */
export const RELEASE_FORMATS = ["docx", "pdf", "html", "xlsx", "txt", "json", "csv"] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

export interface ReleasedFile {
  readonly format: ReleaseFormat;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface ReleaseOptions {
  readonly formats?: readonly ReleaseFormat[];
  readonly publication?: Publication;
}

const WRITERS: Readonly<
  Record<ReleaseFormat, (report: ComposedReport, publication: Publication) => Uint8Array | Promise<Uint8Array>>
> = {
  docx: writeDocx,
  // Loaded when first needed: its engine is 38 MB.
  pdf: async (report) => (await import("../writers/annual-report/write-pdf.js")).writePdf(report),
  html: writeHtml,
  xlsx: writeXlsx,
  txt: writeText,
  json: writeJson,
  csv: writeCsv,
};

/**
 * Writes a report in each form and reads every file back with our own readers. Throws READ_BACK_DIFFERS, and releases nothing,
 * when a cell, a paragraph or the sign-off of any file is not what was to be written.
 */
export async function releaseReport(
  report: ComposedReport,
  { formats = RELEASE_FORMATS, publication = {} }: ReleaseOptions = {},
): Promise<ReleasedFile[]> {
  const files: ReleasedFile[] = [];
  for (const format of formats) {
    const bytes = await WRITERS[format](report, publication);
    const [first, ...others] = await readBack(report, format, bytes);
    if (first) {
      const { where, written, read } = first;
      throw new AppError("READ_BACK_DIFFERS", { format, count: others.length + 1, where, written, read });
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({ format, name: `${fileStem(report)}.${format}`, bytes, sha256 });
  }
  return files;
}

/** Forms in which the end of a paragraph cannot be told from the end of a line. */
const LINES_ONLY: ReadonlySet<ReleaseFormat> = new Set(["pdf", "txt"]);

/** Where a file says something else than the report it was written from. */
export async function readBack(report: ComposedReport, format: ReleaseFormat, bytes: Uint8Array): Promise<Difference[]> {
  switch (format) {
    case "json":
      return dataDifferences(withOrder(composedFromJson(bytes)), withOrder(report));
    case "csv":
      return dataDifferences(inOrder(cellsFromCsv(bytes)), inOrder(report.cells));
    default: {
      const read = recogniseReport(await readDocument(bytes), `${fileStem(report)}.${format}`);
      return read === null
        ? [{ where: "标题", written: report.title, read: "" }]
        : reportDifferences(report, read, LINES_ONLY.has(format) ? "section" : "paragraph");
    }
  }
}

/** Data that come back as data must be equal to the last sign. */
function dataDifferences(read: unknown, written: unknown): Difference[] {
  if (isDeepStrictEqual(read, written)) return [];
  return differing("数据", JSON.stringify(written), JSON.stringify(read));
}

const withOrder = (report: ComposedReport): ComposedReport => ({ ...report, cells: inOrder(report.cells) });

const inOrder = (cells: readonly ComposedCell[]): ComposedCell[] =>
  cells.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));

const placeOf = ({ table, row, column }: ComposedCell): string => `${table}|${row}|${column}`;

const LONGEST_STEM = 80;

/** The title as a file name on any system. */
function fileStem({ title, reportYear }: ComposedReport): string {
  const stem = title.replace(/[\p{Cc}\p{Cf}\s\\/:*?"<>|]+/gu, "").slice(0, LONGEST_STEM);
  return stem === "" ? String(reportYear) : stem;
}
