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

const known = new WeakMap<Report, readonly Statement[]>();

/** What the narrative says, sentence by sentence: preface and sections, without title, headings of sections and sign-off. */
export function statementsOf(report: Report): readonly Statement[] {
  const ready = known.get(report);
  if (ready) return ready;
  const statements: Statement[] = [];
  let heading = "";
  for (const line of linesOf(report)) {
    if (line.part === "heading") heading = line.text;
    if (line.part !== "body" && line.part !== "preface") continue;
    const mark = line.passage.heading;
    if (mark && mark.level <= 2) heading = line.text.slice(0, 40);
    const figures = /\d|[一二三四五六七八九十百两]/.test(line.text) ? figuresOf(line.text) : [];
    for (const { text, start, end } of sentencesOf(line.text)) {
      const own = figures.filter((figure) => figure.start >= start && figure.end <= end);
      const context = `${heading}。${line.text.slice(0, start)}`;
      statements.push({ line, text, start, end, figures: own, context });
    }
  }
  known.set(report, statements);
  return statements;
}

/** The words that say what a figure counts: back to the last comma or figure, remarks in brackets left out; an enumeration mark does not end them. */
export function labelOf(statement: Statement, figure: Figure): string {
  const previous = statement.figures.findLast(({ end }) => end <= figure.start);
  const from = previous?.end ?? statement.start;
  const words = statement.line.text.slice(from, figure.start).replace(/\([^()]*\)/g, "");
  return (/[^,;:。()]*$/.exec(words)?.[0] ?? "").replace(/^[、和及与]/, "");
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
