import { LIMITS } from "../limits.js";
import { paddedTable } from "./padded-rows.js";
import { provedColumns } from "./proved-columns.js";
import { cellsOfLine, type Region, type SourceRow, type SourceTable } from "./source-table.js";
import { streamRows } from "./stream-rows.js";
import { hasTopNumber, isRuler, type TextLine } from "./text-line.js";

const OTHER_PIPES = /[｜│┃║]/g;
const PIPE = /[|｜│┃║]/;
/** Blank lines that a page break or a generous converter leaves between the rows of one table. */
const MOST_BLANKS = 2;
const LONGEST_LOOSE = 40;

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
  const result: { table: SourceTable; proved: boolean }[] = [];
  for (const table of tables) {
    const proved = provedColumns(table.rows.map((row) => row.map((cell) => cell.text)));
    const last = result.at(-1);
    if (last === undefined || last.proved || proved) result.push({ table, proved });
    else
      last.table = {
        rows: [...last.table.rows, ...table.rows],
        blanksDropped: last.table.blanksDropped || table.blanksDropped,
      };
  }
  return result.map(({ table }) => table);
}

function tableOf({ lines, ruler }: PipeLines): SourceTable {
  if (ruler !== null && !ruler.startsWith("|"))
    return { rows: lines.map((line) => cellsOfLine(line, openTexts(line.text))), blanksDropped: false };
  const framed = lines.filter(isFramed).length;
  if (framed * 2 < lines.length) return paddedTable(lines);
  const rows: SourceRow[] = lines.map((line) => cellsOfLine(line, openTexts(line.text.replace(/^\|/, "").replace(/\|$/, ""))));
  return { rows: rows.every((row) => row.length === 1) ? streamRows(rows.flat()) : rows, blanksDropped: false };
}

const ESCAPED_PIPE = "\u0001";
const LINE_BREAK = /<br ?\/?>/gi;

const openTexts = (text: string): string[] =>
  text
    .replaceAll("\\|", ESCAPED_PIPE)
    .split("|", LIMITS.gridColumns + 1)
    .map((cell) => cell.replaceAll(ESCAPED_PIPE, "|").replace(LINE_BREAK, "\n").trim());
