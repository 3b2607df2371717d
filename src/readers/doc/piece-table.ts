import { AppError } from "../../errors.js";
import { BinaryView, damaged } from "./binary-view.js";

/** A run of characters that lie together in the WordDocument stream. [MS-DOC] 2.8.35, 2.9.177 */
export interface Piece {
  /** Character positions: first, and one past the last. */
  readonly start: number;
  readonly end: number;
  /** Place of the first character in the stream. */
  readonly at: number;
  /** 1 for Windows-1252, 2 for UTF-16. */
  readonly width: 1 | 2;
  /** Modifiers a fast save laid over all of the piece. */
  readonly changes: BinaryView | null;
}

const PROPERTY_GROUP = 1;
const PIECES = 2;
/** Word saves anew long before a document lies in so many pieces. */
const MAX_PIECES = 200_000;
const COMPRESSED = 0x40000000;

/**
 * The pieces of the text in order. Pieces may lie over one another in a damaged file, so the text they give together
 * is held to twice the stream: an honest file never has more characters than bytes.
 */
export function readPieceTable(clx: BinaryView, stream: BinaryView): readonly Piece[] {
  const groups: BinaryView[] = [];
  let at = 0;
  while (at < clx.length && clx.u8(at) === PROPERTY_GROUP) {
    const length = clx.u16(at + 1);
    groups.push(clx.slice(at + 3, length));
    at += 3 + length;
  }
  if (at >= clx.length || clx.u8(at) !== PIECES) throw damaged("Word 正文索引");
  const plc = clx.slice(at + 5, clx.u32(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  if (count > MAX_PIECES) throw new AppError("FILE_TOO_COMPLEX", { detail: `正文分为 ${count} 块` });
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const piece = pieceAt(plc, index, count, groups);
    if (piece.end <= piece.start) continue;
    if (piece.end > 2 * stream.length) throw damaged("Word 正文索引");
    if (piece.start !== (pieces.at(-1)?.end ?? 0)) throw damaged("Word 正文索引");
    if (piece.at + (piece.end - piece.start) * piece.width > stream.length) throw damaged("Word 正文被截断");
    pieces.push(piece);
  }
  return pieces;
}

function pieceAt(plc: BinaryView, index: number, count: number, groups: readonly BinaryView[]): Piece {
  const descriptor = 4 * (count + 1) + 8 * index;
  const place = plc.u32(descriptor + 2);
  const compressed = (place & COMPRESSED) !== 0;
  const at = place & 0x3fffffff;
  return {
    start: plc.u32(4 * index),
    end: plc.u32(4 * index + 4),
    at: compressed ? Math.floor(at / 2) : at,
    width: compressed ? 1 : 2,
    changes: changesOf(plc.slice(descriptor + 6, 2), groups),
  };
}

/** The short form of a modifier that a piece may carry instead of a group of them, by its index. [MS-DOC] 2.9.215 */
const SHORT_MODIFIERS = new Map([
  [0x18, 0x2416], // sprmPFInTable
  [0x19, 0x2417], // sprmPFTtp
  [0x41, 0x0800], // sprmCFRMarkDel
  [0x5c, 0x083c], // sprmCFVanish
]);

function changesOf(prm: BinaryView, groups: readonly BinaryView[]): BinaryView | null {
  const value = prm.u16(0);
  if ((value & 1) === 1) return groups[value >> 1] ?? null;
  const code = SHORT_MODIFIERS.get((value >> 1) & 0x7f);
  return code === undefined ? null : BinaryView.of(Uint8Array.of(code & 0xff, code >> 8, value >> 8), "Word 正文索引");
}
