import type { Box } from "../../document/place.js";

/** The smallest rectangle around several. */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}

/** Hundredths of a point are finer than any printer. */
export function rounded(box: Box): Box {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { left: round(box.left), top: round(box.top), right: round(box.right), bottom: round(box.bottom) };
}
