import { type GrayImage, paste, whiteImage } from "./gray-image.js";
import type { OcrWord } from "./ocr-engine.js";

/** Lines of writing from many places, set one below the other, so that one call reads them all. */
export interface TextStrip {
  readonly image: GrayImage;
  /** Where each line ends; the first begins at 0. */
  readonly ends: readonly number[];
}

const MARGIN = 16; // pixels of paper round each line: the engine wants to see that it ends

/** Sets lines below one another in one picture. */
export function composeStrip(lines: readonly GrayImage[]): TextStrip {
  const width = Math.max(...lines.map((line) => line.width)) + 2 * MARGIN;
  const height = lines.reduce((sum, line) => sum + line.height + MARGIN, MARGIN);
  const image = whiteImage(width, height);
  const ends: number[] = [];
  let top = MARGIN;
  for (const line of lines) {
    paste(image, line, MARGIN, top);
    top += line.height + MARGIN;
    ends.push(top - MARGIN / 2);
  }
  return { image, ends };
}

/** The words of each line of a strip, in reading order; a line nothing was read in has none. */
export function wordsByLine(strip: TextStrip, words: readonly OcrWord[]): OcrWord[][] {
  const lines: OcrWord[][] = strip.ends.map(() => []);
  for (const word of words) {
    const middle = (word.box.top + word.box.bottom) / 2;
    const index = strip.ends.findIndex((end) => middle < end);
    lines[index]?.push(word);
  }
  for (const line of lines) line.sort((a, b) => a.box.left - b.box.left);
  return lines;
}

/** Words as a sentence: Chinese is written without spaces, Latin words are kept apart. */
export function joinWords(words: readonly { readonly text: string }[]): string {
  let joined = "";
  for (const { text } of words) joined += /[A-Za-z]$/.test(joined) && /^[A-Za-z]/.test(text) ? ` ${text}` : text;
  return joined;
}
