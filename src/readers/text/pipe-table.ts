import { LIMITS } from "../limits.js";
import { isValue } from "./cell-sort.js";
import { hasTopNumber } from "./line-marks.js";
import { paddedTable } from "./padded-rows.js";
import { provedColumns } from "./proved-columns.js";
import { cellsOfLine, type Region, refuseEndless, type SourceCell, type SourceRow, type SourceTable } from "./source-table.js";
import { streamRows } from "./stream-rows.js";
import { isRuler, type TextLine } from "./text-line.js";

const OTHER_PIPES = /[｜│┃║]/g;
const PIPE = /[|｜│┃║]/;
/** Blank lines that a page break or a generous converter leaves between the rows of one table. */
const MOST_BLANKS = 2;
const LONGEST_LOOSE = 40;
/** A head set upright has a character a line, and none more than a dozen. */
const MOST_LINES_IN_ROW = 40;

/** A table whose cells are set off by pipes: Markdown, or what extracts of web pages make of one. Null when none begins here. */
export function pipeTableAt(lines: readonly TextLine[], start: number): Region | null {
  const opening = lines[start];
  if (opening === undefined || !PIPE.test(opening.text)) return null;
  const taken: TextLine[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (at > start && line.blanksBefore > MOST_BLANKS)) break;
    const next = lines[at + 1];
    if (PIPE.test(line.text) || isBoxRuler(line.text)) taken.push(withPipes(line));
    else if (next !== undefined && isCellStart(line, lines[at - 1], next)) {
      taken.push({ ...withPipes(next), text: `${line.text.trim()}\n${withPipes(next).text}` });
      at++;
    } else break;
  }
  refuseEndless(taken.length);
  const [only] = taken;
  const isTable = taken.length > 1 || (only !== undefined && isFramed(only));
  return { next: at, parts: isTable ? tablesOf(taken) : [] };
}

const withPipes = (line: TextLine): TextLine => ({ ...line, text: line.text.replace(OTHER_PIPES, "|").trim() });
const isBoxRuler = (text: string): boolean => /^\s{0,20}[+┌├└┏┣┗╔╠╚][^\u3400-\u9fff\w]*$/.test(text);
const isFramed = (line: TextLine): boolean => line.text.startsWith("|") && /[^|\s]/.test(line.text);

/** In an extract that closes each cell with a pipe, a short line without one begins a cell of several lines. */
function isCellStart(line: TextLine, before: TextLine | undefined, next: TextLine): boolean {
  const closes = (other: TextLine): boolean => /\|\s{0,9}$/.test(other.text) && /^[^|\s]/.test(other.text.trimStart());
  return (
    before !== undefined &&
    line.blanksBefore === 0 &&
    next.blanksBefore === 0 &&
    line.text.length <= LONGEST_LOOSE &&
    !hasTopNumber(line.text) &&
    !isRuler(line.text) &&
    /\|\s{0,9}$/.test(before.text) &&
    !isFramed(withPipes(before)) &&
    closes(next)
  );
}

interface PipeLines {
  readonly lines: TextLine[];
  /** The ruler under the first line, if there is one. */
  readonly ruler: string | null;
}

/** A ruler of Markdown stands under the head of its table, so the line before it opens a table. */
function tablesOf(lines: readonly TextLine[]): SourceTable[] {
  if (lines.some((line) => isBoxRuler(line.text))) return [boxedTable(lines)];
  const groups: PipeLines[] = [];
  lines.forEach((line, at) => {
    if (isDrawing(line.text)) return;
    const next = lines[at + 1];
    const ruler = next !== undefined && isMarkdownRuler(next.text) ? next.text : null;
    const group = groups.at(-1);
    if (group === undefined || ruler !== null) groups.push({ lines: [line], ruler });
    else group.lines.push(line);
  });
  return rejoined(groups.map(tableOf));
}

const isDrawing = (text: string): boolean => isRuler(text) || isBoxRuler(text);
const isMarkdownRuler = (text: string): boolean => text.includes("|") && text.includes("-") && isRuler(text);

/** Tables whose columns are not proved and that touch one another were one table before a converter cut it. */
function rejoined(tables: readonly SourceTable[]): SourceTable[] {
  const result: { rows: SourceRow[]; blanksDropped: boolean; proved: boolean }[] = [];
  for (const { rows, blanksDropped } of tables) {
    const proved = provedColumns(rows.map((row) => row.map((cell) => cell.text)));
    const last = result.at(-1);
    if (last === undefined || last.proved || proved) result.push({ rows: [...rows], blanksDropped, proved });
    else {
      for (const row of rows) last.rows.push(row);
      last.blanksDropped ||= blanksDropped;
    }
  }
  return result.map(({ rows, blanksDropped }) => ({ rows, blanksDropped }));
}

function tableOf({ lines, ruler }: PipeLines): SourceTable {
  if (ruler !== null && !ruler.startsWith("|")) {
    return { rows: lines.map((line) => cellsOfLine(line, openTexts(line.text))), blanksDropped: false };
  }
  const whole = withEnds(lines);
  const framed = whole.filter(isFramed).length;
  if (framed * 2 < whole.length) return paddedTable(whole);
  const rows = whole.map(framedRow);
  return { rows: rows.every((row) => row.length === 1) ? streamRows(rows.flat()) : rows, blanksDropped: false };
}

const framedRow = (line: TextLine): SourceCell[] => cellsOfLine(line, openTexts(line.text.replace(/^\|/, "").replace(/\|$/, "")));

/** Where rows end with a pipe, a line without one at its end goes on in the next: its last cell has several lines. */
function withEnds(lines: readonly TextLine[]): TextLine[] {
  const ended = lines.filter((line) => line.text.endsWith("|")).length;
  if (ended * 5 < lines.length * 4) return [...lines];
  const whole: TextLine[] = [];
  let open: TextLine[] = [];
  for (const line of lines) {
    open.push(line);
    if (!line.text.endsWith("|") && open.length < MOST_LINES_IN_ROW) continue;
    whole.push(joined(open));
    open = [];
  }
  return open.length === 0 ? whole : [...whole, joined(open)];
}

const joined = ([first, ...more]: readonly TextLine[]): TextLine => ({
  text: [first, ...more].map((line) => line?.text ?? "").join("\n"),
  number: first?.number ?? 1,
  blanksBefore: first?.blanksBefore ?? 0,
});

/** A table drawn with a ruler under every row: the lines between two rulers are one row unless each has figures of its own. */
function boxedTable(lines: readonly TextLine[]): SourceTable {
  const rows: SourceRow[] = [];
  let open: SourceCell[][] = [];
  const endRow = (): void => {
    const [first = []] = open;
    const isOne = open.every((row) => row.length === first.length) && first.every((_, at) => valuesIn(open, at) <= 1);
    if (!isOne) for (const row of open) rows.push(row);
    else if (open.length > 0) rows.push(first.map((cell, at) => ({ ...cell, text: textsIn(open, at).join("\n") })));
    open = [];
  };
  for (const line of lines) {
    if (isDrawing(line.text) || /\+[-=]{3}/.test(line.text)) endRow();
    else open.push(framedRow(line));
  }
  endRow();
  return { rows, blanksDropped: false };
}

const textsIn = (rows: readonly SourceRow[], column: number): string[] =>
  rows.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
const valuesIn = (rows: readonly SourceRow[], column: number): number => textsIn(rows, column).filter(isValue).length;

const ESCAPED_PIPE = "\u0001";
/** Markdown puts a backslash before a sign that would mean something: 「1\\.属于国家秘密」, 「\\-1」. */
const ESCAPE = /\\([-+.#*_()[\]<>])/g;
const LINE_BREAK = /<br ?\/?>/gi;

const openTexts = (text: string): string[] =>
  text
    .replaceAll("\\|", ESCAPED_PIPE)
    .split("|", LIMITS.gridColumns + 1)
    .map((cell) => cell.replaceAll(ESCAPED_PIPE, "|").replace(LINE_BREAK, "\n").replace(ESCAPE, "$1").trim());
