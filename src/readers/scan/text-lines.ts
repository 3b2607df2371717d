import type { PixelBox } from "./gray-image.js";
import type { InkImage } from "./ink.js";

const MOST_LINES = 300; // on one page

/** Inked pixels of each row outside the tables. */
function inkOfRows(ink: InkImage, tables: readonly PixelBox[]): Uint32Array {
  const rows = new Uint32Array(ink.height);
  for (let y = 0; y < ink.height; y++) {
    const beside = tables.filter((box) => y >= box.top && y < box.bottom);
    let sum = 0;
    for (let x = 0; x < ink.width; x++) {
      if (ink.data[y * ink.width + x] === 1 && !beside.some((box) => x >= box.left && x < box.right)) sum++;
    }
    rows[y] = sum;
  }
  return rows;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Stretches of rows with ink; those a seal or a stain ties together are cut at their palest rows. */
function bandsOf(rows: Uint32Array, least: number, dpi: number): Band[] {
  const bands: Band[] = [];
  const collect = (from: number, to: number, enough: number, depth: number): void => {
    let start = -1;
    for (let y = from; y <= to; y++) {
      const isInked = y < to && (rows[y] ?? 0) > enough;
      if (isInked && start < 0) start = y;
      if (isInked || start < 0) continue;
      const isTall = y - start > dpi * 0.45; // no letter of running text is half an inch high
      if (isTall && depth < 8) collect(start, y, enough * 1.6 + 2, depth + 1);
      else bands.push({ top: start, bottom: y });
      start = -1;
    }
  };
  collect(0, rows.length, least, 0);
  return bands;
}

/** Strokes that lie above or below the rest of their line, as in 二 or a heading's dots, are put to the nearer band. */
function joinFlatBands(bands: readonly Band[], dpi: number): Band[] {
  const joined: { top: number; bottom: number }[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const isFlat = band.bottom - band.top < dpi * 0.06 || (last !== undefined && last.bottom - last.top < dpi * 0.06);
    if (last && isFlat && band.top - last.bottom <= dpi * 0.035 && band.bottom - last.top < dpi * 0.3) last.bottom = band.bottom;
    else joined.push({ ...band });
  }
  return joined.filter((band) => band.bottom - band.top >= dpi * 0.025);
}

/** From the first to the last column with writing in it; specks at the edges of the page do not count. */
function sidesOf(ink: InkImage, band: Band, tables: readonly PixelBox[], dpi: number): { left: number; right: number } | null {
  const beside = tables.filter((box) => band.top < box.bottom && band.bottom > box.top);
  const columns = new Uint32Array(ink.width);
  for (let y = band.top; y < band.bottom; y++) {
    for (let x = 0; x < ink.width; x++) {
      if (ink.data[y * ink.width + x] === 1 && !beside.some((box) => x >= box.left && x < box.right))
        columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  const reach = Math.round(dpi * 0.08);
  const isWriting = (x: number): boolean => {
    let sum = 0;
    for (let near = Math.max(0, x - reach); near <= Math.min(ink.width - 1, x + reach); near++) sum += columns[near] ?? 0;
    return sum >= (dpi / 100) ** 2 * 4;
  };
  const left = columns.findIndex((count, x) => count > 0 && isWriting(x));
  const right = columns.findLastIndex((count, x) => count > 0 && isWriting(x));
  return left < 0 ? null : { left, right: right + 1 };
}

/** Finds the lines of running text on a level page, from top to bottom. */
export function textLines(ink: InkImage, tables: readonly PixelBox[], dpi: number): PixelBox[] {
  const least = Math.max(2, dpi / 60);
  const bands = joinFlatBands(bandsOf(inkOfRows(ink, tables), least, dpi), dpi);
  return bands.slice(0, MOST_LINES).flatMap((band) => {
    const sides = sidesOf(ink, band, tables, dpi);
    const isLine = sides && sides.right - sides.left >= dpi * 0.03;
    return isLine ? [{ ...sides, top: Math.max(0, band.top - 2), bottom: Math.min(ink.height, band.bottom + 2) }] : [];
  });
}
