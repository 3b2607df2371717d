import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createGunzip } from "node:zlib";
import type { OcrTask } from "./machine-reading.js";

const DATA_FOLDER = "4.0.0";
const MOST_BYTES = 100_000_000;
const MOST_PARTS = 64;

const SETTINGS = 0;
const CHARACTERS = 1;
const NETWORK = 17;
const WORD_LISTS = [18, 19, 20] as const;
const NETWORK_CHARACTERS = [21, 22] as const;
const VERSION = 23;

/**
 * The parts of a tesseract data file that are used. The rest belongs to the recogniser of version 3: 40 of the 44 MB of the
 * Chinese data. Figures need no words, which are most of the Latin data.
 */
const USED_PARTS: Readonly<Record<OcrTask["language"], ReadonlySet<number>>> = {
  eng: new Set([SETTINGS, CHARACTERS, NETWORK, ...NETWORK_CHARACTERS, VERSION]),
  chi_sim: new Set([SETTINGS, CHARACTERS, NETWORK, ...WORD_LISTS, ...NETWORK_CHARACTERS, VERSION]),
};

interface Span {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** Where each part stands, from the head of the file: a count, and one offset a part, −1 for none. */
function spansOf(head: Buffer, count: number): Span[] {
  const offsets = Array.from({ length: count }, (_, part) => Number(head.readBigInt64LE(4 + 8 * part)));
  return offsets.flatMap((from, part) => {
    if (from < 0) return [];
    const to = offsets.slice(part + 1).find((offset) => offset >= 0) ?? MOST_BYTES;
    return [{ part, from, to }];
  });
}

/** Puts parts together into a data file. */
function dataFile(count: number, parts: ReadonlyMap<number, readonly Buffer[]>): Buffer {
  const head = Buffer.alloc(4 + 8 * count);
  head.writeInt32LE(count, 0);
  const pieces: Buffer[] = [head];
  let at = head.length;
  for (let part = 0; part < count; part++) {
    const content = parts.get(part);
    head.writeBigInt64LE(content ? BigInt(at) : -1n, 4 + 8 * part);
    for (const piece of content ?? []) {
      pieces.push(piece);
      at += piece.length;
    }
  }
  return Buffer.concat(pieces);
}

/** A data file with only some of its parts, from the file chunk by chunk: the whole is never held in memory. */
export async function keepParts(file: AsyncIterable<Buffer>, used: ReadonlySet<number>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  let count = 0;
  let spans: Span[] | null = null;
  let at = 0;
  const parts = new Map<number, Buffer[]>();
  for await (const chunk of file) {
    if (at > MOST_BYTES) throw new Error("A language data file is larger than any known one.");
    if (!spans) {
      head = Buffer.concat([head, chunk]);
      if (head.length < 4) continue;
      count = head.readInt32LE(0);
      if (count < 1 || count > MOST_PARTS) throw new Error("This is not a tesseract data file.");
      if (head.length < 4 + 8 * count) continue;
      spans = spansOf(head, count).filter((span) => used.has(span.part));
    }
    const piece = at === 0 ? head : chunk;
    for (const { part, from, to } of spans) {
      if (to <= at || from >= at + piece.length) continue;
      const kept = Buffer.from(piece.subarray(Math.max(0, from - at), Math.min(piece.length, to - at)));
      parts.set(part, [...(parts.get(part) ?? []), kept]);
    }
    at += piece.length;
  }
  return dataFile(count, parts);
}

/** The data of a language from the installed npm package, cut down to what is used; null when the package is not there. */
export async function languageData(language: OcrTask["language"]): Promise<Buffer | null> {
  let path: string;
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
    path = join(root, DATA_FOLDER, `${language}.traineddata.gz`);
    await access(path);
  } catch {
    return null; // an optional package that is not installed
  }
  return await keepParts(createReadStream(path).pipe(createGunzip()), USED_PARTS[language]);
}
