import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { seenSize } from "./page-geometry.js";
import { shownFrame } from "./page-glyphs.js";
import type { Pdfium } from "./pdfium.js";

/** A page as it is seen: three bytes a pixel, rows from the top. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly pixelsPerPoint: number;
}

const MOST_PIXELS = 16_000_000;
const WITH_STAMPS_RGB = 0x01 | 0x10; // FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: seals and filled fields are seen too
const FORMAT_BGRX = 3;
const WHITE = 0xffffffff;

/** Draws a page, seals and filled fields with it. A page too large for so fine a picture is drawn coarser. */
export function drawPage(pdfium: Pdfium, handle: number, dpi: number): PagePicture {
  const { call } = pdfium;
  const size = seenSize(shownFrame(pdfium, handle));
  if (!(size.width >= 1 && size.height >= 1)) throw new AppError("FILE_DAMAGED", { detail: "有一页没有大小" });
  const most = Math.sqrt(MOST_PIXELS / (size.width * size.height));
  const pixelsPerPoint = Math.min(dpi / 72, most);
  const width = Math.max(1, Math.round(size.width * pixelsPerPoint));
  const height = Math.max(1, Math.round(size.height * pixelsPerPoint));
  const buffer = call.malloc(width * height * 4);
  if (buffer === 0) throw new AppError("READ_OUT_OF_MEMORY", { limit: LIMITS.childMegabytes });
  const bitmap = call.FPDFBitmap_CreateEx(width, height, FORMAT_BGRX, buffer, width * 4);
  call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  call.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, WITH_STAMPS_RGB);
  const rgb = withoutFourth(new Uint8Array(call.memory.buffer, buffer, width * height * 4));
  call.FPDFBitmap_Destroy(bitmap);
  call.free(buffer);
  return { width, height, rgb, pixelsPerPoint };
}

function withoutFourth(pixels: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    rgb[to++] = pixels[from] ?? 0;
    rgb[to++] = pixels[from + 1] ?? 0;
    rgb[to++] = pixels[from + 2] ?? 0;
  }
  return rgb;
}
