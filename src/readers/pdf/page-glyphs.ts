import type { Box } from "../../document/place.js";
import { runBox } from "./glyph.js";
import { type PageFrame, quarterTurns, seenPoint, seenSize } from "./page-geometry.js";
import type { Pdfium } from "./pdfium.js";

/** A character of a page with the room it takes, as the page is seen. */
export interface PlacedGlyph {
  readonly text: string;
  /** Null for what the engine added: the gap between two words, the end of a line. */
  readonly box: Box | null;
  /** False for text drawn with no ink, as the layer under a scan is. */
  readonly isInked: boolean;
}

/** All characters of a page, seen or not: also slanted ones and those outside the page, which reading a report leaves out. */
export interface PlacedPage {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly PlacedGlyph[];
}

const RENDER_INVISIBLE = 3; // ISO 32000-1, 9.3.6, table 106
const SLANT = 0.12;
const UNKNOWN = "\ufffd";
const A4: PageFrame = { left: 0, top: 842, right: 595, bottom: 0, quarters: 0 };

/** The page as it is shown on a screen: its visible box, turned as the file says. */
export function shownFrame(pdfium: Pdfium, page: number): PageFrame {
  const { call, scratch } = pdfium;
  const quarters = quarterTurns(call.FPDFPage_GetRotation(page));
  if (call.FPDF_GetPageBoundingBox(page, scratch) === 0) return { ...A4, quarters };
  const view = pdfium.view();
  const at = (index: number): number => view.getFloat32(scratch + 4 * index, true);
  return { left: at(0), top: at(1), right: at(2), bottom: at(3), quarters };
}

export function placedPage(pdfium: Pdfium, handle: number, page: number): PlacedPage {
  const { call } = pdfium;
  const frame = shownFrame(pdfium, handle);
  const glyphs: PlacedGlyph[] = [];
  const textPage = call.FPDFText_LoadPage(handle);
  if (textPage !== 0) {
    const count = call.FPDFText_CountChars(textPage);
    for (let index = 0; index < count; index++) glyphs.push(readGlyph(pdfium, textPage, index, frame));
    call.FPDFText_ClosePage(textPage);
  }
  return { page, ...seenSize(frame), glyphs: glyphs.filter(({ text }) => text !== "") };
}

function readGlyph(pdfium: Pdfium, textPage: number, index: number, frame: PageFrame): PlacedGlyph {
  const { call } = pdfium;
  const code = call.FPDFText_GetUnicode(textPage, index);
  if (call.FPDFText_IsGenerated(textPage, index) === 1) {
    return { text: code === 0x0d ? "" : code === 0x0a ? "\n" : " ", box: null, isInked: true };
  }
  const object = call.FPDFText_GetTextObject(textPage, index);
  const isInked = object === 0 || call.FPDFTextObj_GetTextRenderMode(object) !== RENDER_INVISIBLE;
  const isNameless = call.FPDFText_HasUnicodeMapError(textPage, index) === 1 || code === 0 || code > 0x10ffff;
  const text = isNameless ? UNKNOWN : code < 0x20 ? " " : String.fromCodePoint(code);
  return { text, box: glyphBox(pdfium, textPage, index, frame), isInked };
}

/** The em square and the ink together, so that nothing of a letter shows beside a mark on it. */
function glyphBox(pdfium: Pdfium, textPage: number, index: number, frame: PageFrame): Box {
  const { call, scratch } = pdfium;
  call.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  let view = pdfium.view();
  const [left, right, bottom, top] = [0, 8, 16, 24].map((at) => view.getFloat64(scratch + at, true));
  const ink = seenBox(frame, { left: left ?? 0, right: right ?? 0, bottom: bottom ?? 0, top: top ?? 0 });
  if (call.FPDFText_GetMatrix(textPage, index, scratch) === 0) return ink;
  view = pdfium.view();
  const [a = 1, b = 0, c = 0, d = 1] = [0, 4, 8, 12].map((at) => view.getFloat32(scratch + at, true));
  const isUpright = Math.abs(b) <= Math.abs(a) * SLANT || Math.abs(a) <= Math.abs(b) * SLANT;
  const size = Math.abs(call.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d));
  if (!isUpright || size <= 0 || size > 1000) return ink;
  const turn = quarterTurns((Math.abs(b) <= Math.abs(a) * SLANT ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3) - frame.quarters);
  call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  call.FPDFText_GetLooseCharBox(textPage, index, scratch + 16);
  view = pdfium.view();
  const origin = seenPoint(frame, view.getFloat64(scratch, true), view.getFloat64(scratch + 8, true));
  const isLevel = Math.abs(b) <= Math.abs(a) * SLANT;
  const wide = Math.abs(view.getFloat32(scratch + 24, true) - view.getFloat32(scratch + 16, true));
  const high = Math.abs(view.getFloat32(scratch + 20, true) - view.getFloat32(scratch + 28, true));
  const advance = Math.min(isLevel ? wide : high, size * 3);
  const [start, base] = (
    [
      [origin.x, origin.y],
      [-origin.y, origin.x],
      [-origin.x, -origin.y],
      [origin.y, -origin.x],
    ] as const
  )[turn];
  return around(ink, runBox(turn, { start, end: start + advance, base, size }));
}

function seenBox(frame: PageFrame, box: Box): Box {
  const a = seenPoint(frame, box.left, box.top);
  const b = seenPoint(frame, box.right, box.bottom);
  return { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) };
}

/** The smallest box around two; one without extent counts for nothing. */
function around(one: Box, other: Box): Box {
  if (!(one.right > one.left && one.bottom > one.top)) return other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Whether some of a box lies on the page. */
export function isOnPage({ left, top, right, bottom }: Box, page: Pick<PlacedPage, "width" | "height">): boolean {
  return right > 0 && bottom > 0 && left < page.width && top < page.height;
}
