import { type Figure, figuresOf } from "./figures.js";
import { type Line, linesOf } from "./lines.js";
import type { Report } from "./report.js";
import { sentencesOf } from "./sentences.js";

/** A sentence of the narrative with its figures. Offsets of the sentence and of its figures count in `line.text`. */
export interface Statement {
  readonly line: Line;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
  /** The heading it stands under, with those above it, and what its own passage says before it. */
  readonly context: string;
}

/** A long report has some 300 sentences and 200 figures; what goes beyond these limits is no narrative, and is not looked at. */
const LIMITS = { statements: 6_000, figures: 2_000, sentenceCharacters: 4_000, contextCharacters: 400 } as const;

const known = new WeakMap<Report, readonly Statement[]>();

/** What the narrative says, sentence by sentence: preface and sections, without title, headings of sections and sign-off. */
export function statementsOf(report: Report): readonly Statement[] {
  const ready = known.get(report);
  if (ready) return ready;
  const statements: Statement[] = [];
  let heading = "";
  let figureCount = 0;
  for (const line of linesOf(report)) {
    if (line.part === "heading") heading = line.text.slice(0, 40);
    if (line.part !== "body" && line.part !== "preface") continue;
    const mark = line.passage.heading;
    if (mark && mark.level <= 2) heading = line.text.slice(0, 40);
    for (const { text, start, end } of sentencesOf(line.text)) {
      if (statements.length >= LIMITS.statements) break;
      const isReadable = figureCount < LIMITS.figures && text.length <= LIMITS.sentenceCharacters;
      const figures = isReadable
        ? figuresOf(text).map((figure) => ({
            ...figure,
            start: figure.start + start,
            end: figure.end + start,
            // A machine may have misread it: then it proves nothing.
            isExact: figure.isExact && report.source.kind !== "scan",
          }))
        : [];
      figureCount += figures.length;
      const context = `${heading}。${line.text.slice(Math.max(0, start - LIMITS.contextCharacters), start)}`;
      statements.push({ line, text, start, end, figures, context });
    }
  }
  known.set(report, statements);
  return statements;
}

/** What stands after the last of some signs: the clause a text ends in. */
export function lastClause(text: string, signs: string): string {
  let from = text.length;
  while (from > 0 && !signs.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}

/** The words that say what a figure counts: back to the last comma or figure, remarks in brackets left out; an enumeration mark does not end them. */
export function labelOf(statement: Statement, figure: Figure): string {
  const previous = statement.figures.findLast(({ end }) => end <= figure.start);
  const from = previous?.end ?? statement.start;
  const words = statement.line.text.slice(from, figure.start).replace(/\([^()]*\)/g, "");
  return lastClause(words, ",;:。()").replace(/^[、和及与]/, "");
}

/** The words between a figure and the next punctuation mark or figure, a remark in brackets left out. */
export function wordsAfter(statement: Statement, figure: Figure): string {
  const next = statement.figures.find(({ start }) => start >= figure.end);
  const words = statement.line.text.slice(figure.end, next?.start ?? statement.end).replace(/^\([^()]*\)/, "");
  return /^[^,;:。、()]*/.exec(words)?.[0] ?? "";
}

/** The remark in brackets right after a figure: 805件(含上年度结转申请18件). */
export function remarkAfter(statement: Statement, figure: Figure): string {
  return /^\(([^()]*)\)/.exec(statement.line.text.slice(figure.end, statement.end))?.[1] ?? "";
}
