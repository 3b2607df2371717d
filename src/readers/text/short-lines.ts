import { LIMITS } from "../limits.js";
import { isFigure, isValue } from "./cell-sort.js";
import { hasListMark, topNumber } from "./line-marks.js";
import { cellsOfLine, type Region, type SourceCell, type SourceRow } from "./source-table.js";
import { isSpaced, spacedRows } from "./spaced-rows.js";
import { isOneRow } from "./stream-rows.js";
import type { TextLine } from "./text-line.js";

/** The longest label of a table on paper has some forty characters, and a row of figures is no longer. */
const LONGEST = 60;
const MOST_BLANKS = 6;
/** A longer list is a list: nobody prints a form of thousands of rows. */
const MOST_LINES = LIMITS.gridRows;
const LEAST_LINES = 6;
const LEAST_FIGURES = 3;
const LEAST_REPEATS = 3;
/** An empty form has this many numbered lines without a sentence between them. */
const LEAST_ITEMS = 12;
/** So many figures on one line are no prose. */
const SURELY_A_ROW = 7;
const LEAST_GROUPS = 3;

const REMARK = /[（(][^（()）]*(?:[）)]|$)|^[^（(]*[）)]/g;
const SENTENCE = /[。；！？，]|[：:、]$|^#/;
const FOOT = /^[-—–·]\s?\d+\s?[-—–·]$|^第\s?\d+\s?页/;
const GAPS = /[ \u00a0\u3000]+/g;

/**
 * A table of which only the words are left, a cell or a row on each short line: known by its figures, or by heads that return
 * as they do over each part of a form. Null when the line here is running text.
 */
export function shortLinesAt(lines: readonly TextLine[], start: number): Region | null {
  const taken: TextLine[] = [];
  const feet: TextLine[] = [];
  let counted = 0;
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (at > start && line.blanksBefore > MOST_BLANKS)) break;
    if (taken.length > 0 && FOOT.test(line.text.trim())) {
      feet.push(line);
      continue;
    }
    if (!isShort(line)) break;
    const number = topNumber(line.text);
    if (number !== null && !isNumberedRow(line, lines[at + 1], counted)) break;
    counted = number ?? counted;
    taken.push(line);
  }
  if (taken.length === 0) return null;
  const rows = taken.length < MOST_LINES ? taken.map(rowOf) : [];
  return { next: at, parts: isTable(rows) ? [{ rows: tableRows(taken, rows), blanksDropped: true }, ...feet] : [] };
}

function isShort(line: TextLine): boolean {
  if (line.text.length > 10 * LONGEST || /[|\t]/.test(line.text)) return false;
  if (SENTENCE.test(line.text.trim().replace(GAPS, " ").replace(REMARK, ""))) return false;
  return rowOf(line).every((cell) => cell.text.length <= LONGEST);
}

/**
 * A line numbered 一、 may be a row of the table or the heading that ends it. It is a row when figures stand in it or below it,
 * or when the rows of the table count on and no running text follows.
 */
function isNumberedRow(line: TextLine, next: TextLine | undefined, counted: number): boolean {
  if (isValue(line.text.trim().split(GAPS).at(-1) ?? "") || (next !== undefined && isValue(next.text))) return true;
  const number = topNumber(line.text);
  if (next === undefined || number !== counted + 1 || !isShort(next)) return false;
  return number > 1 || topNumber(next.text) === 2;
}

/** The figures at the end of a line are cells of their own, and so are the numbered labels in front of them. */
function rowOf(line: TextLine): SourceCell[] {
  const words = line.text.trim().split(GAPS);
  let label = words.length;
  while (label > 0 && isValue(words[label - 1] ?? "")) label--;
  const texts: string[] = [];
  for (const word of words.slice(0, label)) {
    if (texts.length === 0 || hasListMark(word)) texts.push(word);
    else texts.push(`${texts.pop()} ${word}`);
  }
  return cellsOfLine(line, [...texts, ...words.slice(label)]);
}

function isTable(rows: readonly SourceRow[]): boolean {
  const figures = rows.filter(hasFigure).length;
  const words = rows.filter((row) => !isFigure(row[0]?.text ?? "")).length;
  const wide = rows.filter((row) => row.length > LEAST_FIGURES && isFigure(row.at(-1)?.text ?? "")).length;
  if (wide >= LEAST_FIGURES || rows.some((row) => row.filter((cell) => isFigure(cell.text)).length >= SURELY_A_ROW)) return true;
  if (rows.length < LEAST_LINES) return false;
  if (figures > 0) return figures >= LEAST_FIGURES && words >= 2;
  const texts = rows.map((row) => row[0]?.text ?? "");
  const distinct = new Set(texts).size;
  return (distinct >= LEAST_LINES && texts.length - distinct >= LEAST_REPEATS) || texts.filter(hasListMark).length >= LEAST_ITEMS;
}

const hasFigure = (row: SourceRow): boolean => row.some((cell) => isValue(cell.text));

function tableRows(lines: readonly TextLine[], rows: readonly SourceCell[][]): SourceRow[] {
  if (lines.filter((line) => isSpaced(line.text)).length >= LEAST_FIGURES) return spacedRows(lines);
  const groups: SourceCell[][][] = [];
  rows.forEach((row, at) => {
    if (at === 0 || (lines[at]?.blanksBefore ?? 0) > 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  });
  const grouped = groups.reduce((sum, group) => sum + (group.length > 1 ? group.length : 0), 0);
  if (groups.length < LEAST_GROUPS || grouped * 2 < rows.length) return belonging(rows);
  return groups.flatMap((group) => (isOneRow(group.flat()) ? [group.flat()] : belonging(group)));
}

/**
 * The rows of lines between which no row ends visibly. Only one thing is sure: figures belong to the words before them. So words
 * begin a row; a line of several figures behind a row that has some already lost its words and is a row of its own.
 */
function belonging(lines: readonly SourceCell[][]): SourceRow[] {
  const rows: SourceCell[][] = [];
  let complete = false;
  for (const line of lines) {
    const row = rows.at(-1);
    const wordless = isValue(line[0]?.text ?? "");
    if (row !== undefined && wordless && !complete && (line.length === 1 || !hasFigure(row))) row.push(...line);
    else rows.push([...line]);
    complete = line.length > 2 || (complete && wordless);
  }
  return rows;
}
