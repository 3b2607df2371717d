import type { Box } from "../../document/place.js";

/** Which way a text runs as the page is seen: 0 to the right, 1 upwards, 2 upside down, 3 downwards. */
export type Turn = 0 | 1 | 2 | 3;

/**
 * One character as it is drawn. `start`, `end` and `base` are measured in its own direction (`base` grows towards the next
 * line), so that turned text is put together by the same rules as upright text.
 */
export interface Glyph {
  readonly text: string;
  readonly isSpace: boolean;
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  /** The centre on the page, origin at the top left. */
  readonly x: number;
  readonly y: number;
}

// Ideographs reach from 0.12 em below the baseline to 0.88 em above it (the em box of nearly every CJK font). The boxes the
// engine gives are 1.45 em high and overlap the lines above and below.
const ABOVE_BASE = 0.88;
const BELOW_BASE = 0.12;

/** The rectangle on the page that a run of text in one direction covers. */
export function runBox(turn: Turn, run: { start: number; end: number; base: number; size: number }): Box {
  const { start, end } = run;
  const top = run.base - run.size * ABOVE_BASE;
  const bottom = run.base + run.size * BELOW_BASE;
  switch (turn) {
    case 0:
      return { left: start, top, right: end, bottom };
    case 1:
      return { left: top, top: -end, right: bottom, bottom: -start };
    case 2:
      return { left: -end, top: -bottom, right: -start, bottom: -top };
    case 3:
      return { left: -bottom, top: start, right: -top, bottom: end };
    default:
      return turn satisfies never;
  }
}
