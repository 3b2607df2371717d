import type { Paragraph } from "../../document/document.js";
import type { Box } from "../../document/place.js";
import { boxAround, rounded } from "./boxes.js";
import { joinWrapped, type Line } from "./line.js";

/** A line of running text with the page it stands on. */
export interface PageLine {
  readonly page: number;
  readonly width: number;
  readonly line: Line;
  readonly box: Box;
}

/** Between which distances from the left the text of a page runs. */
interface Measure {
  readonly left: number;
  readonly right: number;
  /** The usual distance from one baseline to the next. */
  readonly pitch: number;
}

/** The margins of all pages of one width: a page with a single short line says little by itself. */
export type Measures = ReadonlyMap<number, Measure>;

const widthKey = (width: number): number => Math.round(width / 8);

export function measuresOf(lines: readonly PageLine[]): Measures {
  const groups = new Map<number, PageLine[]>();
  for (const line of lines) {
    if (line.line.turn !== 0) continue;
    const key = widthKey(line.width);
    const group = groups.get(key) ?? [];
    group.push(line);
    groups.set(key, group);
  }
  return new Map([...groups].map(([key, group]) => [key, measureOf(group)]));
}

function measureOf(lines: readonly PageLine[]): Measure {
  const sizes = lines.map(({ line }) => line.size).sort((a, b) => a - b);
  const em = sizes[sizes.length >> 1] ?? 12;
  const starts = lines.map(({ line }) => line.start).sort((a, b) => a - b);
  const ends = lines.map(({ line }) => -line.end).sort((a, b) => a - b);
  const pitches = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      const step = before?.page === line.page ? line.line.base - before.line.base : 0;
      return step > em * 0.8 && step < em * 4 ? [step] : [];
    })
    .sort((a, b) => a - b);
  return { left: edgeOf(starts, em), right: -edgeOf(ends, em), pitch: pitches[pitches.length >> 1] ?? em * 1.8 };
}

/** The outermost place that several lines share; one line alone may hang out. */
function edgeOf(sorted: readonly number[], em: number): number {
  const needed = Math.min(3, Math.ceil(sorted.length / 3));
  for (const [index, value] of sorted.entries()) {
    const last = sorted[index + needed - 1];
    if (last !== undefined && last - value <= em * 0.75) return value;
  }
  return sorted[0] ?? 0;
}

/** Joins lines that were only wrapped into paragraphs; the lines follow one another without anything between them. */
export function paragraphsOf(lines: readonly PageLine[], measures: Measures): Paragraph[] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group !== undefined && continues(group, line, measures)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group): Paragraph => {
    const [first] = group;
    const page = first?.page ?? 1;
    const box = rounded(boxAround(group.filter((line) => line.page === page).map((line) => line.box)));
    const text = group.slice(1).reduce((joined, { line }) => joinWrapped(joined, line.text), first?.line.text ?? "");
    return { kind: "paragraph", text, place: { kind: "page", page, box } };
  });
}

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const SENTENCE_END = /[。！？；：…!?;:.」』”]$/;
/** A punctuation mark that may not begin a line takes the character before it along. */
const CARRIED_OVER = 1.7;
const BROKEN_EARLY = 0.25;
const NARROWEST = 0.35;

function continues(group: readonly PageLine[], next: PageLine, measures: Measures): boolean {
  const before = group.at(-1);
  if (before === undefined || before.line.turn !== next.line.turn) return false;
  const upper = measures.get(widthKey(before.width));
  const lower = measures.get(widthKey(next.width));
  const [a, b] = [before.line, next.line];
  if (a.hasGap || b.hasGap) return false;
  if (upper === undefined || lower === undefined || a.turn !== 0) return false;
  // Where no line is long, none shows where a line would have been full.
  if (upper.right - upper.left < before.width * NARROWEST) return false;
  if (Math.abs(a.size - b.size) > 0.12 * Math.max(a.size, b.size)) return false;
  if (before.page === next.page && b.base - a.base > Math.max(upper.pitch * 1.5, a.size * 2)) return false;
  const em = a.size;
  const room = upper.right - a.end - b.firstPiece;
  const endsSentence = SENTENCE_END.test(a.text);
  // Where paragraphs are indented, a line at the margin goes on with the one before even if that was broken early.
  const isIndented = (group[0]?.line.start ?? 0) - upper.left >= em * 1.5 && b.start - lower.left <= em * 0.4;
  const spare = isIndented && !endsSentence ? (upper.right - upper.left) * BROKEN_EARLY : em * CARRIED_OVER;
  if (room > spare) return false;
  if (endsSentence && room > em * 0.4) return false;
  if (endsSentence && HEADING.test(b.text)) return false;
  return isSetBack(group, b.start - lower.left, upper.left, em);
}

/** True when a line begins where a further line of the paragraph begins: at the margin, or in line with the one before. */
function isSetBack(group: readonly PageLine[], indent: number, left: number, em: number): boolean {
  if (indent <= em * 0.8) return true;
  const last = group.at(-1);
  if (last === undefined) return false;
  const before = last.line.start - left;
  if (group.length > 1) return Math.abs(indent - before) <= em * 0.4;
  const isHanging = before <= em * 3 && indent > before + em * 0.8 && indent < before + em * 4; // 悬挂缩进
  return isHanging;
}
