import { isValue } from "./cell-sort.js";
import { cellsOfLine, type SourceCell, type SourceRow } from "./source-table.js";
import type { TextLine } from "./text-line.js";

/** Words with single spaces between them, and where they stand on the line, in characters: so printers of PDF text count. */
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
 * The rows of a table set in columns by spaces. Labels that were wrapped stand in lines of their own above and below their
 * figures: all between blank lines when there is one line of figures, otherwise only those above figures that lack a label.
 */
export function spacedRows(lines: readonly TextLine[]): SourceRow[] {
  const groups: Piece[][][] = [];
  for (const line of lines) {
    const pieces = piecesOf(line);
    if (groups.length === 0 || line.blanksBefore > 0) groups.push([pieces]);
    else groups.at(-1)?.push(pieces);
  }
  return groups.flatMap((group) => {
    const [figures, ...more] = group.filter(hasFigures);
    return figures !== undefined && more.length === 0 ? oneRow(group, figures) : linesOf(group);
  });
}

const isFigures = ({ cell }: Piece): boolean => isValue(cell.text);
const hasFigures = (pieces: readonly Piece[]): boolean => pieces.some(isFigures);
const asRow = (pieces: readonly Piece[]): SourceRow => merged([pieces]);

function oneRow(group: readonly (readonly Piece[])[], figures: readonly Piece[]): SourceRow[] {
  const isHead = (line: readonly Piece[]): boolean => line !== figures && standsOver(line, figures);
  const own = group.filter((line) => !isHead(line));
  return [...group.filter(isHead).map(asRow), merged(own)];
}

/** Words over the columns of figures are their heads and no part of the label. */
function standsOver(words: readonly Piece[], figures: readonly Piece[]): boolean {
  const [first, second = first] = figures.filter(isFigures);
  if (first === undefined || second === undefined) return false;
  return words.some((piece) => piece.left >= first.left - 1 || piece.right > second.left);
}

function linesOf(group: readonly Piece[][]): SourceRow[] {
  const rows: SourceRow[] = [];
  let words: (readonly Piece[])[] = [];
  for (const line of group) {
    if (!hasFigures(line)) {
      words.push(line);
      continue;
    }
    const label = beginsItem(line) ? words.length : words.findLastIndex(beginsItem);
    const from = line.every(isFigures) ? Math.max(0, label) : label < 0 ? words.length : label;
    for (const pieces of words.slice(0, from)) rows.push(asRow(pieces));
    for (const row of oneRow([...words.slice(from), line], line)) rows.push(row);
    words = [];
  }
  return [...rows, ...words.map(asRow)];
}

const ITEM = /(?:^| )(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、)/;
const beginsItem = (line: readonly Piece[]): boolean => line.some(({ cell }) => ITEM.test(cell.text));

function piecesOf(line: TextLine): Piece[] {
  const text = line.text.replaceAll("\u00a0", " ").replaceAll("\u3000", "  ");
  const found = [...text.matchAll(PIECE)].flatMap((match) => withFiguresApart(match[0], match.index));
  const cells = cellsOfLine(
    line,
    found.map((piece) => piece.text),
  );
  return cells.map((cell, at) => {
    const left = found[at]?.left ?? 0;
    return { cell, left, right: left + cell.text.length };
  });
}

/** Figures that only one space divides from words or from one another are cells of their own. */
function withFiguresApart(text: string, left: number): { text: string; left: number }[] {
  const words = text.split(" ");
  let label = words.length;
  while (label > 0 && isValue(words[label - 1] ?? "")) label--;
  const pieces: { text: string; left: number }[] = [];
  const first = words.slice(0, label).join(" ");
  if (first !== "") pieces.push({ text: first, left });
  let from = left + (first === "" ? 0 : first.length + 1);
  for (const figure of words.slice(label)) {
    pieces.push({ text: figure, left: from });
    from += figure.length + 1;
  }
  return pieces;
}

/** Words that stand over one another are the lines of one cell; a figure is a cell by itself. */
function merged(lines: readonly (readonly Piece[])[]): SourceRow {
  const columns: { left: number; right: number; figure: boolean; lines: SourceCell[] }[] = [];
  for (const piece of lines.flat()) {
    const { cell, left, right } = piece;
    const figure = isFigures(piece);
    const column = figure ? undefined : columns.find((other) => !other.figure && left < other.right && right > other.left);
    if (column === undefined) columns.push({ left, right, figure, lines: [cell] });
    else {
      column.left = Math.min(column.left, left);
      column.right = Math.max(column.right, right);
      column.lines.push(cell);
    }
  }
  columns.sort((one, other) => Number(one.figure) - Number(other.figure) || one.left - other.left);
  return columns.flatMap(({ lines: parts }) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, text: parts.map((part) => part.text).join("\n") }];
  });
}
