import type { Box } from "../../document/place.js";
import type { PagePicture } from "./page-picture.js";

/** The share of a letter that a mark covers. */
export function shareUnder(letter: Box, mark: Box): number {
  const wide = Math.min(letter.right, mark.right) - Math.max(letter.left, mark.left);
  const high = Math.min(letter.bottom, mark.bottom) - Math.max(letter.top, mark.top);
  const area = (letter.right - letter.left) * (letter.bottom - letter.top);
  return wide <= 0 || high <= 0 || area <= 0 ? 0 : (wide * high) / area;
}

/** Where the pixels that a box touches begin. */
export function* pixelsOf({ width, height, pixelsPerPoint }: Omit<PagePicture, "rgb">, box: Box): Generator<number> {
  const left = Math.max(0, Math.floor(box.left * pixelsPerPoint));
  const right = Math.min(width, Math.ceil(box.right * pixelsPerPoint));
  const bottom = Math.min(height, Math.ceil(box.bottom * pixelsPerPoint));
  for (let y = Math.max(0, Math.floor(box.top * pixelsPerPoint)); y < bottom; y++) {
    for (let x = left; x < right; x++) yield 3 * (y * width + x);
  }
}
