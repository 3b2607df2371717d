import { isFigure } from "./cell-sort.js";
import { cellsOfLine, type SourceCell, type SourceRow } from "./source-table.js";
import { displayWidth, type TextLine } from "./text-line.js";

/** Words with single spaces between them, where they stand on the line in columns of a terminal. */
interface Piece {
  readonly cell: SourceCell;
  readonly left: number;
  readonly right: number;
}

const GAP = /\S {2,}\S/;
const PIECE = /\S+(?: \S+)*/g;

/** Whether a line is set in columns by spaces, as a printer of PDF text sets it. */
export const isSpaced = (text: string): boolean => GAP.test(text);

/**
 * The rows of a table set in columns by spaces. Lines between blank lines are one row when they hold one line of figures: labels
 * that were wrapped stand above and below it. Otherwise every line is a row.
 */
export function spacedRows(lines: readonly TextLine[]): SourceRow[] {
  const groups: Piece[][][] = [];
  for (const line of lines) {
    const pieces = piecesOf(line);
    if (groups.length === 0 || line.blanksBefore > 0) groups.push([pieces]);
    else groups.at(-1)?.push(pieces);
  }
  return groups.flatMap((group) => (group.filter(hasFigures).length === 1 ? [merged(group)] : group.map(cellsOf)));
}

const hasFigures = (pieces: readonly Piece[]): boolean => pieces.some(({ cell }) => isFigure(cell.text));
const cellsOf = (pieces: readonly Piece[]): SourceRow => pieces.map(({ cell }) => cell);

function piecesOf(line: TextLine): Piece[] {
  const text = line.text.replace(/[\u00a0\u3000]/g, (space) => (space === "\u3000" ? "  " : " "));
  const found: { text: string; left: number }[] = [];
  let at = 0;
  let width = 0;
  for (const match of text.matchAll(PIECE)) {
    width += displayWidth(text.slice(at, match.index));
    at = match.index;
    found.push(...withFiguresApart(match[0], width));
  }
  return cellsOfLine(
    line,
    found.map((piece) => piece.text),
  ).map((cell, index) => {
    const left = found[index]?.left ?? 0;
    return { cell, left, right: left + displayWidth(cell.text) };
  });
}

/** Figures that only one space divides from words or from one another are cells of their own. */
function withFiguresApart(text: string, left: number): { text: string; left: number }[] {
  const words = text.split(" ");
  let label = words.length;
  while (label > 0 && isFigure(words[label - 1] ?? "")) label--;
  const pieces: { text: string; left: number }[] = [];
  const first = words.slice(0, label).join(" ");
  if (first !== "") pieces.push({ text: first, left });
  let from = left + (first === "" ? 0 : displayWidth(first) + 1);
  for (const figure of words.slice(label)) {
    pieces.push({ text: figure, left: from });
    from += displayWidth(figure) + 1;
  }
  return pieces;
}

/** Pieces that stand over one another are the lines of one cell. */
function merged(lines: readonly Piece[][]): SourceRow {
  const columns: { left: number; right: number; lines: SourceCell[] }[] = [];
  for (const { cell, left, right } of lines.flat()) {
    const column = columns.find((candidate) => left < candidate.right && right > candidate.left);
    if (column === undefined) columns.push({ left, right, lines: [cell] });
    else {
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
      column.lines.push(cell);
    }
  }
  columns.sort((one, other) => one.left - other.left);
  return columns.flatMap(({ lines: parts }) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, text: parts.map((part) => part.text).join("\n") }];
  });
}
