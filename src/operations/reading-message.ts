import type { SourceDocument } from "../document/document.js";
import { AppError, type ErrorCode, isAppError } from "../errors.js";

/** What the parent asks of the child that reads: one file at a time. */
export interface ReadingRequest {
  readonly job: number;
  readonly bytes: Uint8Array;
}

/** What the child answers. Only data crosses between processes, so an error travels as its code and data. */
export type ReadingReply =
  | { readonly kind: "ready" }
  | { readonly kind: "scan"; readonly job: number }
  | { readonly kind: "document"; readonly job: number; readonly document: SourceDocument }
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
