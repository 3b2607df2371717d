import { RADICALS } from "./radicals.js";
import { TRADITIONAL_CHARACTERS } from "./traditional-characters.js";

const KEEP = 0;
const DROP = 1;
/** The character needs NFKC, or hints at a gloss: the text takes the slow way. */
const FOLD = 2;

/** For each code unit: KEEP, DROP, FOLD, or the code unit it is read as. */
const READ_AS = readAsTable();

function pairsOf(data: string): [string, string][] {
  const characters = [...data].filter((character) => character !== "\n");
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < characters.length; at += 2) pairs.push([characters[at] ?? "", characters[at + 1] ?? ""]);
  return pairs;
}

function readAsTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const mark = (from: number, to: number, value: number) => table.fill(value, from, to + 1);
  mark(0x00, 0x20, DROP); // white space and the control characters converters leave behind
  mark(0x7f, 0x9f, DROP);
  mark(0xa0, 0xff, FOLD);
  mark(0x100, 0x24f, FOLD); // pinyin of a gloss
  mark(0x300, 0x36f, FOLD); // accents that stand alone
  mark(0x1e00, 0x1eff, FOLD);
  mark(0x2000, 0x206f, FOLD);
  mark(0x2070, 0x209f, FOLD);
  mark(0x2100, 0x218f, FOLD);
  mark(0x2460, 0x24ff, FOLD);
  mark(0x2e80, 0x2fdf, FOLD); // radicals
  mark(0x3200, 0x33ff, FOLD);
  mark(0xf900, 0xfaff, FOLD);
  mark(0xfb00, 0xffef, FOLD);
  for (const soft of [0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x1680, 0x180e, 0x3000, 0x3164, 0xfeff, 0xfffc, 0xfffd]) {
    table[soft] = DROP;
  }
  mark(0x2000, 0x200f, DROP); // spaces, zero-width characters, direction marks
  mark(0x2028, 0x202f, DROP);
  mark(0x205f, 0x206f, DROP);
  mark(0xfe00, 0xfe0f, DROP); // variation selectors
  for (const dashOrQuote of [0x2010, 0x2012, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201c, 0x201d]) table[dashOrQuote] = KEEP;
  for (let fullWidth = 0xff01; fullWidth <= 0xff5e; fullWidth++) table[fullWidth] = fullWidth - 0xfee0;
  for (const [traditional, simplified] of pairsOf(TRADITIONAL_CHARACTERS)) {
    table[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
  }
  for (let kangxi = 0x2f00; kangxi <= 0x2fd5; kangxi++) addRadical(table, kangxi, String.fromCharCode(kangxi).normalize("NFKC"));
  for (const [radical, ideograph] of pairsOf(RADICALS)) addRadical(table, radical.charCodeAt(0), ideograph);
  return table;
}

function addRadical(table: Uint16Array, radical: number, ideograph: string): void {
  if (ideograph.length > 1) return; // outside the basic plane: the slow way
  const code = ideograph.charCodeAt(0);
  const simplified = table[code] ?? KEEP;
  table[radical] = simplified === KEEP ? code : simplified;
}

const RADICAL = /[\u2e80-\u2ef3]/g;
const RADICAL_IDEOGRAPHS = new Map<string, string>(pairsOf(RADICALS));

// A mirror site writes 數(shù): a syllable with its tone, or one of the few without, right behind an ideograph.
const GLOSS = /(\p{Script=Han})\((?:[a-z]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]{0,3}|men|me|de|ge|zi|ma|le|ne|ba)\)/gu;
const MAYBE_GLOSS = /[(（][a-zà-ǜ]/;

/**
 * The text as the recogniser compares it: NFKC, radicals as ideographs, traditional characters as simplified ones, the pinyin
 * glosses of mirror sites and all white space and invisible characters dropped. Never stored and never shown: what a report
 * says is its raw text.
 */
export function recognisable(text: string): string {
  const first = firstOdd(text);
  if (first < 0) return withoutGlosses(text);
  if (needsFolding(text, first)) return folded(withoutGlosses(ideographs(text.normalize("NFKC"))));
  return withoutGlosses(folded(text));
}

/** The sign a single code unit is read as: empty for white space and invisible signs, itself where nothing single fits. */
export function signReadAs(code: number): string {
  const reading = READ_AS[code] ?? KEEP;
  return reading === DROP ? "" : String.fromCharCode(reading === KEEP || reading === FOLD ? code : reading);
}

const GLOSS_HERE = /[(（](?:[a-z]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-z]{0,3}|men|me|de|ge|zi|ma|le|ne|ba)[)）]/y;

/** The length of the pinyin gloss that begins at an offset, or 0. */
export function glossLength(text: string, at: number): number {
  GLOSS_HERE.lastIndex = at;
  return GLOSS_HERE.exec(text)?.[0].length ?? 0;
}

const TRADITIONAL = new Set(pairsOf(TRADITIONAL_CHARACTERS).map(([traditional]) => traditional.charCodeAt(0)));

/** How many traditional characters a text holds, counted up to a limit. */
export function traditionalCount(text: string, limit: number): number {
  let count = 0;
  for (let at = 0; at < text.length && count < limit; at++) if (TRADITIONAL.has(text.charCodeAt(at))) count++;
  return count;
}

/** The text for comparison where word breaks matter: NFKC, and each stretch of white space as one space. */
export function plain(text: string): string {
  if (!/[^\u4e00-\u9fa5\w。、，；：“”（）《》]/.test(text)) return text;
  return text.normalize("NFKC").replace(/\s+/g, " ").trim();
}

function firstOdd(text: string): number {
  for (let at = 0; at < text.length; at++) if (READ_AS[text.charCodeAt(at)] !== KEEP) return at;
  return -1;
}

function needsFolding(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (READ_AS[text.charCodeAt(at)] === FOLD) return true;
  return false;
}

function folded(text: string): string {
  let result = "";
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const reading = READ_AS[text.charCodeAt(at)] ?? KEEP;
    if (reading === KEEP || reading === FOLD) continue;
    if (kept < at) result += text.slice(kept, at);
    if (reading !== DROP) result += String.fromCharCode(reading);
    kept = at + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

function ideographs(text: string): string {
  return text.replace(RADICAL, (radical) => RADICAL_IDEOGRAPHS.get(radical) ?? radical);
}

function withoutGlosses(text: string): string {
  return MAYBE_GLOSS.test(text) ? text.replace(GLOSS, "$1") : text;
}
