import type { Paragraph } from "../../document/document.js";
import { hasListMark } from "./line-marks.js";
import { displayWidth, isPageNumber, isRuler, type TextLine } from "./text-line.js";

/** A printed line of prose holds at least this many columns of a terminal (fourteen Chinese characters). */
const SHORTEST_FULL = 28;
/** Lines of one measure differ by the characters that may not begin or end a line … */
const PLAY = 6;
/** … and the first of a paragraph by its indent, which text files lose. */
const INDENT = 4;
/** So many lines must share a measure before the file counts as wrapped. */
const LEAST_WRAPPED = 6;
const LEAST_SHARE = 0.3;
const NEAR = 3;

const CLOSED = /[。！？；：…!?;:]["”』」’）)]?\s*$/;
const CLAUSE = /[，。；：、,:]/;
const SENTENCE = /[。；]/;
const DATE = /^\s*[二〇○零一\d]{2,4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日\s*$/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;

/**
 * The paragraphs of lines that are no table. Lines are joined only where it can be told that they were wrapped or cut by a
 * page: the line is full and unfinished, and the next begins nothing new.
 */
export function paragraphsOf(lines: readonly TextLine[], measure: number | null): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { first: TextLine; last: TextLine; parts: string[] } | null = null;
  let feet: TextLine[] = [];
  const close = (): void => {
    if (open !== null) paragraphs.push(paragraphOf(open.parts.join(""), open.first.number));
    for (const foot of feet) paragraphs.push(paragraphOf(foot.text, foot.number));
    open = null;
    feet = [];
  };
  for (const line of lines) {
    if (open !== null && isPageNumber(line.text)) {
      feet.push(line);
      continue;
    }
    const gap = line.blanksBefore > 0 || feet.length > 0;
    if (open !== null && continues(open.last, line, { measure, gap, isFirst: open.first === open.last })) {
      open.parts.push(seam(open.last.text, line.text), line.text.trim());
      open.last = line;
      continue;
    }
    close();
    open = { first: line, last: line, parts: [line.text.trimEnd()] };
  }
  close();
  return paragraphs;
}

interface Seam {
  /** The width to which the file was wrapped, if it was. */
  readonly measure: number | null;
  /** Whether blank lines or the foot of a page stand between the two lines. */
  readonly gap: boolean;
  /** Whether the line is the first of its paragraph. */
  readonly isFirst: boolean;
}

function continues(line: TextLine, next: TextLine, { measure, gap, isFirst }: Seam): boolean {
  if (CLOSED.test(line.text) || hasListMark(next.text) || DATE.test(next.text) || HEADING.test(line.text)) return false;
  if (isRuler(line.text) || isRuler(next.text)) return false;
  const width = displayWidth(line.text.trimEnd());
  // A heading may hold a comma, 「（一）提高认识，加强领导」: only a sentence that ended in it makes a marked line prose.
  const isProse = (hasListMark(line.text) ? SENTENCE : CLAUSE).test(line.text);
  const isFull = measure !== null && width >= measure - PLAY - (isFirst ? INDENT : 0);
  if (gap) return isProse && (isFull || isTorn(line.text, next.text, width));
  if (isFull) return true;
  if (measure !== null || width < SHORTEST_FULL) return false;
  if (isProse) return displayWidth(next.text) <= width + PLAY + (isFirst ? INDENT : 0) || isTorn(line.text, next.text, width);
  return !hasListMark(line.text) && displayWidth(next.text) <= width + 2 && !CLAUSE.test(next.text);
}

/** Prose that breaks off after a finished sentence or in a long clause, and goes on as prose. */
function isTorn(line: string, next: string, width: number): boolean {
  if (/[”』」）)]\s{0,9}$/.test(line) || !CLAUSE.test(next)) return false;
  return width >= 2 * SHORTEST_FULL || (width >= SHORTEST_FULL && SENTENCE.test(line));
}

/** Words of Latin letters are divided by a space where the line was broken; Chinese is not. */
const seam = (line: string, next: string): string => (/[A-Za-z,.]\s*$/.test(line) && /^\s*[A-Za-z]/.test(next) ? " " : "");

function paragraphOf(raw: string, line: number): Paragraph {
  const place = { kind: "line", line } as const;
  const text = raw.slice(Math.max(0, raw.search(/[^ \t]/))).trimEnd();
  const heading = text.length < 300 ? HEADING.exec(text) : null;
  if (heading === null) return { kind: "paragraph", text: withoutBold(text), place };
  return { kind: "paragraph", text: withoutBold(heading[2] ?? ""), level: heading[1]?.length ?? 1, place };
}

const withoutBold = (text: string): string => text.replace(/\*\*([^*]+)\*\*/g, "$1");

/** The width to which a file was wrapped: the one many unfinished lines share and hardly any exceeds. Null when it was not. */
export function measureOf(lines: readonly TextLine[]): number | null {
  const counts = new Map<number, number>();
  let considered = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (next === undefined || next.blanksBefore > 0) return;
    considered++;
    const width = displayWidth(line.text.trimEnd());
    counts.set(width, (counts.get(width) ?? 0) + 1);
  });
  let measure: number | null = null;
  let most = Math.max(LEAST_WRAPPED, considered * LEAST_SHARE) - 1;
  for (const width of counts.keys()) {
    if (width < SHORTEST_FULL) continue;
    let near = 0;
    for (let step = 0; step <= NEAR; step++) near += counts.get(width - step) ?? 0;
    if (near > most || (near === most && measure !== null && width > measure)) [most, measure] = [near, width];
  }
  const wider = [...counts].reduce((sum, [width, lines]) => sum + (measure !== null && width > measure + PLAY ? lines : 0), 0);
  return wider * 20 > considered ? null : measure;
}
