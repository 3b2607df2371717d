import type { SourceDocument } from "../document/document.js";
import { recognisable } from "../document/normalise.js";
import type { SectionId } from "../report/format.js";
import type { Passage, Section } from "../report/report.js";
import { type FoundHeading, findHeadings } from "./find-headings.js";
import { type FoundSignOff, findSignOff } from "./find-sign-off.js";
import { type FoundTitle, findTitle } from "./find-title.js";
import { informationField, informationName, isPageFoot, isSiteChrome } from "./site-chrome.js";
import { passageOf, type TextLine, textLines } from "./text-line.js";

/** The text of a report in its parts. */
export interface Narrative {
  readonly title: Passage | null;
  readonly preface: readonly Passage[];
  readonly sections: readonly Section[];
  readonly signOff: FoundSignOff;
  /** The fields of the information block of a content system. */
  readonly information: ReadonlyMap<string, string>;
}

/** The lines of a document and the headings among them. */
export interface Outline {
  readonly lines: readonly TextLine[];
  readonly headings: readonly FoundHeading[];
  /** The statutory section each heading opens, by block. */
  readonly byBlock: ReadonlyMap<number, SectionId | null>;
}

/** Finds the headings of a document: what its tables and its text are sorted by. */
export function outlineOf(document: SourceDocument): Outline {
  const lines = textLines(document);
  const headings = findHeadings(lines, (line) => isTableBetween(document, lines, line));
  return { lines, headings, byBlock: new Map(headings.map(({ line, id }) => [lines[line]?.block ?? 0, id])) };
}

/**
 * Splits the lines of a document into title, preface, sections and sign-off. The page around the report is left out, and so are
 * the torn labels and heads of tables, `isOfTable` by block.
 */
export function recogniseNarrative(
  document: SourceDocument,
  { lines, headings }: Outline,
  isOfTable: (line: TextLine) => boolean,
): Narrative {
  const begin = headings[0]?.line ?? Math.min(lines.length, LINES_WITHOUT_HEADING);
  const title = findTitle(lines, begin, document.metadata);
  const end = endOfReport(lines, headings.at(-1)?.line ?? 0);
  const lastBody = headings.at(-1);
  const signOff = findSignOff(lines, lastBody ? lastBody.line + lastBody.lineCount : (title?.to ?? 0), end);
  return {
    title: title?.passage ?? null,
    preface: prefaceOf(lines, title, begin),
    sections: sectionsOf(lines, headings, signOff.from, isOfTable),
    signOff,
    information: informationIn(document, lines, lines[begin]?.block ?? document.blocks.length),
  };
}

function isTableBetween(document: SourceDocument, lines: readonly TextLine[], line: number): boolean {
  const from = lines[line]?.block ?? 0;
  const to = lines[line + 1]?.block ?? document.blocks.length;
  return document.blocks.slice(from + 1, to).some(({ kind }) => kind !== "paragraph");
}

/** The line at which the foot of the page begins, behind the last heading. */
function endOfReport(lines: readonly TextLine[], lastHeading: number): number {
  for (let at = lastHeading + 1; at < lines.length; at++) if (isPageFoot(lines[at]?.read ?? "")) return at;
  return lines.length;
}

function prefaceOf(lines: readonly TextLine[], title: FoundTitle | null, begin: number): Passage[] {
  const from = title && title.to > 0 ? title.to : beginOfProse(lines, begin);
  return lines.slice(from, begin).flatMap((line) => (isSiteChrome(line.read) ? [] : [passageOf([line])]));
}

/** Without a title the preface is the prose right above the first heading. */
function beginOfProse(lines: readonly TextLine[], begin: number): number {
  let from = begin;
  while (from > 0) {
    const line = lines[from - 1];
    if (!line || !/[。；;:：]/.test(line.read) || isSiteChrome(line.read)) break;
    from--;
  }
  return from;
}

function sectionsOf(
  lines: readonly TextLine[],
  headings: readonly FoundHeading[],
  end: number,
  isOfTable: (line: TextLine) => boolean,
): Section[] {
  const isText = (line: TextLine) => !isSiteChrome(line.read) && !isOfTable(line);
  return headings.map((heading, index) => {
    const next = headings[index + 1]?.line ?? end;
    const opening = lines.slice(heading.line, heading.line + heading.lineCount);
    const [first, ...rest] = opening;
    if (!first) throw new Error("A heading stands on no line.");
    const body = lines.slice(heading.line + heading.lineCount, Math.max(next, heading.line + heading.lineCount));
    const after = textBehind(first, heading);
    return {
      id: heading.id,
      heading:
        heading.length === null
          ? passageOf([first, ...rest])
          : passageOf([{ ...first, text: first.text.slice(0, heading.length) }]),
      paragraphs: [...after, ...body.filter(isText).map((line) => passageOf([line]))],
    };
  });
}

/** The text on the line of a heading: 「六、其他需要报告的事项：无。」 */
function textBehind(line: TextLine, { length }: FoundHeading): Passage[] {
  if (length === null) return [];
  const text = line.text.slice(length).replace(/^[。：:\s]+/, "");
  return text === "" ? [] : [passageOf([{ ...line, text }])];
}

/** The fields of the information block, written line by line or as a small table above the report. */
function informationIn(document: SourceDocument, lines: readonly TextLine[], end: number): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (name: string, value: string) => {
    if (value !== "" && !fields.has(name)) fields.set(name, value);
  };
  for (const { read, block } of lines) {
    const field = block < end ? informationField(read) : null;
    if (field) add(...field);
  }
  for (const block of document.blocks.slice(0, end)) {
    if (block.kind !== "grid" || block.cells.length > MOST_FIELDS) continue;
    for (const cell of block.cells) {
      const name = informationName(recognisable(cell.text));
      const value = block.cells.find(({ row, column }) => row === cell.row && column === cell.column + cell.columnSpan);
      if (name !== null && value) add(name, value.text.trim());
    }
  }
  return fields;
}

const MOST_FIELDS = 60;
/** Where to look for a title when no heading stands below it. */
const LINES_WITHOUT_HEADING = 500;
