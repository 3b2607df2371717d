/** A text with everything undone that hides a number from a program and not from a reader, and where each unit of it came from. */
export interface FoldedText {
  readonly text: string;
  /** Where the stretch [start, end) of the folded text stands in the original. */
  origin(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Characters without width: joiners, marks of direction, soft hyphens, variation selectors. */
const UNSEEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d]|[\ufe00-\ufe0f]/;
const FULL_WIDTH = /[\uff0b\uff0d\uff0e\uff10-\uff19\uff20-\uff3a\uff3f\uff41-\uff5a]/;
const CHINESE_DIGITS: ReadonlyMap<string, string> = new Map(
  [..."〇零○◯一二三四五六七八九幺"].map((digit, at) => [digit, digit === "幺" ? "1" : String(Math.max(0, at - 3))]),
);
/** As many as a telephone number: shorter runs are words. */
const SPOKEN = /[〇零○◯一二三四五六七八九幺]{11,19}/g;
const MATHEMATICAL = [0x1d7ce, 0x1d7ff] as const;
/** Letters and signs drawn like the last character of an identity number. */
const LIKE_X = /[ХхΧχ×✕╳]/;

/** The text as the finders read it. */
export function foldText(text: string): FoldedText {
  const spoken = new Set<number>();
  for (const { 0: run, index } of text.matchAll(SPOKEN)) for (let at = 0; at < run.length; at++) spoken.add(index + at);
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    const plain = spoken.has(at) ? (CHINESE_DIGITS.get(character) ?? character) : plainCharacter(character, folded);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    folded += plain;
    at = end;
  }
  return {
    text: folded,
    origin: (start, end) => ({
      start: starts[start] ?? text.length,
      end: end > start ? (ends[end - 1] ?? text.length) : (starts[start] ?? text.length),
    }),
  };
}

function plainCharacter(character: string, before: string): string {
  if (UNSEEN.test(character)) return "";
  if (FULL_WIDTH.test(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  const code = character.codePointAt(0) ?? 0;
  if (code >= MATHEMATICAL[0] && code <= MATHEMATICAL[1]) return String((code - MATHEMATICAL[0]) % 10);
  if (LIKE_X.test(character) && /\d{4}$/.test(before)) return "X";
  return character;
}
