import { isValue } from "./cell-sort.js";
import { cellsOfLine, type SourceCell, type SourceRow, type SourceTable } from "./source-table.js";
import { isOneRow, streamRows } from "./stream-rows.js";
import type { TextLine } from "./text-line.js";

/** What stands between pipes: a cell, or pipes alone that fill a row up to the width of its table. */
type Token =
  | { readonly kind: "cell"; readonly cell: SourceCell }
  | { readonly kind: "pad"; readonly pipes: number; readonly cell: SourceCell };

/** How many places in the first rows are tried as the end of the first row. */
const WIDTHS_TRIED = 8;

/**
 * The table of an extract that closes each cell with a pipe and fills up a row with pipes for the columns that merged cells
 * left over: 「行政许可 | 412 | ||」, or each cell on a line of its own with the filling on another. Such extracts leave out empty
 * cells and fill up for them too, so a row shorter than its head has lost one and nobody can say where.
 */
export function paddedTable(lines: readonly TextLine[]): SourceTable {
  const tokens = lines.map(tokensOf);
  const withWords = tokens.filter((line) => line.some(({ kind }) => kind === "cell"));
  const alone = withWords.filter((line) => line.length === 1).length;
  const rows = alone * 2 > withWords.length ? rowsOfCells(tokens.flat()) : tokens.map(withoutPad);
  const filled = rows.filter((row) => row.length > 0);
  return { rows: filled, blanksDropped: !blanksKept(filled) };
}

function tokensOf(line: TextLine): Token[] {
  const tokens: Token[] = [];
  const texts: string[] = [];
  const pads: number[] = [];
  for (let at = 0; at < line.text.length; ) {
    const pipe = line.text.indexOf("|", at);
    const text = (pipe < 0 ? line.text.slice(at) : line.text.slice(at, pipe)).trim();
    let end = pipe < 0 ? line.text.length : pipe + 1;
    if (text === "") while (line.text[end] === "|") end++;
    texts.push(text);
    pads.push(text === "" ? end - pipe : 0);
    at = end;
  }
  cellsOfLine(line, texts).forEach((cell, at) => {
    const pipes = pads[at] ?? 0;
    tokens.push(pipes > 0 ? { kind: "pad", pipes, cell } : { kind: "cell", cell });
  });
  return tokens;
}

/** A row without the pipes that fill it up; pipes before its last cell are an empty cell that was kept. */
function withoutPad(row: readonly Token[]): SourceRow {
  const last = row.at(-1);
  return (last?.kind === "pad" ? row.slice(0, -1) : row).map(({ cell }) => cell);
}

/** The rows of cells that stand on a line each: all rows fill the same width, so the first that is filled up tells it. */
function rowsOfCells(tokens: readonly Token[]): SourceRow[] {
  let width = 0;
  let tried = 0;
  for (const token of tokens) {
    width += token.kind === "pad" ? token.pipes : 1;
    if (token.kind !== "pad" || width < 2) continue;
    const rows = rowsOfWidth(tokens, width);
    if (rows !== null) return rows.map(withoutPad);
    if (++tried === WIDTHS_TRIED) break;
  }
  return chunksOf(tokens).flatMap(rowsOfChunk);
}

function rowsOfWidth(tokens: readonly Token[], width: number): Token[][] | null {
  const rows: Token[][] = [];
  let row: Token[] = [];
  let filled = 0;
  for (const token of tokens) {
    row.push(token);
    filled += token.kind === "pad" ? token.pipes : 1;
    if (filled > width) return null;
    if (filled < width) continue;
    rows.push(row);
    row = [];
    filled = 0;
  }
  if (row.length > 0) rows.push(row);
  return rows.every((found) => isOneRow(found.filter(({ kind }) => kind === "cell").map(({ cell }) => cell))) ? rows : null;
}

/** Pipes that fill up more than one column end a row, whatever its width. */
function chunksOf(tokens: readonly Token[]): Token[][] {
  const chunks: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "pad" && token.pipes > 1) chunks.push([]);
    else chunks.at(-1)?.push(token);
  }
  return chunks;
}

function rowsOfChunk(chunk: readonly Token[]): SourceRow[] {
  const row = withoutPad(chunk);
  return isOneRow(row) && row.some((cell) => isValue(cell.text)) ? [row] : streamRows(row);
}

/** Whether every row of figures has as many cells as the head over it, so that no empty cell was left out. */
function blanksKept(rows: readonly SourceRow[]): boolean {
  let head = 0;
  return rows.every((row) => {
    if (row.length === 1) return true;
    const hasFigures = row.some((cell) => isValue(cell.text) || cell.text === "");
    if (!hasFigures) head = row.length;
    return !hasFigures || row.length === head;
  });
}
