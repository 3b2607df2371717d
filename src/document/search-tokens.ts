import { recognisable } from "./normalise.js";

const MOST_WORD = 40;
/** A tsvector holds one megabyte; what is beyond is not found by the search, and still published. */
const MOST_BYTES = 900_000;
const HAN_BYTES = 6;

const RUN = /(\p{Script=Han}+)|([\p{L}\p{N}]+)/gu;
const BROKEN_LINE = /(\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * The tokens a text is found by: each pair of neighbouring ideographs, the last ideograph of each run, and whole words of other
 * scripts and figures. Pairs need no dictionary, so every stretch of a text is found, across the borders of words and in names.
 * Widths, traditional characters, letter case and line breaks do not matter.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  let bytes = 0;
  const add = (token: string) => {
    if (tokens.has(token)) return;
    bytes += token.length * (HAN_BYTES / 2);
    if (bytes <= MOST_BYTES) tokens.add(token);
  };
  // A line that was broken between two ideographs is read as one.
  for (const { isHan, run } of runsOf(text.normalize("NFKC").replace(BROKEN_LINE, "$1"))) {
    if (!isHan) {
      add(run.slice(0, MOST_WORD));
      continue;
    }
    for (let at = 0; at + 1 < run.length; at++) add(run.slice(at, at + 2));
    add(run.slice(-1));
  }
  return [...tokens];
}

/** What a question asks for: tokens that must all be there, or, of a single ideograph, the beginning of one. */
export interface SearchTerms {
  readonly tokens: readonly string[];
  readonly prefix: string | null;
}

const MOST_QUERY = 100;

/** A question as tokens. A single ideograph beside longer words says too little and is left out. */
export function queryTerms(text: string): SearchTerms {
  const tokens = new Set<string>();
  let single: string | null = null;
  for (const { isHan, run } of runsOf(text.slice(0, MOST_QUERY))) {
    if (!isHan) tokens.add(run.slice(0, MOST_WORD));
    else if (run.length === 1) single ??= run;
    else for (let at = 0; at + 1 < run.length; at++) tokens.add(run.slice(at, at + 2));
  }
  return { tokens: [...tokens], prefix: tokens.size === 0 ? single : null };
}

/** The parts of a question that stand apart: what is between spaces and punctuation. */
export function queryWords(text: string): string[] {
  return [...new Set(runsOf(text.slice(0, MOST_QUERY)).map(({ run }) => run))];
}

interface Run {
  readonly isHan: boolean;
  readonly run: string;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const folded = text.normalize("NFKC").toLowerCase();
  for (const [, han, word] of folded.matchAll(RUN)) {
    if (han !== undefined) runs.push({ isHan: true, run: recognisable(han) });
    else if (word !== undefined) runs.push(...wordRuns(word));
  }
  return runs;
}

/** Letters and figures that follow one another without a space, with any ideographs that \p{L} took in. */
function wordRuns(word: string): Run[] {
  return [...word.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].map(([part]) => {
    const isHan = /^\p{Script=Han}/u.test(part);
    return { isHan, run: isHan ? recognisable(part) : part };
  });
}

/** A title as it is compared: signs and widths do not matter. */
export function titleKey(text: string): string {
  return recognisable(text.normalize("NFKC").toLowerCase())
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 300);
}

/** A document number as it is compared: 鲁政发〔2024〕12号 however its brackets, widths and spaces are typed; null when it is none. */
export function numberKey(text: string): string | null {
  const plain = recognisable(text.normalize("NFKC").toUpperCase())
    .replace(/[\s〔〕[\]【】()（）{}﹝﹞<>《》]/g, "|")
    .replaceAll(/\|+/g, "|")
    .replaceAll("|第", "|")
    .replace(/^\||\|$/g, "");
  return /\d{4}\|0*\d+号?$/.test(plain) ? plain.replace(/\|0*(\d+)号?$/, "|$1号") : null;
}
