import type { Grid, GridCell, Paragraph } from "../document/document.js";
import { recognisable } from "../document/normalise.js";
import { reducedRecognisable } from "./label.js";
import { type Figure, readFigure } from "./read-figure.js";

/** A cell of a row with what it may be: a figure, or a label. */
export interface RowCell {
  readonly cell: GridCell;
  readonly figure: Figure;
  /** The recognisable text; empty for figures and blanks. */
  readonly read: string;
  /** The reduced label; empty for figures and blanks. */
  readonly label: string;
}

/** One row of a grid, wherever the grid stands. */
export interface SourceRow {
  readonly block: number;
  readonly grid: Grid;
  readonly row: number;
  /** The cells that begin in this row, from left to right. */
  readonly cells: readonly RowCell[];
  /** The cells that reach down into this row from above. */
  readonly above: readonly RowCell[];
}

/** The rows of a grid, from top to bottom. */
export function rowsOf(grid: Grid, block: number): SourceRow[] {
  const starting: RowCell[][] = Array.from({ length: grid.rows }, () => []);
  const reaching: RowCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    const rowCell = rowCellOf(cell);
    starting[cell.row]?.push(rowCell);
    for (let row = cell.row + 1; row < Math.min(cell.row + cell.rowSpan, grid.rows); row++) reaching[row]?.push(rowCell);
  }
  for (const cells of starting) joinWrappedFigures(cells);
  return starting.map((cells, row) => ({
    block,
    grid,
    row,
    cells: cells.sort(byColumn),
    above: (reaching[row] ?? []).sort(byColumn),
  }));
}

const WRAPPED = /^\d{2,9}(?:\n\d{1,9})+$/;

/**
 * On a page a long figure wraps in a narrow column: 263 over 7 is 2637. Two rows run together look alike, but then every cell
 * of the row has two lines.
 */
function joinWrappedFigures(cells: RowCell[]): void {
  cells.forEach((wrapped, at) => {
    if (wrapped.cell.place.kind !== "page" || !WRAPPED.test(wrapped.cell.text)) return;
    const lines = wrapped.cell.text.split("\n");
    const isFull = lines
      .slice(0, -1)
      .every((line) => line.length === lines[0]?.length && line.length >= (lines.at(-1)?.length ?? 0));
    const isOneRow = cells.some(
      (other) => other !== wrapped && !other.cell.text.trim().includes("\n") && other.cell.text.trim() !== "",
    );
    if (isFull && isOneRow) cells[at] = { ...wrapped, figure: readFigure(lines.join("")), read: "", label: "" };
  });
}

/** Two parts of one cell, as they read together. */
export const joinedCells = (upper: RowCell, lower: RowCell, between = "\n"): RowCell =>
  rowCellOf({ ...upper.cell, text: `${upper.cell.text}${between}${lower.cell.text}` });

const byColumn = (first: RowCell, second: RowCell) => first.cell.column - second.cell.column;

function rowCellOf(cell: GridCell): RowCell {
  const figure = readFigure(cell.text);
  if (figure.kind !== "unread") return { cell, figure, read: "", label: "" };
  const read = recognisable(cell.text);
  return { cell, figure, read, label: reducedRecognisable(read) };
}

// The label may end in a digit's neighbour: a text layer often swallows the space before the first figure.
const LABEL_AND_FIGURES = /^((?:\d{1,2}[.、．])?[^\d]*[\p{Script=Han})”）])?[\s:：]*([-+\d][-+\d.,，/—\s]*(?:万?元|件)?)$/u;
const LONGEST_LINE = 120;

/** A line such as 「行政许可 97」 or 「0 6 0 35 41 0 82」, torn out of a table by a text layer, as a row; null when it is none. */
export function lineRow(paragraph: Paragraph, block: number): SourceRow | null {
  if (paragraph.text.length > LONGEST_LINE) return null;
  const match = LABEL_AND_FIGURES.exec(paragraph.text.trim());
  if (!match) return null;
  const figures = (match[2] ?? "").trim().split(/\s+/);
  const texts = match[1] === undefined ? figures : [match[1], ...figures];
  const cells = texts.map(
    (text, column): GridCell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text, place: paragraph.place }),
  );
  const grid: Grid = {
    kind: "grid",
    rows: 1,
    columns: cells.length,
    cells,
    ragged: true,
    blanksDropped: true,
    place: paragraph.place,
  };
  return rowsOf(grid, block)[0] ?? null;
}

/** True for a line that is one figure and nothing else: torn out of a cell, or the number of a page. */
export const isLoneFigure = ({ grid, cells }: SourceRow): boolean =>
  grid.blanksDropped === true && grid.rows === 1 && cells.length === 1 && cells.every(isNumber);

/** True for a cell that holds a figure. */
export const isNumber = ({ figure }: RowCell): boolean => figure.kind === "number";

/** True for a cell with anything in it, a stroke as well as a figure. */
export const isPrinted = ({ cell }: RowCell): boolean => cell.text.trim() !== "";

/** True for a cell that holds a figure or nothing. */
export const isMark = ({ figure }: RowCell): boolean => figure.kind !== "unread";

/** True for a cell with at least two letters: a label, not a sign or a slip. */
export const isLabel = ({ label }: RowCell): boolean => label.length >= 2 && HAN.test(label);

const HAN = /[\u3400-\u9fff]/;
