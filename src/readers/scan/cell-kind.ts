import type { Patch, WritingLine } from "./cell-writing.js";
import type { InkImage } from "./ink.js";

/** What a cell holds, told from the shape of its ink alone. */
export type CellKind = "blank" | "dash" | "slash" | "figure" | "words";

const widthOf = (patch: Patch): number => patch.right - patch.left;
const heightOf = (patch: Patch): number => patch.bottom - patch.top;

/** A single stroke from the upper right to the lower left: each row of it is short and lies further left than the one above. */
function isSlash(ink: InkImage, patch: Patch): boolean {
  const width = widthOf(patch);
  const height = heightOf(patch);
  if (width < height * 0.2 || width > height * 4 || height < 6) return false;
  const middles: number[] = [];
  for (let y = patch.top; y < patch.bottom; y++) {
    let first = -1;
    let last = -1;
    for (let x = patch.left; x < patch.right; x++) {
      if (ink.data[y * ink.width + x] === 0) continue;
      if (first < 0) first = x;
      last = x;
    }
    if (first < 0) return false;
    if (last - first > Math.max(width * 0.45, (1.8 * width) / height + 4)) return false;
    middles.push((first + last) / 2);
  }
  const at = (share: number): number => middles[Math.min(middles.length - 1, Math.round(share * (middles.length - 1)))] ?? 0;
  const fall = at(0) - at(1);
  return fall > width * 0.5 && Math.abs(at(0.5) - (at(0) + at(1)) / 2) < width * 0.15 && at(0.25) > at(0.75);
}

/** Tells what kind of thing a cell holds. A figure whose digits touch passes for words; the reading of words will show it. */
export function cellKind(ink: InkImage, lines: readonly WritingLine[], dpi: number): CellKind {
  const first = lines[0];
  if (!first) return "blank";
  if (lines.length === 1) {
    if (first.pieces.every((piece) => heightOf(piece) < dpi * 0.035 && widthOf(piece) > 1.8 * heightOf(piece))) return "dash";
    const only = first.pieces[0];
    if (first.pieces.length === 1 && only && isSlash(ink, only)) return "slash";
  }
  const isNarrow = (line: WritingLine): boolean => {
    const height = Math.max(...line.pieces.map(heightOf));
    return line.pieces.every((piece) => widthOf(piece) <= 0.8 * height) && line.pieces.length <= 16;
  };
  return lines.length <= 3 && lines.every(isNarrow) ? "figure" : "words";
}
