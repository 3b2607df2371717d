import type { SourceDocument } from "../document/document.js";
import type { FileContents } from "../document/passage.js";
import { AppError, type ErrorCode, isAppError } from "../errors.js";
import type { RedactionMark } from "../register/redaction/redaction-mark.js";
import type { PageArea, PdfPageText } from "./screening/pdf-page.js";
import type { RedactedPages } from "./screening/redact-pages.js";

/** What a pdf may be opened for. What is said in the message is data only, so each names what it needs. */
export interface PdfTasks {
  /** Its text and tables, as any document's. */
  readonly read: { readonly ask: null; readonly answer: SourceDocument };
  /** Everything it holds in letters, seen or not. */
  readonly contents: { readonly ask: null; readonly answer: FileContents };
  /** A page as png. */
  readonly draw: { readonly ask: { readonly page: number; readonly dpi: number }; readonly answer: Uint8Array };
  /** The letters of a page with their places. */
  readonly glyphs: { readonly ask: { readonly page: number }; readonly answer: PdfPageText };
  readonly find: { readonly ask: { readonly term: string }; readonly answer: readonly PageArea[] };
  readonly redact: { readonly ask: readonly RedactionMark[]; readonly answer: RedactedPages };
}

/** What the parent asks of the child that reads: one file at a time. */
export type ReadingRequest = {
  readonly [Task in keyof PdfTasks]: {
    readonly job: number;
    readonly bytes: Uint8Array;
    readonly task: Task;
    readonly ask: PdfTasks[Task]["ask"];
  };
}[keyof PdfTasks];

/** What the child answers. Only data crosses between processes, so an error travels as its code and data. */
export type ReadingReply =
  | { readonly kind: "ready" }
  /** It takes longer than reading a file does: a scan, a redaction. */
  | { readonly kind: "longer"; readonly job: number }
  | { readonly kind: "done"; readonly job: number; readonly answer: PdfTasks[keyof PdfTasks]["answer"] }
  | { readonly kind: "error"; readonly job: number; readonly code: ErrorCode; readonly data: AppError["data"] };

/** An error as it travels; one that has no code means that the reader itself broke. */
export function errorReply(job: number, error: unknown): ReadingReply {
  if (isAppError(error)) return { kind: "error", job, code: error.code, data: error.data };
  const detail = error instanceof Error ? error.name : typeof error;
  return { kind: "error", job, code: "READER_CRASHED", data: { detail } };
}

/** The error a reply stands for. */
export function errorOf(reply: Extract<ReadingReply, { kind: "error" }>): AppError {
  return new AppError(reply.code, reply.data as never); // the data was checked against the code where the error was made
}
