import { cellKind, leadingSign } from "./cell-kind.js";
import { type Patch, type WritingLine, writingIn } from "./cell-writing.js";
import { readFigures } from "./figure-reading.js";
import type { GrayImage, PixelBox } from "./gray-image.js";
import type { LevelPage } from "./level-page.js";
import { figurePicture, type LinePicture } from "./line-picture.js";
import type { MachineReading, OcrEngine } from "./machine-reading.js";
import { narrativePictures, readNarrative, type TextLine } from "./narrative.js";
import type { PageGeometry } from "./page-geometry.js";
import type { RuledCell, RuledTable } from "./ruled-table.js";
import { readWords, wordPictures } from "./word-reading.js";

/** A cell on its way to being read. */
export interface ScannedCell {
  readonly cell: RuledCell;
  /** What its ink says without an engine; null when an engine must read it. */
  readonly told: string | null;
  /** The lines of a figure; for words, the figure they begin with, if any. */
  readonly figure: readonly LinePicture[];
  readonly words: readonly GrayImage[];
}

export interface ScannedTable {
  readonly table: RuledTable;
  readonly cells: readonly ScannedCell[];
}

/** A page whose pictures were handed to the engine; the answers come later. */
export interface ScannedPage {
  readonly geometry: PageGeometry;
  readonly tables: readonly ScannedTable[];
  readonly lines: Promise<TextLine[]>;
  /** One reading for each line of each figure, in order. */
  readonly figures: Promise<MachineReading[]>;
  /** One reading for each cell with words, in order. */
  readonly words: Promise<MachineReading[]>;
}

const DASH = "-";
const MOST_TOUCHING = 2.6; // letter heights: four digits
const MOST_UNIT_PIECES = 5; // 万元 falls into three or four

/** The digits before a unit, as in 347.92万元: two or more narrow pieces, then a few wide ones. */
function figureBeforeUnit(page: LevelPage, lines: readonly WritingLine[]): LinePicture[] {
  const [line] = lines;
  if (!line || lines.length > 1) return [];
  const height = line.bottom - line.top;
  const isWide = (piece: Patch): boolean => piece.right - piece.left > 0.65 * height;
  const digits = line.pieces.findIndex(isWide);
  // Digits that touch make a wide piece: what is short may be a figure as a whole.
  if (line.right - line.left <= MOST_TOUCHING * height) return [figurePicture(page.image, line, "")];
  if (digits < 2 || line.pieces.length - digits > MOST_UNIT_PIECES) return [];
  const pieces = line.pieces.slice(0, digits);
  const top = Math.min(...pieces.map((piece) => piece.top));
  const bottom = Math.max(...pieces.map((piece) => piece.bottom));
  const right = pieces.at(-1)?.right ?? line.right;
  return [figurePicture(page.image, { left: line.left, top, right, bottom, pieces }, "")];
}

function scanCell(page: LevelPage, cell: RuledCell): ScannedCell {
  const lines: WritingLine[] = writingIn(page.ink, cell, page.dpi);
  const bare = { cell, told: null, figure: [], words: [] };
  const kind = cellKind(page.ink, lines, page.dpi);
  switch (kind) {
    case "blank":
      return { ...bare, told: "" };
    case "dash":
      return { ...bare, told: DASH };
    case "slash":
      return { ...bare, told: "/" };
    case "figure":
      return { ...bare, figure: lines.map((line) => figurePicture(page.image, line, leadingSign(page.ink, line))) };
    case "words":
      return { ...bare, words: wordPictures(page.image, lines), figure: figureBeforeUnit(page, lines) };
    default:
      return kind satisfies never;
  }
}

const boxOf = ({ xs, ys }: RuledTable, margin: number): PixelBox => ({
  left: Math.floor((xs[0] ?? 0) - margin),
  top: Math.floor((ys[0] ?? 0) - margin),
  right: Math.ceil((xs.at(-1) ?? 0) + margin),
  bottom: Math.ceil((ys.at(-1) ?? 0) + margin),
});

/** Every line of words on a page, in and outside its tables, as pictures. */
export function wordLines(page: LevelPage): GrayImage[] {
  const inTables = page.tables.flatMap((table) => table.cells.flatMap((cell) => scanCell(page, cell).words));
  return [...inTables, ...narrativePictures(page, tableBoxes(page)).map(({ picture }) => picture)];
}

const tableBoxes = (page: LevelPage): PixelBox[] => page.tables.map((table) => boxOf(table, page.dpi / 40));

/** Cuts a level page into what is to be read and gives it to the engine. */
export function scanPage(engine: OcrEngine, page: LevelPage): ScannedPage {
  const tables = page.tables.map((table) => ({ table, cells: table.cells.map((cell) => scanCell(page, cell)) }));
  const cells = tables.flatMap((table) => table.cells);
  const worded = cells.filter((cell) => cell.words.length > 0);
  return {
    geometry: page.geometry,
    tables,
    figures: readFigures(
      engine,
      cells.flatMap((cell) => cell.figure),
    ),
    words: readWords(
      engine,
      worded.map((cell) => cell.words),
    ),
    lines: readNarrative(engine, page, tableBoxes(page)),
  };
}
