import type { Turn } from "./glyph.js";

/** A page of a file in its own coordinates: the visible box and how far it is turned clockwise for the reader. */
export interface PageFrame {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly quarters: Turn;
}

/** The size of the page as it is seen. */
export function seenSize(frame: PageFrame): { width: number; height: number } {
  const width = frame.right - frame.left;
  const height = frame.top - frame.bottom;
  return frame.quarters % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a point of the file stands on the page as it is seen, origin at the top left. */
export function seenPoint(frame: PageFrame, x: number, y: number): { x: number; y: number } {
  switch (frame.quarters) {
    case 0:
      return { x: x - frame.left, y: frame.top - y };
    case 1:
      return { x: y - frame.bottom, y: x - frame.left };
    case 2:
      return { x: frame.right - x, y: y - frame.bottom };
    case 3:
      return { x: frame.top - y, y: frame.right - x };
    default:
      return frame.quarters satisfies never;
  }
}

/** The number of quarter turns as 0 to 3, whatever it was. */
export function quarterTurns(count: number): Turn {
  return (((Math.round(count) % 4) + 4) % 4) as Turn; // a remainder of four
}
