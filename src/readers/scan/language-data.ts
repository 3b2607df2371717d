import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { OcrTask } from "./ocr-engine.js";

const DATA_FOLDER = "4.0.0";
const MOST_BYTES = 100_000_000;

/**
 * The parts of a tesseract data file the LSTM recogniser uses: settings (0), characters (1), and 17–23, the network and its word lists.
 * The rest belongs to the recogniser of version 3: 40 of the 44 MB of the Chinese data.
 */
const USED_PARTS: ReadonlySet<number> = new Set([0, 1, 17, 18, 19, 20, 21, 22, 23]);

/** A tesseract data file without the parts that are never used. Its head is a count and one offset a part, −1 for none. */
export function lstmParts(file: Buffer): Buffer {
  const count = file.readInt32LE(0);
  if (count < 1 || count > 64) throw new Error("This is not a tesseract data file.");
  const offsets = Array.from({ length: count }, (_, part) => Number(file.readBigInt64LE(4 + 8 * part)));
  const head = Buffer.alloc(4 + 8 * count);
  head.writeInt32LE(count, 0);
  const kept: Buffer[] = [head];
  let at = head.length;
  offsets.forEach((from, part) => {
    const isUsed = from >= 0 && USED_PARTS.has(part);
    head.writeBigInt64LE(isUsed ? BigInt(at) : -1n, 4 + 8 * part);
    if (!isUsed) return;
    const to = offsets.slice(part + 1).find((offset) => offset >= 0) ?? file.length;
    kept.push(file.subarray(from, to));
    at += to - from;
  });
  return Buffer.concat(kept);
}

/** The data of a language from the installed npm package, cut down to what is used; null when the package is not there. */
export async function languageData(language: OcrTask["language"]): Promise<Buffer | null> {
  let path: string;
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
    path = join(root, DATA_FOLDER, `${language}.traineddata.gz`);
  } catch {
    return null; // an optional package that is not installed
  }
  const file = await readFile(path).catch(() => null);
  return file && lstmParts(gunzipSync(file, { maxOutputLength: MOST_BYTES }));
}
