import { signReadAs } from "./normalise.js";
import { queryWords } from "./search-tokens.js";

/** A piece of a text; `isHit` is to be marked. */
export interface MarkedPart {
  readonly text: string;
  readonly isHit: boolean;
}

const MOST_SEARCHED = 200_000;
const MOST_HITS = 2_000;

/** A text with the words of a question marked in it, whatever widths, signs and spaces lie between. */
export function marked(text: string, question: string): MarkedPart[] {
  return partsOf(text, 0, text.length, hitsIn(text, wordsOf(question)));
}

/** The stretch of a text that says most about a question, its words marked; its beginning when they are not in it. */
export function snippetOf(text: string, question: string, length: number): { parts: MarkedPart[]; isFound: boolean } {
  const shown = text.slice(0, MOST_SEARCHED);
  const hits = hitsIn(shown, wordsOf(question));
  const from = bestStart(hits, length);
  const start = Math.max(0, Math.min(from - Math.floor(length / 4), shown.length - length));
  const end = Math.min(shown.length, start + length);
  const parts = partsOf(shown, start, end, hits).map(({ text: part, isHit }) => ({ text: part.replaceAll(/\s+/g, " "), isHit }));
  if (start > 0) parts.unshift({ text: "……", isHit: false });
  if (end < text.length) parts.push({ text: "……", isHit: false });
  return { parts, isFound: hits.length > 0 };
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly word: number;
}

/** The words of a question; of one that is long its pairs as well, because they may stand apart in the text. */
function wordsOf(question: string): string[] {
  return queryWords(question).filter((word) => word.length > 1 || !/^\p{Script=Han}/u.test(word) || question.trim().length === 1);
}

function hitsIn(text: string, words: readonly string[]): Hit[] {
  const { plain, at } = readPlain(text);
  const hits: Hit[] = [];
  for (const [index, word] of words.entries()) {
    const found = occurrences(plain, word).map((place) => ({ place, length: word.length }));
    // Not as a whole: its pairs were what the search went by.
    if (found.length === 0 && /^\p{Script=Han}{3}/u.test(word)) {
      for (let pair = 0; pair + 1 < word.length; pair++) {
        found.push(...occurrences(plain, word.slice(pair, pair + 2)).map((place) => ({ place, length: 2 })));
      }
    }
    for (const { place, length } of found.slice(0, MOST_HITS)) {
      const last = at[place + length - 1] ?? text.length - 1;
      hits.push({ from: at[place] ?? 0, to: last + 1, word: index });
    }
  }
  return hits.sort((one, other) => one.from - other.from);
}

function occurrences(plain: string, word: string): number[] {
  const places: number[] = [];
  for (
    let place = plain.indexOf(word);
    place >= 0 && places.length < MOST_HITS;
    place = plain.indexOf(word, place + word.length)
  ) {
    places.push(place);
  }
  return places;
}

/** For each code unit the one it is searched as; 0 where it is left out. */
let searchedAs: Uint16Array | null = null;

function searchedAsTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  // Of the one letter that becomes two when it is made small, the first will do.
  for (let code = 0; code < table.length; code++) table[code] = signReadAs(code).toLowerCase().charCodeAt(0) || 0;
  return table;
}

/** The text as it is searched, and for each of its units where it stands in the text. */
function readPlain(text: string): { plain: string; at: Int32Array } {
  searchedAs ??= searchedAsTable();
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length);
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = searchedAs[text.charCodeAt(place)] ?? 0;
    if (unit === 0) continue;
    units[length] = unit;
    at[length] = place;
    length += 1;
  }
  return { plain: stringOf(units.subarray(0, length)), at: at.subarray(0, length) };
}

const UNITS_AT_ONCE = 8_192;

function stringOf(units: Uint16Array): string {
  let text = "";
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const part: ArrayLike<number> = units.subarray(from, from + UNITS_AT_ONCE);
    text += String.fromCharCode.apply(null, part as number[]); // apply takes whatever has a length; spreading is many times slower
  }
  return text;
}

/** Where the stretch with most different words begins, the first of those. */
function bestStart(hits: readonly Hit[], length: number): number {
  let best = { from: hits[0]?.from ?? 0, words: 0 };
  for (const [index, { from }] of hits.entries()) {
    const within = new Set<number>();
    for (let other = index; other < hits.length && (hits[other]?.to ?? 0) <= from + (length * 3) / 4; other++) {
      within.add(hits[other]?.word ?? 0);
      if (other - index > 50) break;
    }
    if (within.size > best.words) best = { from, words: within.size };
  }
  return best.from;
}

function partsOf(text: string, start: number, end: number, hits: readonly Hit[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let done = start;
  for (const { from, to } of hits) {
    if (to <= done || from >= end) continue;
    const begin = Math.max(from, done);
    if (begin > done) parts.push({ text: text.slice(done, begin), isHit: false });
    const last = parts.at(-1);
    const hit = text.slice(begin, Math.min(to, end));
    if (last?.isHit === true) parts[parts.length - 1] = { text: last.text + hit, isHit: true };
    else parts.push({ text: hit, isHit: true });
    done = Math.min(to, end);
  }
  if (done < end) parts.push({ text: text.slice(done, end), isHit: false });
  return parts;
}
