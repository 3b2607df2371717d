import { basename, extname } from "node:path";
import type { FileKind, SourceDocument } from "../document/document.js";
import { note } from "../document/note.js";
import { AppError } from "../errors.js";
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
  const document = withNameNote(await readDocument(bytes), called);
  const report = recogniseReport(document, called);
  if (report === null) throw new AppError("NOT_A_REPORT", {});
  return { report, document };
}

/** The kinds a file name promises. wps may be Word 97 or Word 2007 inside. */
const PROMISED: ReadonlyMap<string, readonly FileKind[]> = new Map([
  [".docx", ["docx"]],
  [".doc", ["doc"]],
  [".wps", ["doc", "docx"]],
  [".odt", ["odt"]],
  [".pdf", ["pdf", "scan"]],
  [".html", ["html"]],
  [".htm", ["html"]],
  [".txt", ["text"]],
  [".md", ["text"]],
  [".xlsx", ["xlsx"]],
]);

function withNameNote(document: SourceDocument, name: string): SourceDocument {
  const extension = extname(name).toLowerCase();
  const promised = PROMISED.get(extension);
  if (!promised || promised.includes(document.kind)) return document;
  return { ...document, notes: [...document.notes, note("kindDiffersFromName", { named: extension, actual: document.kind })] };
}
