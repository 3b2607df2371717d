import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";
import type { Box } from "../../document/place.js";

/** A black box and the number of its ground. */
export interface LabelledBox {
  readonly page: number;
  readonly box: Box;
  readonly number: number;
}

const LARGEST = 10;
const SMALLEST = 4;
const WIDTH_OF_LABEL = 1.5; // of "[1]" in ems of Helvetica

/**
 * A redacted pdf with the number of its ground in each box that has room for it, and a last page that says what the numbers mean. The
 * file is our own, proved before: nothing of the original is in it, and nothing is laid under the boxes.
 */
export async function labelBoxes(
  redacted: Uint8Array,
  boxes: readonly LabelledBox[],
  legend: Uint8Array | null,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(redacted, { updateMetadata: false });
  const font = pdf.embedStandardFont(StandardFonts.Helvetica);
  const pages = pdf.getPages();
  for (const { page, box, number } of boxes) {
    const on = pages[page - 1];
    const high = Math.min(LARGEST, (box.bottom - box.top) * 0.8, (box.right - box.left) / WIDTH_OF_LABEL);
    if (on === undefined || high < SMALLEST) continue;
    const y = on.getHeight() - (box.top + box.bottom) / 2 - high * 0.35;
    on.drawText(`[${number}]`, { x: box.left + 1, y, size: high, font, color: rgb(1, 1, 1) });
  }
  if (legend !== null) {
    const from = await PDFDocument.load(legend, { updateMetadata: false });
    for (const page of await pdf.copyPages(from, from.getPageIndices())) pdf.addPage(page);
  }
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
}
