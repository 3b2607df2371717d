import { type PdfAtWork, workOnPdf } from "../../readers/pdf/work-on-pdf.js";
import { embeddedFonts } from "../../writers/office-document/embedded-fonts.js";
import { nodePdfium } from "../node-pdfium.js";

/** Does `work` on an open pdf, with our own font for text whose font is not in the file. Only in a child process. */
export function withPdf<Result>(bytes: Uint8Array, work: (pdf: PdfAtWork) => Result | Promise<Result>): Promise<Result> {
  return workOnPdf(bytes, { source: nodePdfium, font: () => embeddedFonts().blobs[0] ?? new Uint8Array(0) }, work);
}
