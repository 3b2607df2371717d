import { PDFiumLibrary } from "@hyzyla/pdfium";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { GrayImage } from "./gray-image.js";

/** A page as a picture, and how its pixels relate to the points a place is told in. */
export interface PageRaster {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly image: GrayImage;
  readonly dpi: number;
  /** The picture's pixels per PDF point. */
  readonly pixelsPerPoint: number;
}

const FINEST_DPI = 220; // above this letters gain nothing and every step takes longer
const COARSEST_DPI = 150;
const USUAL_DPI = 200;
const A4_LONG_POINTS = 842;
const MOST_PIXELS = 16_000_000;

type Document = Awaited<ReturnType<PDFiumLibrary["loadDocument"]>>;
type Page = ReturnType<Document["getPage"]>;

/** The longer side of the picture when the page holds exactly one, as scanners make it; else null. */
async function pictureSide(page: Page): Promise<number | null> {
  const images = [];
  for (const object of page.objects()) {
    if (object.type === "image") images.push(object);
    if (images.length > 1) return null;
  }
  const only = images[0];
  if (!only) return null;
  try {
    const { width, height } = await only.getImageDataRaw();
    return Math.max(width, height);
  } catch {
    return null; // its size is only a hint: the page is then drawn at the usual resolution
  }
}

/** Pixels per point for a page: the scanner's own resolution where it is sensible. Some scans call a pixel a point. */
export function rasterScale(longPoints: number, pictureLong: number | null): { scale: number; dpi: number } {
  const isPaper = longPoints > 500 && longPoints < 1300; // A5 to A3
  const inches = (isPaper ? longPoints : A4_LONG_POINTS) / 72;
  const own = pictureLong === null ? USUAL_DPI : pictureLong / inches;
  const dpi = Math.min(FINEST_DPI, Math.max(COARSEST_DPI, own));
  return { scale: (dpi * inches) / longPoints, dpi };
}

async function rasterOf(document: Document, index: number, pages: number): Promise<PageRaster> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth >= 1 && originalHeight >= 1)) throw new AppError("FILE_DAMAGED", { detail: `第${index + 1}页没有大小` });
  const { scale, dpi } = rasterScale(Math.max(originalWidth, originalHeight), await pictureSide(page));
  if (originalWidth * originalHeight * scale * scale > MOST_PIXELS) {
    throw new AppError("FILE_TOO_COMPLEX", { detail: `第${index + 1}页图像过大` });
  }
  const { width, height, data } = await page.render({ scale, colorSpace: "Gray", render: "bitmap", renderFormFields: false });
  return { page: index + 1, pages, image: { width, height, data }, dpi, pixelsPerPoint: scale };
}

/** Draws the pages of a PDF one after the other; only one is held at a time. */
export async function* rasterPages(bytes: Uint8Array): AsyncGenerator<PageRaster> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      const pages = document.getPageCount();
      if (pages > LIMITS.pages) throw new AppError("FILE_TOO_COMPLEX", { detail: `共 ${pages} 页` });
      for (let index = 0; index < pages; index++) yield await rasterOf(document, index, pages);
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}
