import { crop, framed, type GrayImage, type PixelBox } from "./gray-image.js";
import type { LevelPage } from "./level-page.js";
import type { OcrEngine } from "./machine-reading.js";
import { joinWords } from "./tesseract-words.js";
import { textLines } from "./text-lines.js";
import { readLinesOfWords } from "./word-reading.js";

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

/** The lines of running text on a page: where they stand and their pictures. */
export function narrativePictures(page: LevelPage, tables: readonly PixelBox[]): { box: PixelBox; picture: GrayImage }[] {
  return textLines(page.ink, tables, page.dpi).map((box) => ({ box, picture: framed(lineImage(page.image, box, tables), 4) }));
}

/** Reads the running text of a page: what is written outside its tables. */
export async function readNarrative(engine: OcrEngine, page: LevelPage, tables: readonly PixelBox[]): Promise<TextLine[]> {
  const lines = narrativePictures(page, tables);
  const readings = await readLinesOfWords(
    engine,
    lines.map(({ picture }) => picture),
  );
  return lines.flatMap(({ box }, index) => {
    const reading = readings[index];
    return reading && reading.text !== "" ? [{ ...box, ...reading }] : [];
  });
}

/** The picture of a line, tables beside it painted over. */
function lineImage(image: GrayImage, box: PixelBox, tables: readonly PixelBox[]): GrayImage {
  const cut = { left: box.left - 2, top: box.top - 2, right: box.right + 2, bottom: box.bottom + 2 };
  const part = crop(image, cut);
  for (const table of tables) {
    for (let y = Math.max(0, table.top - cut.top); y < Math.min(part.height, table.bottom - cut.top); y++) {
      const from = Math.max(0, table.left - cut.left);
      const to = Math.min(part.width, table.right - cut.left);
      if (to > from) part.data.fill(255, y * part.width + from, y * part.width + to);
    }
  }
  return part;
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
      text: joinWords(members.map((line) => line.text)),
      left: Math.min(...members.map((line) => line.left)),
      top: Math.min(...members.map((line) => line.top)),
      right: Math.max(...members.map((line) => line.right)),
      bottom: Math.max(...members.map((line) => line.bottom)),
      runsOn: last !== undefined && isFull(last),
      isFlush: first !== undefined && !isIndented(first),
    };
  });
}
