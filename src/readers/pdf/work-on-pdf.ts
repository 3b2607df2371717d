import { AppError, isAppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { openPdf } from "./open-pdf.js";
import { type Pdfium, type PdfiumSource, startPdfium } from "./pdfium.js";

let engine: Promise<Pdfium> | undefined;

/** An open pdf: its pages are opened one at a time. */
export interface PdfAtWork {
  readonly pdfium: Pdfium;
  readonly document: number;
  readonly pages: number;
  /** Opens a page (from 1) for as long as `work` takes. */
  onPage<Result>(page: number, work: (handle: number) => Result): Result;
}

/** Opens a pdf, does `work` on it and closes it. The engine parses untrusted bytes: only in a child process that can be ended. */
export async function workOnPdf<Result>(
  bytes: Uint8Array,
  /** The engine, and what it draws for fonts that the file only names. */
  { source, font }: { readonly source: PdfiumSource; readonly font: () => Uint8Array },
  work: (pdf: PdfAtWork) => Result | Promise<Result>,
): Promise<Result> {
  if (bytes.length > LIMITS.fileMegabytes * 1024 * 1024) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024);
    throw new AppError("FILE_TOO_LARGE", { megabytes, limit: LIMITS.fileMegabytes });
  }
  engine ??= startPdfium(source, font());
  const pdfium = await engine;
  try {
    const open = openPdf(pdfium, bytes);
    try {
      return await work(atWork(pdfium, open));
    } finally {
      open.close();
    }
  } catch (error) {
    if (isAppError(error) && error.code !== "READ_OUT_OF_MEMORY") throw error;
    engine = undefined;
    if (isAppError(error)) throw error;
    throw new AppError("READER_CRASHED", { detail: "PDF 引擎中止" }, { cause: error });
  }
}

function atWork(pdfium: Pdfium, { handle: document, pages }: { readonly handle: number; readonly pages: number }): PdfAtWork {
  return {
    pdfium,
    document,
    pages,
    onPage(page, work) {
      if (page < 1 || page > pages) throw new AppError("RECORD_UNKNOWN", { id: String(page), kind: "页" });
      const handle = pdfium.call.FPDF_LoadPage(document, page - 1);
      if (handle === 0) throw new AppError("FILE_DAMAGED", { detail: `第 ${page} 页无法读出` });
      try {
        return work(handle);
      } finally {
        pdfium.call.FPDF_ClosePage(handle);
      }
    },
  };
}
