import type { OcrWord } from "./ocr-engine.js";

const WORD_LEVEL = "5"; // 1 page, 2 block, 3 paragraph, 4 line, 5 word
const COLUMNS = 12; // level page block paragraph line word left top width height confidence text

/** Reads tesseract's table of words (TSV, 12 columns). */
export function parseWords(tsv: string): OcrWord[] {
  const words: OcrWord[] = [];
  const lines = new Map<string, number>();
  for (const row of tsv.split("\n")) {
    const fields = row.split("\t");
    if (fields.length < COLUMNS || fields[0] !== WORD_LEVEL) continue;
    const text = fields
      .slice(COLUMNS - 1)
      .join("")
      .trim();
    if (text === "") continue;
    const lineKey = fields.slice(1, 5).join(".");
    const line = lines.get(lineKey) ?? lines.size;
    lines.set(lineKey, line);
    const [left, top, width, height, confidence] = fields.slice(6, 11).map(Number);
    if (left === undefined || top === undefined || width === undefined || height === undefined) continue;
    const box = { left, top, right: left + width, bottom: top + height };
    words.push({ text, box, confidence: Math.min(1, Math.max(0, (confidence ?? 0) / 100)), line });
  }
  return words;
}
