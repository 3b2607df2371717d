import type { MachineReading } from "./machine-reading.js";

const WORD_LEVEL = "5"; // 1 page, 2 block, 3 paragraph, 4 line, 5 word
const COLUMNS = 12; // level page block paragraph line word left top width height confidence text

const isLatin = /^[A-Za-z]$/;

/** Words as a sentence: Chinese is written without spaces, Latin words are kept apart. */
export function joinWords(words: readonly string[]): string {
  let joined = "";
  for (const word of words) joined += isLatin.test(joined.at(-1) ?? "") && isLatin.test(word.at(0) ?? "") ? ` ${word}` : word;
  return joined;
}

/** Reads tesseract's table of words (TSV, 12 columns), where each picture is a page: one reading for each. */
export function readingsByPicture(tsv: string, pictures: number): MachineReading[] {
  const found = Array.from({ length: pictures }, () => ({ words: [] as string[], letters: 0, sureness: 0 }));
  for (const row of tsv.split("\n")) {
    const fields = row.split("\t");
    if (fields.length < COLUMNS || fields[0] !== WORD_LEVEL) continue;
    const text = fields
      .slice(COLUMNS - 1)
      .join("")
      .trim();
    const picture = found[Number(fields[1]) - 1];
    if (text === "" || !picture) continue;
    const confidence = Math.min(1, Math.max(0, Number(fields[10]) / 100));
    picture.words.push(text);
    picture.letters += text.length;
    picture.sureness += confidence * text.length;
  }
  return found.map(({ words, letters, sureness }) => ({
    text: joinWords(words),
    confidence: letters === 0 ? 0 : sureness / letters,
  }));
}
