import { basename } from "node:path";
import type { SourceDocument } from "../document/document.js";
import { AppError } from "../errors.js";
import { withNoteOnName } from "../readers/with-note-on-name.js";
import { recogniseReport } from "../recognition/recognise-report.js";
import type { Report } from "../report/report.js";
import { bytesOfInput } from "./open-input.js";
import { readDocument } from "./read-document.js";

/** A report with the document it was read from; the report's places point into the document's blocks. */
export interface Reading {
  readonly report: Report;
  readonly document: SourceDocument;
}

/**
 * Reads an annual report from a file or from bytes. Every value keeps its raw text and its place; nothing is repaired.
 * `name` is what the report is called in listings; for bytes it also tells which extension the file had.
 * Throws an AppError with a code when the file cannot be read or holds no annual report.
 */
export async function readReport(source: string | Uint8Array, name?: string): Promise<Reading> {
  const called = name ?? (typeof source === "string" ? basename(source) : "");
  const bytes = typeof source === "string" ? await bytesOfInput({ kind: "file", name: source, path: source }) : source;
  const document = withNoteOnName(await readDocument(bytes), called);
  const report = recogniseReport(document, called);
  if (report === null) throw new AppError("NOT_A_REPORT", {});
  return { report, document };
}
