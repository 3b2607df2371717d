import type { GrayImage, PixelBox } from "./gray-image.js";
import { crop } from "./gray-image.js";
import type { InkImage } from "./ink.js";
import type { OcrEngine, OcrWord } from "./ocr-engine.js";
import { joinWords } from "./text-strip.js";

/** A line of running text on a page. */
export interface TextLine extends PixelBox {
  readonly text: string;
  readonly confidence: number;
}

/** A paragraph put together from lines. */
export interface TextParagraph extends PixelBox {
  readonly text: string;
  /** True when its last line runs to the right edge, so that it may go on on the next page. */
  readonly runsOn: boolean;
  /** True when its first line begins at the left edge, as the second half of a paragraph does. */
  readonly isFlush: boolean;
}

/** The box round all ink outside the tables, or null if there is next to none. */
function inkBox(ink: InkImage, tables: readonly PixelBox[], dpi: number): PixelBox | null {
  const inside = (x: number, y: number): boolean =>
    tables.some((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
  const rows = new Uint32Array(ink.height);
  const columns = new Uint32Array(ink.width);
  for (let y = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++) {
      if (ink.data[y * ink.width + x] === 0 || inside(x, y)) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  const enough = Math.max(3, dpi / 40);
  const top = rows.findIndex((count) => count > enough);
  const bottom = rows.findLastIndex((count) => count > enough);
  const left = columns.findIndex((count) => count > enough);
  const right = columns.findLastIndex((count) => count > enough);
  if (bottom - top < dpi * 0.05 || right - left < dpi * 0.05) return null;
  const margin = Math.round(dpi / 15);
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

/** The page with its tables painted over, cut down to what is written; null when nothing is written outside the tables. */
export function narrativePicture(
  page: { image: GrayImage; ink: InkImage; dpi: number },
  tables: readonly PixelBox[],
): { image: GrayImage; left: number; top: number } | null {
  const box = inkBox(page.ink, tables, page.dpi);
  if (!box) return null;
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const image = crop(page.image, box);
  for (const table of tables) {
    for (let y = Math.max(0, table.top - top); y < Math.min(image.height, table.bottom - top); y++) {
      const from = Math.max(0, table.left - left);
      const to = Math.min(image.width, table.right - left);
      if (to > from) image.data.fill(255, y * image.width + from, y * image.width + to);
    }
  }
  return { image, left, top };
}

/** Groups words into lines, from top to bottom. */
function linesOf(words: readonly OcrWord[], shift: { left: number; top: number }): TextLine[] {
  const lines = new Map<number, OcrWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()]
    .map((members) => ({
      text: joinWords(members),
      confidence: members.reduce((sum, word) => sum + word.confidence, 0) / members.length,
      left: Math.min(...members.map((word) => word.box.left)) + shift.left,
      top: Math.min(...members.map((word) => word.box.top)) + shift.top,
      right: Math.max(...members.map((word) => word.box.right)) + shift.left,
      bottom: Math.max(...members.map((word) => word.box.bottom)) + shift.top,
    }))
    .sort((a, b) => a.top - b.top);
}

/** Reads the running text of a page. */
export async function readNarrative(
  engine: OcrEngine,
  picture: { image: GrayImage; left: number; top: number },
): Promise<TextLine[]> {
  return linesOf(await engine.read(picture.image, { language: "chi_sim", layout: "block" }), picture);
}

const PAGE_NUMBER = /^[-—–_·.•~一]{0,3}\d{1,3}[-—–_·.•~一]{0,3}$/;

/** Lines without the page number at the foot or the head. */
export function withoutPageNumber(lines: readonly TextLine[], pageHeight: number): TextLine[] {
  const isNumber = (line: TextLine): boolean =>
    PAGE_NUMBER.test(line.text.replaceAll(" ", "")) && (line.top > pageHeight * 0.85 || line.bottom < pageHeight * 0.1);
  return lines.filter((line, index) => !((index === 0 || index === lines.length - 1) && isNumber(line)));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The edges of the text and the size of a letter, told from all lines of a page. */
function measure(lines: readonly TextLine[]): { left: number; right: number; letter: number } {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    letter: median(lines.map((line) => line.bottom - line.top)),
  };
}

/** Puts wrapped lines together into paragraphs: a new one begins where a line is indented, or the line before stopped short. */
export function paragraphsOf(lines: readonly TextLine[], all: readonly TextLine[] = lines): TextParagraph[] {
  if (lines.length === 0) return [];
  const { left, right, letter } = measure(all);
  const isIndented = (line: TextLine): boolean => line.left > left + 1.2 * letter;
  const isFull = (line: TextLine): boolean => line.right > right - 2.5 * letter;
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.at(-1);
    const goesOn = last && isFull(last) && !isIndented(line) && line.top - last.bottom < 2 * letter;
    if (paragraph && goesOn) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((members) => {
    const first = members[0];
    const last = members.at(-1);
    return {
      text: joinWords(members),
      left: Math.min(...members.map((line) => line.left)),
      top: Math.min(...members.map((line) => line.top)),
      right: Math.max(...members.map((line) => line.right)),
      bottom: Math.max(...members.map((line) => line.bottom)),
      runsOn: last !== undefined && isFull(last),
      isFlush: first !== undefined && !isIndented(first),
    };
  });
}
