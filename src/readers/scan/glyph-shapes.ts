import type { Patch, WritingLine } from "./cell-writing.js";
import { crop, type GrayImage } from "./gray-image.js";

/** The look of one letter, in a frame of its line: its size and place in the line count as much as its form. */
export type GlyphShape = Float32Array;

const ACROSS = 12;
const DOWN = 18;

/** The shape of a piece of a line. The frame is as high as the line's tallest piece and as wide as that is high. */
export function glyphShape(image: GrayImage, line: WritingLine, piece: Patch): GlyphShape {
  const tallest = Math.max(...line.pieces.map((each) => each.bottom - each.top));
  const reference = line.pieces.find((each) => each.bottom - each.top === tallest) ?? piece;
  const middle = (piece.left + piece.right) / 2;
  const frame = crop(image, {
    left: Math.round(middle - tallest / 2),
    top: reference.top,
    right: Math.round(middle + tallest / 2),
    bottom: reference.bottom + Math.round(tallest * 0.25), // commas hang below the digits
  });
  const shape = new Float32Array(ACROSS * DOWN);
  const own = { left: piece.left - 1, right: piece.right + 1 };
  const frameLeft = Math.round(middle - tallest / 2);
  for (let row = 0; row < DOWN; row++) {
    for (let column = 0; column < ACROSS; column++) {
      let sum = 0;
      let count = 0;
      const fromY = Math.floor((row * frame.height) / DOWN);
      const toY = Math.max(fromY + 1, Math.floor(((row + 1) * frame.height) / DOWN));
      const fromX = Math.floor((column * frame.width) / ACROSS);
      const toX = Math.max(fromX + 1, Math.floor(((column + 1) * frame.width) / ACROSS));
      for (let y = fromY; y < toY; y++) {
        for (let x = fromX; x < toX; x++) {
          count++;
          const isOwn = frameLeft + x >= own.left && frameLeft + x < own.right;
          if (isOwn) sum += 255 - (frame.data[y * frame.width + x] ?? 255);
        }
      }
      shape[row * ACROSS + column] = sum / count / 255;
    }
  }
  return shape;
}

/** How unlike two shapes are. */
export function unlikeness(a: GlyphShape, b: GlyphShape): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return sum;
}

/** The mean of shapes. */
export function meanShape(shapes: readonly GlyphShape[]): GlyphShape {
  const mean = new Float32Array(ACROSS * DOWN);
  for (const shape of shapes)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (shape[at] ?? 0) / shapes.length;
  return mean;
}
