import type { GridCell } from "../../document/document.js";
import { boxAround, rounded } from "./boxes.js";
import { type Chunk, chunksOf } from "./chunks.js";
import { figureColumns, placeChunk, type Span } from "./figure-columns.js";
import { type Glyph, runBox } from "./glyph.js";
import { joinWrapped } from "./line.js";
import type { TableBlock } from "./page-block.js";

/** Chunks that stand below one another in one cell. */
interface Entry {
  readonly chunks: Chunk[];
  readonly column: number;
  readonly columnSpan: number;
}

/** Rows of figures that follow one another: the body of a table. */
interface Body {
  readonly rows: readonly (readonly Chunk[])[];
  readonly size: number;
}

const FEWEST_FIGURES = 4;
const FEWEST_ROWS = 3;
/** One row alone must be this wide to be taken for a table. */
const WIDE_ROW = 10;
const LARGEST_STEP = 7;
const SAME_SIZE = 0.12;
const LINE_STEP = 1.7;
const ALIGNED = 0.35;
const HEAD_STEP = 3;
const HEADING = /^[一二三四五六七八九十]{1,3}、/;

/**
 * Tables without lines. Only wide ones are told apart from text: many figures in a row, and their distances prove the
 * columns. A label belongs to the row whose figures stand level with its middle; a label level with no row names a group.
 */
export function unruledTables(page: number, glyphs: readonly Glyph[]): { tables: TableBlock[]; rest: Glyph[] } {
  const upright = glyphs.filter((glyph) => glyph.turn === 0);
  const chunks = chunksOf(upright);
  const used = new Set<Glyph>();
  const tables = bodiesOf(chunks).map((body) => buildTable(page, body, chunks, used));
  return { tables, rest: used.size === 0 ? [...glyphs] : glyphs.filter((glyph) => !used.has(glyph)) };
}

function bodiesOf(chunks: readonly Chunk[]): Body[] {
  const rows = new Map<number, Chunk[]>();
  for (const chunk of chunks) if (chunk.isFigure) rows.set(chunk.row, [...(rows.get(chunk.row) ?? []), chunk]);
  const wide = [...rows.values()].filter((row) => row.length >= FEWEST_FIGURES);
  const bodies: Chunk[][][] = [];
  for (const row of wide) {
    const before = bodies.at(-1)?.at(-1);
    if (before !== undefined && belongTogether(before, row)) bodies.at(-1)?.push(row);
    else bodies.push([row]);
  }
  return bodies
    .filter((body) => body.length >= FEWEST_ROWS || body.some((row) => row.length >= WIDE_ROW))
    .map((body) => ({ rows: body, size: sizeOf(body[0] ?? []) }));
}

const baseOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { line }) => sum + line.base, 0) / Math.max(1, chunks.length);
const sizeOf = (chunks: readonly Chunk[]): number => chunks[0]?.line.size ?? 0;

function belongTogether(above: readonly Chunk[], below: readonly Chunk[]): boolean {
  const size = sizeOf(above);
  const isNear = baseOf(below) - baseOf(above) <= LARGEST_STEP * size;
  return isNear && Math.abs(size - sizeOf(below)) <= SAME_SIZE * size && Math.abs(above.length - below.length) <= FEWEST_FIGURES;
}

const SEVERAL_FIGURES = /^[\d.,]+(?: +[\d.,]+)+$/;

function buildTable(page: number, body: Body, chunks: readonly Chunk[], used: Set<Glyph>): TableBlock {
  const figures = new Set(body.rows.flat());
  const bases = body.rows.map(baseOf);
  const top = (bases[0] ?? 0) - 1.4 * body.size;
  const bottom = (bases.at(-1) ?? 0) + 1.4 * body.size;
  const near = chunks.filter(({ line }) => Math.abs(line.size - body.size) <= SAME_SIZE * body.size);
  const found = figureColumns(body.rows.map((row) => row.map(({ line }) => line)));
  // Figures printed too close to tell apart are in no column: the places they leave open are no blanks.
  const isStray = (chunk: Chunk): boolean =>
    !figures.has(chunk) && chunk.line.base > top && chunk.line.base < bottom && SEVERAL_FIGURES.test(chunk.line.text.trim());
  const columns = { spans: found.spans, isProved: found.isProved && !near.some(isStray) };
  const edge = (columns.spans[0]?.from ?? 0) + body.size;
  const labels = near.filter(
    (chunk) =>
      !figures.has(chunk) && chunk.line.base > top && chunk.line.base < bottom && (chunk.line.start + chunk.line.end) / 2 < edge,
  );
  const taken = new Set(labels);
  const head = headRows(
    near.filter((chunk) => !figures.has(chunk) && !taken.has(chunk)),
    columns.spans,
    top,
    body.size,
  );
  const labelled = labelRows(labels, bases, body.size);
  const depth = Math.max(1, ...labelled.map((row) => row.length));
  const cells: GridCell[] = [];
  const put = (entry: Entry, row: number, column: number): void => {
    for (const chunk of entry.chunks) for (const glyph of chunk.glyphs) used.add(glyph);
    cells.push(cellOf(page, entry, row, column));
  };
  for (const [row, entries] of head.entries()) {
    for (const entry of entries) put(entry, row, entry.column < 0 ? 0 : entry.column + depth);
  }
  for (const [index, row] of body.rows.entries()) {
    const at = head.length + index;
    const own = labelled[index] ?? [];
    for (const [order, entry] of own.entries()) put(entry, at, depth - own.length + order);
    for (const [order, chunk] of row.entries()) {
      const column = columns.isProved ? placeChunk(chunk.line, columns.spans).column : order;
      put({ chunks: [chunk], column, columnSpan: 1 }, at, column + depth);
    }
  }
  const rows = head.length + body.rows.length;
  const complete = columns.isProved
    ? [...cells, ...blanks(cells, { page, from: head.length, rows, first: depth, count: columns.spans.length })]
    : cells;
  const box = boxAround(
    cells.map(({ place }) => (place.kind === "page" && place.box) || { left: 0, top: 0, right: 0, bottom: 0 }),
  );
  const xs = Array.from({ length: depth + columns.spans.length + 1 }, (_, index) => box.left + index);
  return {
    kind: "table",
    xs,
    rows,
    cells: complete,
    isRuled: false,
    ragged: !columns.isProved,
    isClosedBelow: true,
    framed: [],
    box,
  };
}

/** Where every figure of the other rows has its place, a place without one is a blank cell. */
function blanks(
  cells: readonly GridCell[],
  area: { page: number; from: number; rows: number; first: number; count: number },
): GridCell[] {
  const filled = new Set(cells.map(({ row, column }) => row * 1000 + column));
  const found: GridCell[] = [];
  for (let row = area.from; row < area.rows; row++) {
    for (let column = area.first; column < area.first + area.count; column++) {
      if (filled.has(row * 1000 + column)) continue;
      found.push({ row, column, rowSpan: 1, columnSpan: 1, text: "", place: { kind: "page", page: area.page } });
    }
  }
  return found;
}

function cellOf(page: number, { chunks, columnSpan }: Entry, row: number, column: number): GridCell {
  const text = chunks.reduce((joined, { line }) => (joined === "" ? line.text : joinWrapped(joined, line.text)), "");
  const box = rounded(boxAround(chunks.map(({ line }) => runBox(line.turn, line))));
  return { row, column, rowSpan: 1, columnSpan, text, place: { kind: "page", page, box } };
}

/** For each row of figures its labels from left to right; the last one is its own. */
function labelRows(labels: readonly Chunk[], bases: readonly number[], size: number): Entry[][] {
  const rows: Entry[][] = bases.map(() => []);
  const groups: Entry[] = [];
  for (const entry of stack(labels, bases, size)) {
    const row = levelRow(entry, bases, size);
    if (row === null) groups.push(entry);
    else rows[row]?.push(entry);
  }
  for (const group of groups) {
    const middle = middleOf(group);
    const named = rows.flatMap((row, index) => (row.length > 0 ? [index] : []));
    const nearest = named.sort((a, b) => Math.abs((bases[a] ?? 0) - middle) - Math.abs((bases[b] ?? 0) - middle))[0];
    if (nearest !== undefined) rows[nearest]?.unshift(group);
  }
  for (const row of rows) row.sort((a, b) => (a.chunks[0]?.line.start ?? 0) - (b.chunks[0]?.line.start ?? 0));
  return rows;
}

const middleOf = ({ chunks }: Entry): number => ((chunks[0]?.line.base ?? 0) + (chunks.at(-1)?.line.base ?? 0)) / 2;

/** The row a label is level with: its middle, or its first line when the cells of the table begin at the top. */
function levelRow(entry: Entry, bases: readonly number[], size: number): number | null {
  for (const base of [middleOf(entry), entry.chunks[0]?.line.base ?? 0]) {
    const row = bases.findIndex((other) => Math.abs(other - base) <= ALIGNED * size);
    if (row >= 0) return row;
  }
  return null;
}

/** Joins lines that stand closely below one another, unless each of them is level with a row of figures of its own. */
function stack(chunks: readonly Chunk[], bases: readonly number[], size: number): Entry[] {
  const isLevel = ({ line }: Chunk): boolean => bases.some((base) => Math.abs(base - line.base) <= ALIGNED * size);
  const entries: Entry[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.line.base - b.line.base)) {
    const host = entries.findLast(({ chunks: [...above] }) => {
      const last = above.at(-1);
      return last !== undefined && isBelow(last, chunk, size) && !(isLevel(last) && isLevel(chunk));
    });
    if (host === undefined) entries.push({ chunks: [chunk], column: -1, columnSpan: 1 });
    else host.chunks.push(chunk);
  }
  return entries;
}

function isBelow(above: Chunk, below: Chunk, size: number): boolean {
  const step = below.line.base - above.line.base;
  if (step < size * 0.6 || step > size * LINE_STEP) return false;
  const common = Math.min(above.line.end, below.line.end) - Math.max(above.line.start, below.line.start);
  return common >= 0.6 * Math.min(above.line.end - above.line.start, below.line.end - below.line.start);
}

/** The rows of the head, the highest first: what stands close above the figures, up to a heading or a text of another size. */
function headRows(chunks: readonly Chunk[], columns: readonly Span[], top: number, size: number): Entry[][] {
  const above = chunks.filter(({ line }) => line.base <= top).sort((a, b) => b.line.base - a.line.base);
  const taken: Chunk[] = [];
  let lowest = top + 1.4 * size;
  for (const chunk of above) {
    if (lowest - chunk.line.base > HEAD_STEP * size || HEADING.test(chunk.line.text) || /[。：；]$/.test(chunk.line.text)) break;
    taken.push(chunk);
    lowest = Math.min(lowest, chunk.line.base);
  }
  const rows: { base: number; entries: Entry[] }[] = [];
  for (const entry of stack(taken, [], size).sort((a, b) => middleOf(a) - middleOf(b))) {
    const [first] = entry.chunks;
    const line = entry.chunks.reduce(
      (wide, chunk) => ({ start: Math.min(wide.start, chunk.line.start), end: Math.max(wide.end, chunk.line.end) }),
      { start: first?.line.start ?? 0, end: first?.line.end ?? 0 },
    );
    const placed = { ...entry, ...placeChunk(line, columns) };
    const row = rows.at(-1);
    const isSameRow =
      row !== undefined && middleOf(entry) - row.base < 0.9 * size && row.entries.every((other) => isApart(other, placed));
    if (isSameRow) row.entries.push(placed);
    else rows.push({ base: middleOf(entry), entries: [placed] });
  }
  return rows.map(({ entries }) => entries.sort((a, b) => a.column - b.column));
}

function isApart(a: Entry, b: Entry): boolean {
  return a.column + a.columnSpan <= b.column || b.column + b.columnSpan <= a.column;
}
