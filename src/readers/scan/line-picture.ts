import type { Patch, WritingLine } from "./cell-writing.js";
import { crop, type GrayImage, paste, whiteImage } from "./gray-image.js";

/** One line of writing cut out of its page, with nothing round it but paper. */
export interface LinePicture {
  readonly image: GrayImage;
  /** The line in the coordinates of the picture. */
  readonly line: WritingLine;
  /** A sign that stands before what is in the picture. */
  readonly sign: "+" | "-" | "";
}

const PADDING = 3; // pixels: the pale rim of the strokes belongs to them

/** Cuts a line out of a page, without rests of rulings and specks between its pieces. */
export function linePicture(page: GrayImage, line: WritingLine): LinePicture {
  const left = line.left - PADDING;
  const top = line.top - PADDING;
  const image = whiteImage(line.right - line.left + 2 * PADDING, line.bottom - line.top + 2 * PADDING);
  const shifted = (box: Patch): Patch => ({
    left: box.left - left,
    top: box.top - top,
    right: box.right - left,
    bottom: box.bottom - top,
    area: box.area,
  });
  for (const piece of line.pieces) {
    const box = { left: piece.left - 2, top: piece.top - 2, right: piece.right + 2, bottom: piece.bottom + 2 };
    const part = crop(page, box);
    paste(image, part, Math.max(0, Math.max(0, box.left) - left), Math.max(0, Math.max(0, box.top) - top));
  }
  const pieces = line.pieces.map(shifted);
  return {
    image,
    sign: "",
    line: { left: PADDING, top: PADDING, right: image.width - PADDING, bottom: image.height - PADDING, pieces },
  };
}

/** Cuts a figure out of a page; a sign before it is told apart. */
export function figurePicture(page: GrayImage, line: WritingLine, sign: LinePicture["sign"]): LinePicture {
  if (sign === "") return linePicture(page, line);
  const pieces = line.pieces.slice(1);
  const left = Math.min(...pieces.map((piece) => piece.left));
  const top = Math.min(...pieces.map((piece) => piece.top));
  const bottom = Math.max(...pieces.map((piece) => piece.bottom));
  return { ...linePicture(page, { left, top, right: line.right, bottom, pieces }), sign };
}

/** Sets pictures side by side, bottom-aligned in the middle: letters written one below the other become a line. */
export function sideBySide(pictures: readonly GrayImage[], gap: number): GrayImage {
  const height = Math.max(...pictures.map((picture) => picture.height));
  const joined = whiteImage(
    pictures.reduce((sum, picture) => sum + picture.width + gap, 0),
    height,
  );
  let left = 0;
  for (const picture of pictures) {
    paste(joined, picture, left, Math.floor((height - picture.height) / 2));
    left += picture.width + gap;
  }
  return joined;
}
