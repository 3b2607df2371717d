import type { WritingLine } from "./cell-writing.js";
import type { MachineReading } from "./figure-reading.js";
import type { GrayImage } from "./gray-image.js";
import { linePicture, sideBySide } from "./line-picture.js";
import type { OcrEngine } from "./ocr-engine.js";
import { composeStrip, joinWords, wordsByLine } from "./text-strip.js";

/** The lines of a cell as pictures; letters written one below the other are set side by side. */
export function wordPictures(page: GrayImage, lines: readonly WritingLine[]): GrayImage[] {
  const pictures = lines.map((line) => linePicture(page, line).image);
  const isOneLetter = (line: WritingLine): boolean => line.right - line.left <= 1.5 * (line.bottom - line.top);
  if (lines.length >= 3 && lines.filter(isOneLetter).length >= lines.length - 1) return [sideBySide(pictures, 4)];
  return pictures;
}

/** Reads the words of cells, each given as its lines, with one call of the engine. Lines of a cell that were only wrapped are joined. */
export async function readWords(engine: OcrEngine, cells: readonly (readonly GrayImage[])[]): Promise<MachineReading[]> {
  const lines = cells.flat();
  if (lines.length === 0) return cells.map(() => ({ text: "", confidence: 0 }));
  const strip = composeStrip(lines);
  const byLine = wordsByLine(strip, await engine.read(strip.image, { language: "chi_sim", layout: "block" }));
  let next = 0;
  return cells.map((cell) => {
    const words = byLine.slice(next, next + cell.length).flat();
    next += cell.length;
    const letters = words.reduce((sum, word) => sum + word.text.length, 0);
    const sureness = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
    return { text: joinWords(words), confidence: letters === 0 ? 0 : sureness / letters };
  });
}
