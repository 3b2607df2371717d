import type { Glyph, Turn } from "./glyph.js";
import { type PageFrame, quarterTurns, seenPoint } from "./page-geometry.js";
import type { Pdfium } from "./pdfium.js";

/** A character in the coordinates of the file, before it is known how the page is to be held. */
interface RawGlyph {
  readonly text: string;
  readonly isSpace: boolean;
  readonly quarters: Turn;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly size: number;
}

/** What stands on a page in letters: the characters, how many of them nobody can name, and how many are drawn invisibly. */
export interface PageText {
  readonly raw: readonly RawGlyph[];
  readonly nameless: number;
  readonly invisible: number;
}

interface TextObject {
  readonly quarters: Turn | null;
  readonly size: number;
  readonly isVisible: boolean;
}

// A watermark runs slanted across the page and must not get into the cells below it.
const SLANT = Math.tan((7 * Math.PI) / 180);
const UNKNOWN = "\ufffd";
const RENDER_INVISIBLE = 3; // ISO 32000-1, 9.3.6, table 106
const SPACE = /^[\s\u00a0\u3000\u2000-\u200b\u202f\u205f\ufeff]$/;

/** Reads the characters of a page with their places. */
export function readPageText(pdfium: Pdfium, page: number): PageText {
  const { call } = pdfium;
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return { raw: [], nameless: 0, invisible: 0 };
  const objects = new Map<number, TextObject>();
  const raw: RawGlyph[] = [];
  let nameless = 0;
  let invisible = 0;
  const count = call.FPDFText_CountChars(textPage);
  for (let index = 0; index < count; index++) {
    if (call.FPDFText_IsGenerated(textPage, index) === 1) continue;
    const pointer = call.FPDFText_GetTextObject(textPage, index);
    let object = objects.get(pointer);
    if (object === undefined) {
      object = readTextObject(pdfium, textPage, index, pointer);
      objects.set(pointer, object);
    }
    if (object.quarters === null || object.size <= 0) continue;
    if (!object.isVisible) {
      invisible++;
      continue;
    }
    const isNameless = call.FPDFText_HasUnicodeMapError(textPage, index) === 1;
    // A character nobody can name must not vanish: a cell without it would look blank.
    const text = isNameless ? UNKNOWN : nameOf(call.FPDFText_GetUnicode(textPage, index));
    if (isNameless) nameless++;
    if (text === null) continue;
    raw.push({
      text,
      isSpace: SPACE.test(text),
      quarters: object.quarters,
      size: object.size,
      ...placeOf(pdfium, textPage, index, object),
    });
  }
  call.FPDFText_ClosePage(textPage);
  return { raw, nameless, invisible };
}

function nameOf(code: number): string | null {
  if (code < 0x20 && code !== 9) return null;
  if (code === 0x7f || (code >= 0xfff9 && code <= 0xffff) || code > 0x10ffff) return null;
  return String.fromCodePoint(code);
}

function readTextObject(pdfium: Pdfium, textPage: number, index: number, pointer: number): TextObject {
  const { call, scratch } = pdfium;
  const isVisible = pointer === 0 || call.FPDFTextObj_GetTextRenderMode(pointer) !== RENDER_INVISIBLE;
  if (call.FPDFText_GetMatrix(textPage, index, scratch) === 0) return { quarters: null, size: 0, isVisible };
  const view = pdfium.view();
  const a = view.getFloat32(scratch, true);
  const b = view.getFloat32(scratch + 4, true);
  const c = view.getFloat32(scratch + 8, true);
  const d = view.getFloat32(scratch + 12, true);
  const size = call.FPDFText_GetFontSize(textPage, index) * Math.hypot(c, d);
  return { quarters: directionOf(a, b), size: Math.abs(size), isVisible };
}

function directionOf(a: number, b: number): Turn | null {
  if (Math.abs(b) <= Math.abs(a) * SLANT) return a >= 0 ? 0 : 2;
  if (Math.abs(a) <= Math.abs(b) * SLANT) return b > 0 ? 1 : 3;
  return null;
}

function placeOf(pdfium: Pdfium, textPage: number, index: number, object: TextObject): { x: number; y: number; advance: number } {
  const { call, scratch } = pdfium;
  call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8);
  call.FPDFText_GetLooseCharBox(textPage, index, scratch + 16);
  const view = pdfium.view();
  const x = view.getFloat64(scratch, true);
  const y = view.getFloat64(scratch + 8, true);
  // FS_RECTF: left, top, right, bottom.
  const width = view.getFloat32(scratch + 24, true) - view.getFloat32(scratch + 16, true);
  const height = view.getFloat32(scratch + 20, true) - view.getFloat32(scratch + 28, true);
  const advance = Math.abs((object.quarters ?? 0) % 2 === 0 ? width : height);
  return { x, y, advance: Math.min(advance, object.size * 3) };
}

/** The quarter turn that most letters of the page ask for, or null when they do not agree. */
export function turnOfMost(text: PageText): Turn | null {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  let all = 0;
  for (const glyph of text.raw) {
    if (glyph.isSpace) continue;
    counts[glyph.quarters]++;
    all++;
  }
  const most = counts.findIndex((count) => count > all * 0.6);
  return most < 0 ? null : quarterTurns(most);
}

const MIDDLE_OF_EM = 0.38;

/** The characters as the reader sees them, on a page held as `frame` says. */
export function seenGlyphs(text: PageText, frame: PageFrame): Glyph[] {
  return text.raw.map((glyph) => {
    const turn = quarterTurns(glyph.quarters - frame.quarters);
    const origin = seenPoint(frame, glyph.x, glyph.y);
    const [start, base] = ownAxes(turn, origin.x, origin.y);
    const middle = base - glyph.size * MIDDLE_OF_EM;
    const [x, y] = pageAxes(turn, start + glyph.advance / 2, middle);
    return { text: glyph.text, isSpace: glyph.isSpace, turn, start, end: start + glyph.advance, base, size: glyph.size, x, y };
  });
}

function ownAxes(turn: Turn, x: number, y: number): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [-y, x];
    case 2:
      return [-x, -y];
    case 3:
      return [y, -x];
    default:
      return turn satisfies never;
  }
}

function pageAxes(turn: Turn, along: number, base: number): [number, number] {
  switch (turn) {
    case 0:
      return [along, base];
    case 1:
      return [base, -along];
    case 2:
      return [-along, -base];
    case 3:
      return [-base, along];
    default:
      return turn satisfies never;
  }
}
