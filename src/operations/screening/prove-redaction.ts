import { AppError } from "../../errors.js";
import { pixelsOf, shareUnder } from "../../readers/pdf/covered.js";
import { comparable } from "../../readers/pdf/find-term.js";
import { placedPage } from "../../readers/pdf/page-glyphs.js";
import { drawPage } from "../../readers/pdf/page-picture.js";
import type { PdfAtWork } from "../../readers/pdf/work-on-pdf.js";
import type { PlacedMark } from "../../register/redaction/redaction-mark.js";
import { withPdf } from "./with-pdf.js";

/** What has to be proved of a redaction before anybody is given it. */
export interface RedactionProof {
  readonly original: Uint8Array;
  readonly result: Uint8Array;
  readonly placed: readonly PlacedMark[];
  readonly dpi: number;
  /** How many letters were laid over each page: a text that cannot be read back proves nothing. */
  readonly letters: readonly number[];
}

const failed = (detail: string): AppError => new AppError("REDACTION_NOT_PROVED", { detail });

/**
 * Reads a redacted pdf back and throws REDACTION_NOT_PROVED unless nothing is left: no letter under a mark, no marked term, one black under
 * each mark, no note, no file inside, and no stretch of a stream of the original.
 */
export async function proveRedaction({ original, result, placed, dpi, letters }: RedactionProof): Promise<void> {
  await withPdf(result, (pdf) => {
    if (pdf.pdfium.call.FPDFDoc_GetAttachmentCount(pdf.document) !== 0) throw failed("结果中有嵌入的文件");
    if (pdf.pages !== letters.length) throw failed("页数不符");
    for (let page = 1; page <= pdf.pages; page++) {
      const read = provePage(pdf, page, placed, dpi);
      if (read === 0 && (letters[page - 1] ?? 0) > 0) throw failed(`第 ${page} 页的文字层读不出`);
    }
  });
  const shared = sharedStream(original, result);
  if (shared) throw failed("结果中有原文件的数据");
}

function provePage(pdf: PdfAtWork, page: number, placed: readonly PlacedMark[], dpi: number): number {
  const marks = placed.filter((mark) => mark.page === page);
  return pdf.onPage(page, (handle) => {
    if (pdf.pdfium.call.FPDFPage_GetAnnotCount(handle) !== 0) throw failed(`第 ${page} 页有注释`);
    const text = placedPage(pdf.pdfium, handle, page);
    const letters = comparable(text.glyphs.flatMap((glyph) => (glyph.box === null ? [] : [glyph.text])).join(""));
    for (const { term } of placed) {
      if (term !== null && letters.includes(comparable(term))) throw failed(`第 ${page} 页仍有要遮盖的文字`);
    }
    for (const { box } of marks) {
      if (text.glyphs.some((glyph) => glyph.box !== null && shareUnder(glyph.box, box) > 0.2))
        throw failed(`第 ${page} 页遮盖处仍有文字`);
    }
    if (marks.length === 0) return letters.length;
    const picture = drawPage(pdf.pdfium, handle, dpi);
    const inset = 1 / picture.pixelsPerPoint;
    for (const { box } of marks) {
      const inner = { left: box.left + inset, top: box.top + inset, right: box.right - inset, bottom: box.bottom - inset };
      for (const at of pixelsOf(picture, inner)) {
        if ((picture.rgb[at] ?? 1) + (picture.rgb[at + 1] ?? 1) + (picture.rgb[at + 2] ?? 1) > 0)
          throw failed(`第 ${page} 页遮盖处不是全黑`);
      }
    }
    return letters.length;
  });
}

const SAMPLE = 48;
const VARIED = 20;
const MOST_STREAMS = 5000;

/** Whether a stretch from the middle of a stream of the original stands in the result. Stretches that say little prove nothing. */
export function sharedStream(original: Uint8Array, result: Uint8Array): boolean {
  const from = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  const into = Buffer.from(result.buffer, result.byteOffset, result.byteLength);
  let at = from.indexOf("stream");
  for (let seen = 0; at >= 0 && seen < MOST_STREAMS; seen++) {
    const end = from.indexOf("endstream", at);
    if (end < 0) break;
    const middle = Math.floor((at + 6 + end) / 2) - SAMPLE / 2;
    const sample = from.subarray(Math.max(at + 6, middle), Math.min(end, middle + SAMPLE));
    if (sample.length === SAMPLE && new Set(sample).size >= VARIED && into.includes(sample)) return true;
    at = from.indexOf("stream", end + 9);
  }
  return false;
}
