import { type InkImage, transpose } from "./ink.js";

/** A straight line of a table as scanned: level if it is a horizontal ruling, upright if a vertical one. */
export interface Ruling {
  /** Where it lies across its direction: y of a horizontal ruling, x of a vertical one. */
  readonly at: number;
  /** Where it begins and ends along its direction. */
  readonly from: number;
  readonly to: number;
  /** Its width in pixels. */
  readonly thickness: number;
}

export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Sizes in pixels that depend on how finely the page was scanned. */
interface Scale {
  /** Gaps up to this are closed. */
  readonly gap: number;
  readonly shortest: number;
  /** The part of the stretch that must be inked. */
  readonly inked: number;
  /** The part of the rows on both sides that may be inked: letters stand close to a drawn line, never to a dotted one we can tell from letters. */
  readonly crowded: number;
  /** How far from the line its surroundings are looked at. */
  readonly beside: number;
}

const MOST_RUNS = 200_000;

/** How much of a stretch of one row, widened to its two neighbours, is ink. */
function coverage(ink: InkImage, row: number, from: number, to: number): number {
  const { width, height, data } = ink;
  if (row < 1 || row >= height - 1) return 0;
  let dark = 0;
  const at = row * width;
  for (let x = from; x < to; x++) dark += (data[at + x] ?? 0) | (data[at - width + x] ?? 0) | (data[at + width + x] ?? 0);
  return dark / Math.max(1, to - from);
}

/** Long dark stretches of single rows with paper above or below: a row of letters has ink on both sides. */
function runsOf(ink: InkImage, scale: Scale): Run[] {
  const { width, height, data } = ink;
  const runs: Run[] = [];
  const keep = (row: number, from: number, to: number): void => {
    if (to - from < scale.shortest || runs.length >= MOST_RUNS) return;
    const own = coverage(ink, row, from, to);
    if (own < scale.inked) return;
    const sides = [coverage(ink, row - scale.beside, from, to), coverage(ink, row + scale.beside, from, to)] as const;
    if (Math.max(...sides) <= scale.crowded && Math.min(...sides) < own / 2) runs.push({ row, from, to });
  };
  for (let row = 1; row < height - 1; row++) {
    let from = -1;
    let last = -1;
    const at = row * width;
    for (let x = 0; x < width; x++) {
      if (data[at + x] === 0) continue;
      if (from >= 0 && x - last > scale.gap) {
        keep(row, from, last + 1);
        from = -1;
      }
      if (from < 0) from = x;
      last = x;
    }
    if (from >= 0) keep(row, from, last + 1);
  }
  return runs;
}

interface Pile {
  from: number;
  to: number;
  lastRow: number;
  weight: number;
  moment: number;
  firstRow: number;
  readonly parts: Run[];
}

/** Runs of neighbouring rows that overlap are one line; a line that climbs a little is still one. */
function pileRuns(runs: readonly Run[], thickest: number): Ruling[] {
  const open: Pile[] = [];
  const done: Pile[] = [];
  for (const run of runs) {
    for (let at = open.length - 1; at >= 0; at--) {
      const pile = open[at];
      if (pile && run.row - pile.lastRow > 2) done.push(...open.splice(at, 1));
    }
    const pile = open.find(
      (candidate) => run.from <= candidate.to && run.to >= candidate.from && run.row - candidate.firstRow <= 3 * thickest,
    );
    const length = run.to - run.from;
    if (pile) {
      pile.from = Math.min(pile.from, run.from);
      pile.to = Math.max(pile.to, run.to);
      pile.lastRow = run.row;
      pile.weight += length;
      pile.moment += length * run.row;
      pile.parts.push(run);
    } else {
      open.push({ ...run, lastRow: run.row, firstRow: run.row, weight: length, moment: length * run.row, parts: [run] });
    }
  }
  return [...done, ...open].map((pile) => ({
    at: pile.moment / pile.weight,
    from: pile.from,
    to: pile.to,
    thickness: Math.max(1, Math.round(pile.weight / (pile.to - pile.from))),
  }));
}

/** Pieces of one line, broken by a gap, are put together. */
function joinPieces(rulings: readonly Ruling[], tolerance: number, longestGap: number): Ruling[] {
  const joined: Ruling[] = [];
  for (const ruling of [...rulings].sort((a, b) => a.from - b.from)) {
    const index = joined.findIndex(
      (other) => Math.abs(other.at - ruling.at) <= tolerance && ruling.from - other.to <= longestGap && ruling.to > other.from,
    );
    const other = joined[index];
    if (!other) {
      joined.push(ruling);
      continue;
    }
    const lengths = [other.to - other.from, ruling.to - ruling.from] as const;
    joined[index] = {
      at: (other.at * lengths[0] + ruling.at * lengths[1]) / (lengths[0] + lengths[1]),
      from: Math.min(other.from, ruling.from),
      to: Math.max(other.to, ruling.to),
      thickness: Math.max(other.thickness, ruling.thickness),
    };
  }
  return joined;
}

/** Drawn lines and dotted ones of at least a length in inches; a row of a table is a fifth of an inch high. */
function levelLines(ink: InkImage, shortest: { readonly drawn: number; readonly dotted: number }, dpi: number): Ruling[] {
  const beside = Math.round(dpi / 25);
  const drawn = runsOf(ink, {
    gap: Math.round(dpi / 66),
    shortest: Math.round(shortest.drawn * dpi),
    inked: 0.9,
    crowded: 0.8,
    beside,
  });
  const dotted = runsOf(ink, {
    gap: Math.round(dpi / 30),
    shortest: Math.round(shortest.dotted * dpi),
    inked: 0.3,
    crowded: 0.15,
    beside,
  });
  const runs = [...drawn, ...dotted].sort((a, b) => a.row - b.row);
  return joinPieces(pileRuns(runs, Math.ceil(dpi / 25)), dpi / 50, dpi / 8).filter((ruling) => ruling.thickness <= dpi / 16);
}

/** Drops lines that end nowhere: a ruling of a table runs from one cross line to another, a stroke of a letter does not. */
function withoutStrokes(rulings: Rulings, dpi: number): Rulings {
  const near = dpi / 20;
  const meets = (others: readonly Ruling[], along: number, at: number): boolean =>
    others.some((line) => Math.abs(line.at - along) <= near && line.from - near <= at && line.to + near >= at);
  const anchored = (lines: readonly Ruling[], others: readonly Ruling[]): Ruling[] =>
    lines.filter((line) => {
      const ends = Number(meets(others, line.from, line.at)) + Number(meets(others, line.to, line.at));
      const crossed = others.filter(
        (other) => other.at > line.from && other.at < line.to && other.from <= line.at && other.to >= line.at,
      );
      return ends === 2 || (line.to - line.from >= 0.8 * dpi && ends + crossed.length >= 2);
    });
  let { horizontal, vertical } = rulings;
  for (let round = 0; round < 4; round++) {
    const before = horizontal.length + vertical.length;
    horizontal = anchored(horizontal, vertical);
    vertical = anchored(vertical, horizontal);
    if (horizontal.length + vertical.length === before) break;
  }
  return { horizontal, vertical };
}

/** Finds the straight lines of the tables on a level page. */
export function findRulings(ink: InkImage, dpi: number): Rulings {
  const horizontal = levelLines(ink, { drawn: 0.35, dotted: 1 }, dpi);
  const upright = levelLines(transpose(ink), { drawn: 0.09, dotted: 0.17 }, dpi);
  return withoutStrokes({ horizontal, vertical: upright }, dpi);
}
