import type { PixelBox } from "./gray-image.js";
import type { InkImage } from "./ink.js";

/** A connected patch of ink. */
export interface Patch extends PixelBox {
  /** Inked pixels. */
  readonly area: number;
}

/** A line of writing inside a cell, and the pieces it falls into when it is cut at every gap between letters. */
export interface WritingLine extends PixelBox {
  readonly pieces: readonly Patch[];
}

const MOST_PATCHES = 20_000;

/** The connected patches of ink inside a box (also over corners). */
function patchesIn(ink: InkImage, box: PixelBox): Patch[] {
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const width = Math.min(ink.width, box.right) - left;
  const height = Math.min(ink.height, box.bottom) - top;
  if (width <= 0 || height <= 0) return [];
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const patches: Patch[] = [];
  const isNew = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && seen[y * width + x] === 0 && ink.data[(top + y) * ink.width + left + x] === 1;
  for (let start = 0; start < width * height && patches.length < MOST_PATCHES; start++) {
    if (!isNew(start % width, Math.floor(start / width))) continue;
    const patch = { left: width, top: height, right: 0, bottom: 0, area: 0 };
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      patch.area++;
      patch.left = Math.min(patch.left, x);
      patch.right = Math.max(patch.right, x + 1);
      patch.top = Math.min(patch.top, y);
      patch.bottom = Math.max(patch.bottom, y + 1);
      for (let downward = -1; downward <= 1; downward++) {
        for (let along = -1; along <= 1; along++) {
          if (!isNew(x + along, y + downward)) continue;
          seen[(y + downward) * width + x + along] = 1;
          stack.push((y + downward) * width + x + along);
        }
      }
    }
    patches.push({
      left: patch.left + left,
      right: patch.right + left,
      top: patch.top + top,
      bottom: patch.bottom + top,
      area: patch.area,
    });
  }
  return patches;
}

/** What is left of a ruling at the edge of a cell: as thin as a line, and touching the edge or, if it is long, next to it. */
function isRulingRest(patch: Patch, cell: PixelBox, dpi: number): boolean {
  const thin = Math.max(2, dpi / 50);
  const width = patch.right - patch.left;
  const height = patch.bottom - patch.top;
  const within = (near: number): { side: boolean; end: boolean } => ({
    side: patch.left <= cell.left + near || patch.right >= cell.right - near,
    end: patch.top <= cell.top + near || patch.bottom >= cell.bottom - near,
  });
  const touches = within(0);
  const lies = within(dpi / 66);
  const isLong = { side: height > 0.45 * (cell.bottom - cell.top), end: width > 0.45 * (cell.right - cell.left) };
  return (
    (width <= thin && (touches.side || (lies.side && isLong.side))) ||
    (height <= thin && (touches.end || (lies.end && isLong.end)))
  );
}

/** Patches large enough to be writing, and dots that stand beside such patches. */
function withoutSpecks(patches: readonly Patch[], dpi: number): Patch[] {
  const isStroke = ({ left, right, top, bottom, area }: Patch): boolean =>
    Math.max(right - left, bottom - top) >= dpi * 0.028 && area >= (dpi / 100) ** 2 * 2.5;
  const strokes = patches.filter(isStroke);
  const reach = dpi * 0.06;
  const isDot = (patch: Patch): boolean =>
    patch.area >= 1.6 * (dpi / 100) ** 2 &&
    strokes.some(
      (stroke) =>
        patch.left <= stroke.right + reach &&
        patch.right >= stroke.left - reach &&
        patch.top <= stroke.bottom + reach &&
        patch.bottom >= stroke.top - reach,
    );
  return patches.filter((patch) => isStroke(patch) || isDot(patch));
}

const around = (patches: readonly Patch[]): Patch => ({
  left: Math.min(...patches.map((patch) => patch.left)),
  top: Math.min(...patches.map((patch) => patch.top)),
  right: Math.max(...patches.map((patch) => patch.right)),
  bottom: Math.max(...patches.map((patch) => patch.bottom)),
  area: patches.reduce((sum, patch) => sum + patch.area, 0),
});

/** Puts together what overlaps along one direction. */
function pile(patches: readonly Patch[], start: (patch: Patch) => number, end: (patch: Patch) => number): Patch[][] {
  const groups: { end: number; members: Patch[] }[] = [];
  for (const patch of [...patches].sort((a, b) => start(a) - start(b))) {
    const group = groups.at(-1);
    if (group && start(patch) < group.end) {
      group.members.push(patch);
      group.end = Math.max(group.end, end(patch));
    } else groups.push({ end: end(patch), members: [patch] });
  }
  return groups.map((group) => group.members);
}

/** The strokes of 二 do not touch: a pile much flatter than a line of writing is put to its nearer neighbour. */
function joinFlatPiles(piles: Patch[][], dpi: number): Patch[][] {
  const flat = dpi * 0.05;
  const joined: Patch[][] = [];
  for (const members of piles) {
    const box = around(members);
    const before = joined.at(-1);
    const last = before ? around(before) : null;
    const isFlat = box.bottom - box.top < flat || (last !== null && last.bottom - last.top < flat);
    if (before && last && isFlat && box.top - last.bottom < dpi * 0.05 && box.bottom - last.top < dpi * 0.3)
      before.push(...members);
    else joined.push([...members]);
  }
  return joined;
}

/** The writing inside a cell, line by line; empty when the cell holds no ink but specks and rests of rulings. */
export function writingIn(ink: InkImage, cell: PixelBox, dpi: number): WritingLine[] {
  const patches = withoutSpecks(
    patchesIn(ink, cell).filter((patch) => !isRulingRest(patch, cell, dpi)),
    dpi,
  );
  if (patches.length === 0) return [];
  const rows = joinFlatPiles(
    pile(
      patches,
      (patch) => patch.top,
      (patch) => patch.bottom,
    ),
    dpi,
  );
  return rows.map((members) => {
    const pieces = pile(
      members,
      (patch) => patch.left,
      (patch) => patch.right,
    ).map(around);
    return { ...around(members), pieces };
  });
}
