import type { WritingLine } from "./cell-writing.js";
import { type GrayImage, resize } from "./gray-image.js";
import { linePicture, sideBySide } from "./line-picture.js";
import type { MachineReading, OcrEngine } from "./machine-reading.js";
import { joinWords } from "./tesseract-words.js";

const READING_HEIGHT = 34; // pixels with the margin: enough for the Chinese network, and half the work of 44

/** The lines of a cell as pictures; letters written one below the other are set side by side. */
export function wordPictures(page: GrayImage, lines: readonly WritingLine[]): GrayImage[] {
  const pictures = lines.map((line) => linePicture(page, line).image);
  const isOneLetter = (line: WritingLine): boolean => line.right - line.left <= 1.5 * (line.bottom - line.top);
  if (lines.length >= 3 && lines.filter(isOneLetter).length >= lines.length - 1) return [sideBySide(pictures, 4)];
  return pictures;
}

const CHINESE = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]/;
const WIDE_FORMS: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["(", "（"],
  [")", "）"],
  ["?", "？"],
  ["!", "！"],
]);

/** Punctuation between Chinese letters in its wide form: the data of the engine knows only the narrow one, the print has the wide. */
export function withWidePunctuation(text: string): string {
  const letters = [...text];
  return letters
    .map((letter, index) => {
      const wide = WIDE_FORMS.get(letter);
      return wide && (CHINESE.test(letters[index - 1] ?? "") || CHINESE.test(letters[index + 1] ?? "")) ? wide : letter;
    })
    .join("");
}

/** Reads lines of words. */
export async function readLinesOfWords(engine: OcrEngine, lines: readonly GrayImage[]): Promise<MachineReading[]> {
  const small = lines.map((line) => resize(line, Math.min(2, READING_HEIGHT / line.height)));
  const readings = await engine.readLines(small, { language: "chi_sim" });
  return readings.map(({ text, confidence }) => ({ text: withWidePunctuation(text), confidence }));
}

/** Reads the words of cells, each given as its lines. Lines of a cell that were only wrapped are joined. */
export async function readWords(engine: OcrEngine, cells: readonly (readonly GrayImage[])[]): Promise<MachineReading[]> {
  const readings = await readLinesOfWords(engine, cells.flat());
  let from = 0;
  return cells.map((cell) => {
    const lines = readings.slice(from, from + cell.length);
    from += cell.length;
    const letters = lines.reduce((sum, line) => sum + line.text.length, 0);
    const sureness = lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0);
    return { text: joinWords(lines.map((line) => line.text)), confidence: letters === 0 ? 0 : sureness / letters };
  });
}
