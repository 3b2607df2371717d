import type { FileContents } from "../../document/passage.js";
import type { Box } from "../../document/place.js";
import { findTerm } from "../../readers/pdf/find-term.js";
import { placedPage } from "../../readers/pdf/page-glyphs.js";
import { drawPage } from "../../readers/pdf/page-picture.js";
import { readPdfContents } from "../../readers/pdf/pdf-contents.js";
import { writePng } from "../../writers/masked-file/write-png.js";
import { withPdf } from "./with-pdf.js";

/** An area on a page: points from the top left corner of the page as it is seen. */
export interface PageArea {
  readonly page: number;
  readonly box: Box;
}

/** A page with its letters, for drawing marks over its picture. */
export interface PdfPageText {
  readonly page: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly { readonly text: string; readonly box: Box }[];
}

// All of these open untrusted bytes: they are called in the child process (child-reader.ts).

export function drawnPage(
  bytes: Uint8Array,
  { page, dpi }: { readonly page: number; readonly dpi: number },
): Promise<Uint8Array> {
  return withPdf(bytes, (pdf) => writePng(pdf.onPage(page, (handle) => drawPage(pdf.pdfium, handle, dpi))));
}

export function pageText(bytes: Uint8Array, page: number): Promise<PdfPageText> {
  return withPdf(bytes, (pdf) => {
    const { width, height, glyphs } = pdf.onPage(page, (handle) => placedPage(pdf.pdfium, handle, page));
    const placed = glyphs.flatMap(({ text, box }) => (box === null || text.trim() === "" ? [] : [{ text, box }]));
    return { page, pages: pdf.pages, width, height, glyphs: placed };
  });
}

const MOST_AREAS = 5000;

export function areasOf(bytes: Uint8Array, term: string): Promise<PageArea[]> {
  return withPdf(bytes, (pdf) => {
    const areas: PageArea[] = [];
    for (let page = 1; page <= pdf.pages && areas.length < MOST_AREAS; page++) {
      const text = pdf.onPage(page, (handle) => placedPage(pdf.pdfium, handle, page));
      areas.push(...findTerm(text, term).flatMap(({ boxes }) => boxes.map((box) => ({ page, box }))));
    }
    return areas.slice(0, MOST_AREAS);
  });
}

export function pdfContents(bytes: Uint8Array): Promise<FileContents> {
  return withPdf(bytes, (pdf) => readPdfContents(pdf, bytes));
}
