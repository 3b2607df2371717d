import type { Block, SourceDocument } from "../../document/document.js";
import { type Note, note } from "../../document/note.js";
import { AppError, isAppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { documentBlocks } from "./document-blocks.js";
import { metadataOf } from "./metadata.js";
import { openPdf } from "./open-pdf.js";
import { type Pdfium, type PdfiumSource, startPdfium } from "./pdfium.js";
import { type ReadPage, readPage } from "./read-page.js";

/** What a pdf holds: text one can read, or only images of pages. */
export type PdfReading =
  | { readonly kind: "text"; readonly document: SourceDocument }
  | { readonly kind: "image-only"; readonly pages: number };

let engine: Promise<Pdfium> | undefined;

/** Starts the engine before there is anything to read, so that the first file does not wait for it. */
export async function warmPdfReader(source: PdfiumSource): Promise<void> {
  engine ??= startPdfium(source);
  await engine;
}

/**
 * Reads a pdf that a program has written. The engine parses untrusted bytes and has no clock: call this in a child process
 * or a worker that can be ended.
 */
export async function readPdf(bytes: Uint8Array, source: PdfiumSource): Promise<PdfReading> {
  if (bytes.length > LIMITS.fileMegabytes * 1024 * 1024) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    throw new AppError("FILE_TOO_LARGE", { megabytes, limit: LIMITS.fileMegabytes });
  }
  engine ??= startPdfium(source);
  const pdfium = await engine;
  try {
    return readWith(pdfium, bytes);
  } catch (error) {
    if (isAppError(error) && error.code !== "READ_OUT_OF_MEMORY") throw error;
    // An engine that was stopped in the middle of its work cannot be used again.
    engine = undefined;
    if (isAppError(error)) throw error;
    throw new AppError("READER_CRASHED", { detail: "PDF 引擎中止" }, { cause: error });
  }
}

function readWith(pdfium: Pdfium, bytes: Uint8Array): PdfReading {
  const open = openPdf(pdfium, bytes);
  const pages: ReadPage[] = [];
  for (let index = 0; index < open.pages; index++) {
    const handle = pdfium.call.FPDF_LoadPage(open.handle, index);
    if (handle === 0) break;
    try {
      pages.push(readPage(pdfium, handle, index + 1));
    } finally {
      pdfium.call.FPDF_ClosePage(handle);
    }
  }
  const metadata = metadataOf(pdfium, open.handle);
  open.close();
  if (pages.length === 0) throw new AppError("FILE_DAMAGED", { detail: "PDF 的页面无法读出" });
  const readable = pages.filter((page) => page.quality === "readable" && !page.isImage).length;
  const unreadable = pages.filter((page) => page.isImage || page.quality === "garbage").length;
  if (unreadable > 0 && (readable === 0 || readable < unreadable / 4)) return { kind: "image-only", pages: pages.length };
  const blocks: readonly Block[] = documentBlocks(pages);
  return { kind: "text", document: { kind: "pdf", blocks, notes: notesOf(pages), metadata } };
}

function notesOf(pages: readonly ReadPage[]): Note[] {
  return pages.flatMap(({ page, isImage, quality, nameless }) => {
    if (isImage || quality === "garbage") return [note("tablesMissingText", { page }, { kind: "page", page })];
    if (nameless === 0) return [];
    return [note("unreadPart", { what: `第 ${page} 页有 ${nameless} 个字的字体没有文字编码` }, { kind: "page", page })];
  });
}
