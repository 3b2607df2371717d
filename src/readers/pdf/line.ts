import type { Glyph, Turn } from "./glyph.js";

/** Characters on one baseline, in reading order. */
export interface Line {
  readonly text: string;
  readonly turn: Turn;
  /** The ends of what is visible; spaces at the ends do not count. */
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  /** How wide the first piece of the line is that may not be divided: one ideograph, or a whole word or number. */
  readonly firstPiece: number;
  readonly firstGlyph: number;
  /** True when something stands far apart from the rest, as in columns: such a line is not wrapped text. */
  readonly hasGap: boolean;
}

const SAME_BASE = 0.35;
const WORD_GAP = 0.3;
const WIDE_GAP = 1;
const COLUMN_GAP = 1.6;
const STRUCK_TWICE = 0.12;
/** Ideographs, kana, their punctuation and full-width forms: a line may be broken beside any of them, and no space is put. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026\u{20000}-\u{3ffff}]/u;

export const isWide = (character: string): boolean => WIDE.test(character);

/** Puts characters of one direction into lines, from the first to the last. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  return rowsOf(glyphs)
    .map(lineOf)
    .filter((line) => line !== null);
}

/** Characters of one direction by their baseline, each row from its start to its end. */
export function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.base - b.base);
  const rows: Glyph[][] = [];
  let row: Glyph[] = [];
  let size = 0;
  let anchor = Number.NEGATIVE_INFINITY;
  for (const glyph of sorted) {
    if (glyph.base - anchor > SAME_BASE * Math.max(size, glyph.size)) {
      row = [];
      rows.push(row);
      size = 0;
    }
    row.push(glyph);
    if (glyph.size >= size) {
      size = glyph.size;
      anchor = glyph.base;
    }
  }
  return rows.map((glyphsOfRow) => dropDoubles(glyphsOfRow.sort((a, b) => a.start - b.start)));
}

/** The line that characters of one row make, or null when nothing of it is visible. */
export function lineOf(glyphs: readonly Glyph[]): Line | null {
  const visible = glyphs.filter((glyph) => !glyph.isSpace);
  const [first, last] = [visible[0], visible.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    text: textOf(glyphs),
    turn: first.turn,
    start: first.start,
    end: Math.max(...visible.slice(-4).map((glyph) => glyph.end)),
    base: baseOf(visible),
    size: visible.reduce((size, glyph) => Math.max(size, glyph.size), 0),
    firstPiece: firstPieceOf(visible),
    firstGlyph: first.end - first.start,
    hasGap: visible.some((glyph, index) => index > 0 && glyph.start - (visible[index - 1]?.end ?? 0) > COLUMN_GAP * glyph.size),
  };
}

function baseOf(visible: readonly Glyph[]): number {
  const sorted = visible.map((glyph) => glyph.base).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Some programs print bold by striking twice, a hair apart. */
function dropDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const isDouble = kept
      .slice(-3)
      .some(
        (other) =>
          other.text === glyph.text &&
          !glyph.isSpace &&
          glyph.start - other.start < STRUCK_TWICE * glyph.size &&
          Math.abs(glyph.base - other.base) < STRUCK_TWICE * glyph.size,
      );
    if (!isDouble) kept.push(glyph);
  }
  return kept;
}

function textOf(glyphs: readonly Glyph[]): string {
  let text = "";
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && !before.isSpace && !glyph.isSpace && isApart(before, glyph)) text += " ";
    text += glyph.text;
    before = glyph;
  }
  return text.trim();
}

/** Two words that only their distance separates. Ideographs are set a little apart without meaning anything by it. */
function isApart(left: Glyph, right: Glyph): boolean {
  const gap = (right.start - left.end) / Math.max(left.size, right.size);
  if (isWide(left.text) && isWide(right.text)) return gap > WIDE_GAP;
  return gap > (isWide(left.text) || isWide(right.text) ? 2 * WORD_GAP : WORD_GAP);
}

function firstPieceOf(visible: readonly Glyph[]): number {
  const [first] = visible;
  if (first === undefined) return 0;
  let end = first.end;
  if (!isWide(first.text)) {
    let before = first;
    for (const glyph of visible.slice(1)) {
      if (isWide(glyph.text) || glyph.start - before.end > WORD_GAP * glyph.size) break;
      before = glyph;
      end = glyph.end;
    }
  }
  return end - first.start;
}

/** The text of two lines that were only wrapped: words keep their space, ideographs never had one. */
export function joinWrapped(text: string, next: string): string {
  const last = text.at(-1) ?? "";
  const first = next[0] ?? "";
  const isWord = /[A-Za-z,.;:)]/.test(last) && /[A-Za-z(]/.test(first);
  return isWord ? `${text} ${next}` : text + next;
}
