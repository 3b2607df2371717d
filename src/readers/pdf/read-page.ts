import type { Box } from "../../document/place.js";
import { borderlessCells } from "./borderless-cells.js";
import type { Glyph } from "./glyph.js";
import type { PageBlock } from "./page-block.js";
import { type PageFrame, quarterTurns, seenPoint, seenSize } from "./page-geometry.js";
import { readPageShapes } from "./page-shapes.js";
import { readPageText, seenGlyphs, turnOfMost } from "./page-text.js";
import type { Pdfium } from "./pdfium.js";
import { type TextQuality, textQuality } from "./readable-text.js";
import { type RuledTable, ruledTables, tableBox } from "./ruled-table.js";
import { rulingsOf } from "./rulings.js";
import type { PageLayout } from "./running-heads.js";
import { tablesAndLines } from "./tables-and-lines.js";

/** A page as it is laid out, and whether its text can be used or only its image. */
export interface ReadPage extends PageLayout {
  readonly quality: TextQuality;
  /** The share of the page that images cover, or letters drawn as curves stand for. */
  readonly isImage: boolean;
  /** How many characters stand on it whose font does not say which they are. */
  readonly nameless: number;
}

const PICTURE_WIDTH = 60;
const PICTURE_HEIGHT = 40;
const FEW_LETTERS = 40;
const MANY_OUTLINES = 150;
const MOST_OF_PAGE = 0.5;

/** Reads one page: its tables, its lines of text, its pictures, from top to bottom. */
export function readPage(pdfium: Pdfium, handle: number, page: number): ReadPage {
  const text = readPageText(pdfium, handle);
  const shapes = readPageShapes(pdfium, handle);
  const frame = frameOf(pdfium, handle, turnOfMost(text));
  const { width, height } = seenSize(frame);
  const quality = textQuality(text);
  const isOnPage = (box: Box): boolean => box.right > 0 && box.bottom > 0 && box.left < width && box.top < height;
  const pictures = shapes.pictures.map((box) => seenBox(frame, box)).filter(isOnPage);
  const isImage = isImageOnly(text.raw.length, pictures, shapes.outlines, width * height);
  const blocks: PageBlock[] = pictures
    .filter((box) => box.right - box.left >= PICTURE_WIDTH && box.bottom - box.top >= PICTURE_HEIGHT)
    .map((box) => ({ kind: "picture", box }));
  if (quality === "readable") {
    const glyphs = seenGlyphs(text, frame).filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height);
    const areas = shapes.areas.map((box) => seenBox(frame, box)).filter(isOnPage);
    blocks.push(...tablesAndLines(page, tablesOf(areas, glyphs), glyphs));
  }
  blocks.sort((a, b) => a.box.top - b.box.top);
  return { page, width, height, blocks, quality, isImage, nameless: text.nameless };
}

/** Lines come first: where they enclose cells, colour is only decoration. */
function tablesOf(areas: readonly Box[], glyphs: readonly Glyph[]): RuledTable[] {
  const lined = ruledTables(rulingsOf(areas));
  const proved = provedTables(lined);
  const frames = lined.filter((table) => table.cells.length === 1).map(tableBox);
  const isFree = (area: Box): boolean => proved.every((table) => table.cells.length === 1 || !overlaps(tableBox(table), area));
  const unlined = ruledTables(borderlessCells([...areas, ...frames].filter(isFree), glyphs));
  const found = unlined.length === 0 ? proved : [...proved, ...provedTables(unlined)];
  return found.filter((table) => table.cells.length > 1 || !unlined.some((other) => overlaps(tableBox(other), tableBox(table))));
}

const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const TALLEST_FRAME = 60;
const MOST_FRAMES = 4;

/**
 * What of the lines is a table. Lines between the rows and none between the columns prove too little. One cell alone may be
 * the rest of a table; a tall one is a frame round the text, and many are the boxes of a table whose cells stand apart.
 */
function provedTables(tables: readonly RuledTable[]): RuledTable[] {
  const frames = tables.filter((table) => table.cells.length === 1);
  return tables.filter((table) => {
    if (table.cells.length > 1) return table.xs.length > 2;
    const { top, bottom } = tableBox(table);
    return frames.length <= MOST_FRAMES && bottom - top <= TALLEST_FRAME;
  });
}

function isImageOnly(letters: number, pictures: readonly Box[], outlines: number, pageArea: number): boolean {
  if (letters > FEW_LETTERS) return false;
  const covered = pictures.reduce((sum, box) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
  return covered >= pageArea * MOST_OF_PAGE || outlines >= MANY_OUTLINES;
}

function frameOf(pdfium: Pdfium, handle: number, turn: number | null): PageFrame {
  const { call, scratch } = pdfium;
  const quarters = quarterTurns(turn ?? call.FPDFPage_GetRotation(handle));
  if (call.FPDF_GetPageBoundingBox(handle, scratch) === 0) return { left: 0, top: 842, right: 595, bottom: 0, quarters };
  const view = pdfium.view();
  const at = (index: number): number => view.getFloat32(scratch + 4 * index, true);
  return { left: at(0), top: at(1), right: at(2), bottom: at(3), quarters };
}

/** A rectangle of the file as it is seen: `top` is above `bottom`, measured from the top of the page. */
function seenBox(frame: PageFrame, box: Box): Box {
  const a = seenPoint(frame, box.left, box.top);
  const b = seenPoint(frame, box.right, box.bottom);
  return { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) };
}
