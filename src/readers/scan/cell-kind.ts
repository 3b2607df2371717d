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

/** Ink inside a part of a patch, the part told in shares of its width and height. */
function inkIn(ink: InkImage, patch: Patch, part: { left: number; top: number; right: number; bottom: number }): number {
  let inked = 0;
  let all = 0;
  for (let y = Math.floor(patch.top + part.top * heightOf(patch)); y < patch.top + part.bottom * heightOf(patch); y++) {
    for (let x = Math.floor(patch.left + part.left * widthOf(patch)); x < patch.left + part.right * widthOf(patch); x++) {
      all++;
      inked += ink.data[y * ink.width + x] ?? 0;
    }
  }
  return all === 0 ? 0 : inked / all;
}

/** Four empty corners round two bars that cross in the middle. */
function isPlus(ink: InkImage, patch: Patch): boolean {
  const shape = widthOf(patch) / heightOf(patch);
  if (shape < 0.7 || shape > 1.4 || heightOf(patch) < 6) return false;
  const corners = [
    { left: 0, top: 0, right: 0.3, bottom: 0.3 },
    { left: 0.7, top: 0, right: 1, bottom: 0.3 },
    { left: 0, top: 0.7, right: 0.3, bottom: 1 },
    { left: 0.7, top: 0.7, right: 1, bottom: 1 },
  ];
  return hasFullBars(ink, patch) && corners.every((corner) => inkIn(ink, patch, corner) < 0.12);
}

/** Whether some row and some column near the middle are inked from end to end. */
function hasFullBars(ink: InkImage, patch: Patch): boolean {
  let level = 0;
  let upright = 0;
  for (let share = 0.3; share <= 0.7; share += 0.02) {
    const y = Math.round(patch.top + share * (heightOf(patch) - 1));
    const x = Math.round(patch.left + share * (widthOf(patch) - 1));
    let across = 0;
    let down = 0;
    for (let column = patch.left; column < patch.right; column++) across += ink.data[y * ink.width + column] ?? 0;
    for (let row = patch.top; row < patch.bottom; row++) down += ink.data[row * ink.width + x] ?? 0;
    level = Math.max(level, across / widthOf(patch));
    upright = Math.max(upright, down / heightOf(patch));
  }
  return level > 0.75 && upright > 0.75;
}

/** The sign a figure begins with, told from its shape: the engine takes a lone bar for a speck. */
export function leadingSign(ink: InkImage, line: WritingLine): "+" | "-" | "" {
  const [first, ...rest] = line.pieces;
  if (!first || rest.length === 0) return "";
  const height = Math.max(...rest.map(heightOf));
  const middle = ((first.top + first.bottom) / 2 - Math.min(...rest.map((piece) => piece.top))) / height;
  const isBar = heightOf(first) <= 0.3 * height && widthOf(first) >= 1.3 * heightOf(first) && middle > 0.25 && middle < 0.8;
  if (isBar) return "-";
  return heightOf(first) > 0.4 * height && isPlus(ink, first) ? "+" : "";
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
    const digits = leadingSign(ink, line) === "" ? line.pieces : line.pieces.slice(1);
    return digits.every((piece) => widthOf(piece) <= 0.8 * height) && line.pieces.length <= 16;
  };
  return lines.length <= 3 && lines.every(isNarrow) ? "figure" : "words";
}
