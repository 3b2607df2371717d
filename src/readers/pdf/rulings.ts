import type { Box } from "../../document/place.js";

/** A line of a table: `at` is its place across, `from` and `to` its ends. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of a page in both directions. `at` of a level line is a height, of an upright line a distance from the left. */
export interface Rulings {
  readonly level: readonly Ruling[];
  readonly upright: readonly Ruling[];
}

const THIN = 2.6;
const THICK = 6;
/** A thick line is this many times as long as thick; drawn cell by cell, its pieces together are. */
const LONG = 8;
const LONG_PIECE = 2;
const SAME_LINE = 1.3;
const GAP = 2.2;
const DASH_GAP = 6;
const DASH = 10;
const SHORTEST = 5;

/** Tells the lines among the drawn areas and joins their pieces: borders drawn cell by cell, dots, dashes. */
export function rulingsOf(areas: readonly Box[]): Rulings {
  const level: Piece[] = [];
  const upright: Piece[] = [];
  for (const { left, right, top, bottom } of areas) {
    const width = right - left;
    const height = bottom - top;
    if (isPiece(height, width)) level.push({ at: (top + bottom) / 2, from: left, to: right, thickness: height });
    if (isPiece(width, height)) upright.push({ at: (left + right) / 2, from: top, to: bottom, thickness: width });
  }
  return { level: linesAmong(level), upright: linesAmong(upright) };
}

interface Piece extends Ruling {
  readonly thickness: number;
}

function linesAmong(pieces: readonly Piece[]): Ruling[] {
  const thick = pieces.filter(({ thickness }) => thickness >= THIN);
  if (thick.length === 0) return joinPieces(pieces);
  const least = Math.max(...thick.map(({ thickness }) => thickness)) * LONG;
  const long = joinPieces(thick).filter(({ from, to }) => to - from > least);
  return joinPieces([...pieces.filter(({ thickness }) => thickness < THIN), ...long]);
}

/** A dot is a line in both directions: only its neighbours tell which. */
function isPiece(thickness: number, length: number): boolean {
  if (thickness < THIN) return length >= thickness || length < THIN;
  return thickness < THICK && length > thickness * LONG_PIECE;
}

function joinPieces(pieces: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const line of sameLine(pieces)) {
    line.sort((a, b) => a.from - b.from);
    let open: Joining | undefined;
    for (const piece of line) {
      if (open !== undefined && piece.from - open.to <= gapAllowed(open, piece)) extend(open, piece);
      else {
        if (open !== undefined) joined.push(finish(open));
        open = { from: piece.from, to: piece.to, weight: 0, sum: 0, last: piece.to - piece.from };
        weigh(open, piece);
      }
    }
    if (open !== undefined) joined.push(finish(open));
  }
  return joined.filter((ruling) => ruling.to - ruling.from >= SHORTEST);
}

interface Joining {
  readonly from: number;
  to: number;
  weight: number;
  sum: number;
  /** Length of the piece joined last: between dashes a wider gap is still the same line. */
  last: number;
}

function gapAllowed(open: Joining, piece: Ruling): number {
  const length = piece.to - piece.from;
  const isDash = length < DASH && open.last < DASH;
  return isDash ? Math.min(DASH_GAP, Math.max(GAP, 2.5 * Math.max(length, open.last))) : GAP;
}

function extend(open: Joining, piece: Ruling): void {
  open.to = Math.max(open.to, piece.to);
  open.last = piece.to - piece.from;
  weigh(open, piece);
}

// The corner squares between two borders may lie a little off; the long pieces say where the line is.
function weigh(open: Joining, piece: Ruling): void {
  const weight = piece.to - piece.from + 0.01;
  open.weight += weight;
  open.sum += weight * piece.at;
}

const finish = (open: Joining): Ruling => ({ at: open.sum / open.weight, from: open.from, to: open.to });

function sameLine(pieces: readonly Ruling[]): Ruling[][] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  const lines: Ruling[][] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line !== undefined && piece.at - first <= SAME_LINE) line.push(piece);
    else {
      lines.push([piece]);
      first = piece.at;
    }
  }
  return lines;
}
