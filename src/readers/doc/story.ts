import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { type BinaryView, damaged } from "./binary-view.js";
import type { FormattedPages } from "./formatted-pages.js";
import type { Piece } from "./piece-table.js";
import { modifiers, SPRM } from "./sprm.js";
import type { StyleSheet } from "./style-sheet.js";
import type { WorkBudget } from "./work-budget.js";

/** What is known of a single character. */
export const CHARACTER = {
  deleted: 1,
  hidden: 2,
  special: 4,
  /** A special character that stands for data of a field, not for a picture. */
  data: 8,
} as const;

/** As much text as is read from a text file; a report has some ten thousand characters. */
const MAX_CHARACTERS = LIMITS.textMegabytes * 2 ** 20;

const FIELD = { begin: 0x13, separator: 0x14, end: 0x15 } as const;

/** Where a stretch of characters lies in the stream, and what was laid over it. */
export interface CharacterPlace {
  readonly at: number;
  readonly changes: BinaryView | null;
}

/** Where characters and their properties come from. */
export interface CharacterSources {
  readonly stream: BinaryView;
  readonly pages: FormattedPages;
  readonly styles: StyleSheet;
  readonly budget: WorkBudget;
}

/** The characters of a stretch of the document, each with its marks. Codes of fields are marked hidden, their results are not. */
export class Story {
  readonly start: number;
  readonly characters: Uint16Array;
  readonly marks: Uint8Array;
  /** Places in the Data stream of the pictures, by index of their character. */
  readonly pictures = new Map<number, number>();
  readonly #pieces: readonly Piece[];
  #piece = 0;

  constructor(pieces: readonly Piece[], start: number, length: number) {
    const end = Math.min(start + length, pieces.at(-1)?.end ?? 0);
    if (end - start > MAX_CHARACTERS) throw new AppError("FILE_TOO_COMPLEX", { detail: `正文超过 ${MAX_CHARACTERS} 字` });
    this.start = start;
    this.#pieces = pieces.filter((piece) => piece.start < end && piece.end > start);
    this.characters = new Uint16Array(Math.max(0, end - start));
    this.marks = new Uint8Array(this.characters.length);
  }

  get length(): number {
    return this.characters.length;
  }

  /** Where a character lies. Asked in ascending order, so the piece found last is nearly always the one. */
  placeOf(index: number): CharacterPlace {
    const position = this.start + index;
    let piece = this.#pieces[this.#piece];
    while (piece && position >= piece.end) piece = this.#pieces[++this.#piece];
    if (!piece || position < piece.start) throw damaged("Word 正文索引");
    return { at: piece.at + (position - piece.start) * piece.width, changes: piece.changes };
  }

  /** Reads the characters and their marks, run by run. */
  fill({ stream, pages, styles, budget }: CharacterSources): void {
    for (const piece of this.#pieces) {
      const first = Math.max(piece.start, this.start);
      const last = Math.min(piece.end, this.start + this.length);
      const changes = piece.changes === null ? null : marksOf(piece.changes, styles, budget);
      for (let position = first; position < last; ) {
        const place = piece.at + (position - piece.start) * piece.width;
        const run = pages.runAt(place);
        const count = Math.max(1, Math.min(last - position, Math.ceil((run.end - place) / piece.width)));
        const own = run.length === 0 ? NO_MARKS : marksOf(stream.slice(run.at, run.length), styles, budget);
        const index = position - this.start;
        this.marks.fill(own.marks | (changes?.marks ?? 0), index, index + count);
        if (own.picture !== null) this.pictures.set(index, own.picture);
        this.#copy(stream, { place, width: piece.width, index, count });
        position += count;
      }
    }
    this.#hideFieldCodes();
  }

  #copy(stream: BinaryView, { place, width, index, count }: { place: number; width: 1 | 2; index: number; count: number }): void {
    for (let offset = 0; offset < count; offset++) {
      this.characters[index + offset] =
        width === 2 ? stream.u16(place + 2 * offset) : (WINDOWS_1252.get(stream.u8(place + offset)) ?? stream.u8(place + offset));
    }
  }

  /**
   * A field is its code, a separator, its result. Only whole fields count: a mark without its partner must not swallow
   * the rest of the document.
   */
  #hideFieldCodes(): void {
    const codes: { readonly from: number; readonly to: number }[] = [];
    const open: { readonly begin: number; separator: number | null }[] = [];
    for (let index = 0; index < this.length; index++) {
      const character = this.characters[index] ?? 0;
      if (character < FIELD.begin || character > FIELD.end || !this.has(index, CHARACTER.special)) continue;
      const field = open.at(-1);
      if (character === FIELD.begin) open.push({ begin: index, separator: null });
      else if (character === FIELD.separator && field) field.separator ??= index;
      else if (character === FIELD.end && field) {
        open.pop();
        codes.push({ from: field.begin, to: field.separator ?? index });
      }
    }
    // A code inside another code ends before it, so hiding from the last one passed touches no character twice.
    codes.sort((one, other) => one.from - other.from);
    let hidden = 0;
    for (const { from, to } of codes) {
      for (let index = Math.max(from, hidden); index <= to; index++) this.#hide(index);
      hidden = Math.max(hidden, to + 1);
    }
  }

  #hide(index: number): void {
    this.marks[index] = (this.marks[index] ?? 0) | CHARACTER.hidden;
  }

  has(index: number, mark: number): boolean {
    return ((this.marks[index] ?? 0) & mark) !== 0;
  }
}

interface RunMarks {
  readonly marks: number;
  /** Place of a picture in the Data stream. */
  readonly picture: number | null;
}

const NO_MARKS: RunMarks = { marks: 0, picture: null };

function marksOf(list: BinaryView, styles: StyleSheet, budget: WorkBudget): RunMarks {
  budget.spend(list.length);
  let marks = 0;
  let picture: number | null = null;
  let styleHides = false;
  for (const { code, at } of modifiers(list)) {
    const set = (mark: number, on: boolean) => {
      marks = on ? marks | mark : marks & ~mark;
    };
    if (code === SPRM.cIstd) {
      styleHides = styles.style(list.u16(at)).hidden;
      set(CHARACTER.hidden, styleHides);
    } else if (code === SPRM.cFVanish) set(CHARACTER.hidden, toggled(list.u8(at), styleHides));
    else if (code === SPRM.cFRMarkDel) set(CHARACTER.deleted, list.u8(at) !== 0);
    else if (code === SPRM.cFSpec) set(CHARACTER.special, list.u8(at) !== 0);
    else if (code === SPRM.cFData) set(CHARACTER.data, list.u8(at) !== 0);
    else if (code === SPRM.cPicLocation) {
      set(CHARACTER.special, true);
      picture = list.u32(at);
    }
  }
  return { marks, picture };
}

/** 80 leaves what the style says, 81 turns it round. [MS-DOC] 2.9.297 */
function toggled(value: number, style: boolean): boolean {
  if (value === 0x80) return style;
  if (value === 0x81) return !style;
  return value !== 0;
}

/** The places of Windows-1252 that differ from Unicode. */
const WINDOWS_1252 = new Map([
  [0x80, 0x20ac],
  [0x82, 0x201a],
  [0x83, 0x0192],
  [0x84, 0x201e],
  [0x85, 0x2026],
  [0x86, 0x2020],
  [0x87, 0x2021],
  [0x88, 0x02c6],
  [0x89, 0x2030],
  [0x8a, 0x0160],
  [0x8b, 0x2039],
  [0x8c, 0x0152],
  [0x8e, 0x017d],
  [0x91, 0x2018],
  [0x92, 0x2019],
  [0x93, 0x201c],
  [0x94, 0x201d],
  [0x95, 0x2022],
  [0x96, 0x2013],
  [0x97, 0x2014],
  [0x98, 0x02dc],
  [0x99, 0x2122],
  [0x9a, 0x0161],
  [0x9b, 0x203a],
  [0x9c, 0x0153],
  [0x9e, 0x017e],
  [0x9f, 0x0178],
]);
