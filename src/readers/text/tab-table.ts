import { isFigure, isValue } from "./cell-sort.js";
import { hasTopNumber } from "./line-marks.js";
import { cutAt, type Region, refuseEndless, type SourceCell, type SourceRow, type SourceTable } from "./source-table.js";
import { endedRows } from "./stream-rows.js";
import { isPageNumber, isRuler, type TextLine } from "./text-line.js";

/** A marked line longer than this is a paragraph with an indent, not a cell. */
const LONGEST_CELL = 60;
/** More blank lines than a page break leaves: what follows is another table. */
const MOST_BLANKS = 6;
const SENTENCE_END = /[。；！？]\s*$/;

const hasTab = (line: TextLine): boolean => line.text.includes("\t");
const isMarked = (line: TextLine): boolean => line.text.startsWith("\t") && line.text.indexOf("\t", 1) < 0;
const isIndented = (line: TextLine): boolean =>
  !line.text.trim().includes("\t") && (line.text.trim().length > LONGEST_CELL || SENTENCE_END.test(line.text));
const isRow = (line: TextLine): boolean => hasTab(line) && !isIndented(line);
/** Words without a mark in a table: a further paragraph of a cell, or a row that lost its tabs. */
const isLoose = (line: TextLine): boolean =>
  !hasTab(line) &&
  line.blanksBefore === 0 &&
  line.text.length <= LONGEST_CELL &&
  !hasTopNumber(line.text) &&
  !SENTENCE_END.test(line.text);

/**
 * A table whose cells are set off by tabs: one row a line (a tab between cells), or one cell a line (a tab in front of each, a
 * blank line after each row). Null when no such table begins here.
 */
export function tabTableAt(lines: readonly TextLine[], start: number): Region | null {
  const opening = lines[start];
  if (opening === undefined || !isRow(opening)) return null;
  const { end, marked, inner } = extentOf(lines, start);
  refuseEndless(end - start);
  const taken = lines.slice(start, end);
  const parts = marked > inner ? markedTables(taken) : rowTable(taken);
  return { next: end, parts };
}

interface Extent {
  readonly end: number;
  readonly marked: number;
  readonly inner: number;
}

function extentOf(lines: readonly TextLine[], start: number): Extent {
  let end = start;
  let marked = 0;
  let inner = 0;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (at > start && line.blanksBefore > MOST_BLANKS)) break;
    if (isRow(line)) {
      if (isMarked(line)) marked++;
      else inner++;
      end = at + 1;
    } else if (isLoose(line) && !isRuler(line.text) && marked > inner) end = at + 1;
    else if (!isInterruption(line) && !isLoose(line)) break;
    else if (at - end > MOST_BLANKS) break;
  }
  return { end, marked, inner };
}

const isInterruption = (line: TextLine): boolean => isRuler(line.text) || isPageNumber(line.text);

/** One row a line. Rulers are drawing; the number of a page stands in the file and is kept beside the table. */
function rowTable(lines: readonly TextLine[]): Region["parts"] {
  const rows: SourceRow[] = [];
  const aside: TextLine[] = [];
  for (const line of lines) {
    if (isRuler(line.text)) continue;
    if (!hasTab(line) && isPageNumber(line.text)) aside.push(line);
    else rows.push(cutAt("\t", line));
  }
  const filled = rows.filter((row) => row.filter((cell) => cell.text.trim() !== "").length >= 2).length;
  const figures = rows.some((row) => row.filter((cell) => isFigure(cell.text)).length >= 3);
  // A table of blanks: its heads fill one row, and every row has its cells all the same.
  const isBlank = filled === 1 && rows.length >= 3 && rows.every((row) => row.length >= 3);
  if (filled < 2 && !figures && !isBlank) return [];
  return [{ rows, blanksDropped: false }, ...aside];
}

/** One cell a line: a blank line ends a row, more of them end the table. */
function markedTables(lines: readonly TextLine[]): Region["parts"] {
  const base = lines.slice(1).reduce((least, line) => Math.min(least, line.blanksBefore), MOST_BLANKS);
  const parts: (SourceTable | TextLine)[] = [];
  let rows: SourceRow[] = [];
  let row: SourceCell[] = [];
  const endRow = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  const endTable = (): void => {
    endRow();
    for (const part of tableOrHeadings(rows)) parts.push(part);
    rows = [];
  };
  for (const line of lines) {
    if (line.blanksBefore >= 2 * base + 2) endTable();
    else if (line.blanksBefore > base) endRow();
    const last = row.at(-1);
    if (hasTab(line)) row.push(...cutAt("\t", line, line.text.startsWith("\t") ? 1 : 0));
    else if (last !== undefined) row[row.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else row.push({ text: line.text, line: line.number });
  }
  endTable();
  return parts.some((part) => "rows" in part) ? parts : [];
}

/** A numbered line alone in its row is a heading that was indented like a cell. */
function tableOrHeadings(rows: readonly SourceRow[]): (SourceTable | TextLine)[] {
  const parts: (SourceTable | TextLine)[] = [];
  let open: SourceRow[] = [];
  const close = (): void => {
    if (isTable(open)) parts.push({ rows: endedRows(open), blanksDropped: false });
    else for (const cell of open.flat()) parts.push(lineOf(cell));
    open = [];
  };
  for (const row of rows) {
    const [only] = row;
    if (row.length === 1 && only !== undefined && hasTopNumber(only.text)) {
      close();
      parts.push(lineOf(only));
    } else open.push(row);
  }
  close();
  return parts;
}

const lineOf = ({ text, line }: SourceCell): TextLine => ({ text, number: line, blanksBefore: 1 });

function isTable(rows: readonly SourceRow[]): boolean {
  const cells = rows.flat();
  return cells.length >= 6 || (cells.length >= 3 && cells.some((cell) => isValue(cell.text)));
}
