import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { Pdfium } from "./pdfium.js";

/** A document the engine has open; `close` gives its memory back. */
export interface OpenPdf {
  readonly handle: number;
  readonly pages: number;
  close(): void;
}

const PASSWORD_WANTED = 4; // FPDF_ERR_PASSWORD in fpdfview.h
const SECURITY_UNKNOWN = 5; // FPDF_ERR_SECURITY

/** Opens a document, or says why it cannot be opened. A password that only forbids changing does not matter here. */
export function openPdf(pdfium: Pdfium, bytes: Uint8Array): OpenPdf {
  const { call } = pdfium;
  const data = call.malloc(bytes.length);
  if (data === 0) throw new AppError("READ_OUT_OF_MEMORY", { limit: LIMITS.childMegabytes });
  new Uint8Array(call.memory.buffer).set(bytes, data);
  const handle = call.FPDF_LoadMemDocument(data, bytes.length, 0);
  if (handle === 0) {
    const reason = call.FPDF_GetLastError();
    call.free(data);
    if (reason === PASSWORD_WANTED) throw new AppError("FILE_PROTECTED", {});
    if (reason === SECURITY_UNKNOWN) throw new AppError("FILE_PROTECTED", {});
    throw new AppError("FILE_DAMAGED", { detail: "PDF 的目录结构无法读出" });
  }
  const close = (): void => {
    call.FPDF_CloseDocument(handle);
    call.free(data);
  };
  const pages = countPages(pdfium, handle);
  if (pages === 0) {
    close();
    throw new AppError("FILE_DAMAGED", { detail: "PDF 中没有页面" });
  }
  return { handle, pages, close };
}

/** The number of pages, as far as it is worth knowing: a file may claim any number, so a page past the limit must really be there. */
function countPages(pdfium: Pdfium, handle: number): number {
  const { call } = pdfium;
  const claimed = call.FPDF_GetPageCount(handle);
  if (claimed <= LIMITS.pages) return Math.max(0, claimed);
  const page = call.FPDF_LoadPage(handle, LIMITS.pages);
  if (page === 0) return LIMITS.pages;
  call.FPDF_ClosePage(page);
  throw new AppError("FILE_TOO_COMPLEX", { detail: `超过 ${LIMITS.pages} 页` });
}
