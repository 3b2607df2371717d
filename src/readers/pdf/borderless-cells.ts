import type { Box } from "../../document/place.js";
import { boxAround } from "./boxes.js";
import { DisjointSets } from "./disjoint-sets.js";
import type { Glyph } from "./glyph.js";
import type { Ruling, Rulings } from "./rulings.js";

const SMALLEST = 6;
const WIDEST_GAP = 9;
const MAX_AREAS = 2000;
const FEWEST_CELLS = 4;
/** How much of a table its cells must cover: a page break may leave nothing of the cell that spanned the row it cut. */
const WHOLE = 0.85;
const SLACK = 0.6;

/**
 * The borders of tables that show their cells only by the colour behind them or by a box round each. Where such areas
 * cover a rectangle without overlapping, with the same narrow gap between them all, each of them is one cell; areas that
 * leave a text between them (the stripes of every other row, words marked with colour) prove no borders and give none.
 */
export function borderlessCells(areas: readonly Box[], glyphs: readonly Glyph[]): Rulings {
  const level: Ruling[] = [];
  const upright: Ruling[] = [];
  const cells = innermost(areas.filter((area) => Math.min(area.right - area.left, area.bottom - area.top) >= SMALLEST));
  for (const group of neighbours(cells)) {
    const tiles = withoutGaps(group);
    if (!isTiling(tiles) || !holdsAll(tiles, glyphs)) continue;
    for (const { left, right, top, bottom } of tiles) {
      level.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
      upright.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
    }
  }
  return { level, upright };
}

/** Colour behind a page, a table or a row says nothing about the cells that are coloured on top of it. */
function innermost(areas: readonly Box[]): Box[] {
  if (areas.length > MAX_AREAS || areas.length < FEWEST_CELLS) return [];
  return areas.filter((area, index) =>
    areas.every((other, at) => {
      if (at === index || !contains(area, other)) return true;
      return contains(other, area) && index < at; // the same area drawn twice is one
    }),
  );
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left - SLACK &&
  inner.right <= outer.right + SLACK &&
  inner.top >= outer.top - SLACK &&
  inner.bottom <= outer.bottom + SLACK;

/** How far two areas stand apart side by side, or below one another; negative when they have that much in common. */
const apart = (a: Box, b: Box): number => Math.max(a.left, b.left) - Math.min(a.right, b.right);
const below = (a: Box, b: Box): number => Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
const isBeside = (a: Box, b: Box): boolean => below(a, b) < -SLACK && Math.abs(apart(a, b)) <= WIDEST_GAP;
const isBelow = (a: Box, b: Box): boolean => apart(a, b) < -SLACK && Math.abs(below(a, b)) <= WIDEST_GAP;

function neighbours(cells: readonly Box[]): Box[][] {
  const sets = new DisjointSets(cells.length);
  for (const [index, cell] of cells.entries()) {
    for (let at = index + 1; at < cells.length; at++) {
      const other = cells[at];
      if (other !== undefined && (isBeside(cell, other) || isBelow(cell, other))) sets.join(index, at);
    }
  }
  const groups = new Map<number, Box[]>();
  for (const [index, cell] of cells.entries()) {
    const root = sets.find(index);
    groups.set(root, [...(groups.get(root) ?? []), cell]);
  }
  return [...groups.values()].filter((group) => group.length >= FEWEST_CELLS);
}

/** Each cell made larger by half of the usual gap, so that neighbours meet. */
function withoutGaps(cells: readonly Box[]): Box[] {
  const across: number[] = [];
  const down: number[] = [];
  for (const [index, cell] of cells.entries()) {
    for (const other of cells.slice(index + 1)) {
      if (isBeside(cell, other)) across.push(apart(cell, other));
      if (isBelow(cell, other)) down.push(below(cell, other));
    }
  }
  const [x, y] = [median(across) / 2, median(down) / 2];
  return cells.map(({ left, right, top, bottom }) => ({ left: left - x, right: right + x, top: top - y, bottom: bottom + y }));
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function isTiling(tiles: readonly Box[]): boolean {
  const around = boxAround(tiles);
  const sizeOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);
  const covered = tiles.reduce((sum, tile) => sum + sizeOf(tile), 0) / sizeOf(around);
  const isCrossed = tiles.some((tile, index) =>
    tiles.slice(index + 1).some((other) => apart(tile, other) < -2 * SLACK && below(tile, other) < -2 * SLACK),
  );
  return covered >= WHOLE && covered <= 2 - WHOLE && !isCrossed;
}

function holdsAll(tiles: readonly Box[], glyphs: readonly Glyph[]): boolean {
  const around = boxAround(tiles);
  const isIn = ({ left, right, top, bottom }: Box, { x, y }: Glyph): boolean =>
    x >= left && x <= right && y >= top && y <= bottom;
  return glyphs.every((glyph) => glyph.isSpace || !isIn(around, glyph) || tiles.some((tile) => isIn(tile, glyph)));
}
