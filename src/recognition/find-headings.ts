import type { SectionId } from "../report/format.js";
import { SECTIONS } from "../report/formats/shared-parts.js";
import { align } from "./align.js";
import { headingMark } from "./heading-mark.js";
import { reducedForms, reducedRecognisable } from "./label.js";
import { bestSimilarity } from "./similarity.js";
import { SPELLINGS } from "./table-labels.js";
import type { TextLine } from "./text-line.js";

/** A heading that opens a section, as an index into the lines. It may take a second line. */
export interface FoundHeading {
  readonly line: number;
  readonly lineCount: number;
  readonly id: SectionId | null;
  /** How many characters of its line the heading takes when text follows on the same line; else the whole line. */
  readonly length: number | null;
}

interface Candidate {
  readonly line: number;
  readonly lineCount: number;
  readonly length: number | null;
  /** The number printed, null for a heading that bears none. */
  readonly number: number | null;
  /** For each statutory section, how alike its title is. */
  readonly likeness: readonly number[];
  readonly isFollowed: boolean;
}

const TITLES = SECTIONS.map((section) => ({ id: section.id, spellings: reducedForms(section) }));
const LONGEST = 40;
const LONGEST_LINE = 400;
const ALIKE = 0.6;
const MOST_CANDIDATES = 1000;
/** Without a number a heading must be the title itself: list numbers of Word are not in its text. */
const SAME = 0.93;
const RIGHT_NUMBER = 0.15;
const FOLLOWED = 0.05;
/** Row labels of table three begin with 一、 to 四、 as well. */
const ROW_LABEL = /^本年新收|^上年(?:度)?结转|^本年度?办理结果|^结转下(?:一)?年度/;

/**
 * Finds the headings of the sections: by number and by likeness to the six titles, in order, so that an inner 「一、」 or a list
 * of contents opens no statutory section. Another numbered heading of the top level is kept with the id null.
 */
export function findHeadings(lines: readonly TextLine[], isTableBetween: (line: number) => boolean): FoundHeading[] {
  const chinese = candidatesIn(lines, 1, isTableBetween);
  const isNumbered = chinese.some(({ likeness }) => Math.max(...likeness) >= ALIKE);
  const candidates = isNumbered ? chinese : candidatesIn(lines, 2, isTableBetween);
  const pairs = align(candidates.length, TITLES.length, (found, due) => weight(candidates[found], due));
  const ids = new Map<Candidate, SectionId>();
  for (const { found, due } of pairs) {
    const [candidate, title] = [candidates[found], TITLES[due]];
    if (candidate && title) ids.set(candidate, title.id);
  }
  addByNumber(candidates, ids);
  for (const candidate of candidates) {
    const repeated = TITLES.findIndex(({ id }, due) => isRepeated(candidate, due) && [...ids.values()].includes(id));
    const title = TITLES[repeated];
    if (!ids.has(candidate) && title && isBetweenSections(candidate, candidates, ids)) ids.set(candidate, title.id);
  }
  return withoutInnerLists(candidates, ids).map((candidate) => ({
    line: candidate.line,
    lineCount: candidate.lineCount,
    length: candidate.length,
    id: ids.get(candidate) ?? null,
  }));
}

/** The top level of a report is 一、; a few number it （一） throughout. */
type TopLevel = 1 | 2;

function candidatesIn(lines: readonly TextLine[], top: TopLevel, isTableBetween: (line: number) => boolean): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < lines.length && candidates.length < MOST_CANDIDATES; at++) {
    const candidate = candidateAt(lines, at, top);
    if (!candidate) continue;
    const isFollowed = isTableBetween(at) || (at + 1 < lines.length && !isNumberedTitle(lines[at + 1]));
    candidates.push({ ...candidate, isFollowed: candidate.length !== null || isFollowed });
  }
  return candidates;
}

function weight(candidate: Candidate | undefined, due: number): number {
  const likeness = candidate?.likeness[due] ?? 0;
  if (!candidate || likeness < (candidate.number === null ? SAME : ALIKE)) return 0;
  return likeness * likeness + (candidate.number === due + 1 ? RIGHT_NUMBER : 0) + (candidate.isFollowed ? FOLLOWED : 0);
}

/** Headings that pass for the six when their neighbours are certain: 「一、基本情况」 before 「二、主动公开政府信息情况」. */
function addByNumber(candidates: readonly Candidate[], ids: Map<Candidate, SectionId>): void {
  if (ids.size < ENOUGH) return;
  const lineOf = (id: SectionId | undefined) => [...ids].find(([, own]) => own === id)?.[0].line;
  TITLES.forEach(({ id }, due) => {
    if (lineOf(id) !== undefined) return;
    const after = due === 0 ? -1 : lineOf(TITLES[due - 1]?.id);
    const before = due === TITLES.length - 1 ? Number.POSITIVE_INFINITY : lineOf(TITLES[due + 1]?.id);
    if (after === undefined || before === undefined) return;
    const fitting = candidates.filter(
      (candidate) => candidate.number === due + 1 && candidate.line > after && candidate.line < before && !ids.has(candidate),
    );
    const [only] = fitting;
    if (only && fitting.length === 1) ids.set(only, id);
  });
}

const ENOUGH = 3;

/** The same statutory heading a second time, with its number and its words. */
const isRepeated = (candidate: Candidate, due: number): boolean =>
  candidate.number === due + 1 && (candidate.likeness[due] ?? 0) >= SAME && candidate.isFollowed;

/** A list of contents stands before the first section and repeats nothing. */
function isBetweenSections(candidate: Candidate, all: readonly Candidate[], ids: ReadonlyMap<Candidate, SectionId>): boolean {
  const first = all.find((other) => ids.has(other));
  return first !== undefined && candidate.line > first.line;
}

function candidateAt(lines: readonly TextLine[], at: number, top: TopLevel): Omit<Candidate, "isFollowed"> | null {
  const line = lines[at];
  if (!line || line.read.length > LONGEST_LINE) return null;
  const mark = headingMark(line.text);
  const isChinese = mark?.level === 1 && top === 1;
  const mayOpen = mark === null || mark.level === top || (mark.level === 3 && !mark.printed.includes("是"));
  if (!mayOpen) return null;
  const whole = wholeLine(lines, at, isChinese ? ALIKE : SAME);
  if (!whole) return isChinese ? runningOn(line, at, mark.number) : null;
  if (!isChinese && Math.max(...whole.likeness) < SAME) return null;
  return { line: at, number: mark?.number ?? null, length: null, ...whole };
}

/** A line that is a heading and nothing else, together with its second line when it was broken. */
function wholeLine(lines: readonly TextLine[], at: number, least: number): Pick<Candidate, "likeness" | "lineCount"> | null {
  const line = lines[at];
  if (!line || line.read.length > LONGEST || /[。；;！？]/.test(line.read)) return null;
  const words = headingReduced(line.read);
  if (words === "" || isRowLabel(words)) return null;
  const likeness = likenessOf(words, least);
  const next = lines[at + 1];
  if (
    next &&
    next.read.length <= 15 &&
    next.block > line.block &&
    headingMark(next.text) === null &&
    !/[。，：]/.test(next.read)
  ) {
    const joined = likenessOf(words + headingReduced(next.read), SAME);
    if (Math.max(...joined) >= SAME && Math.max(...joined) > Math.max(...likeness) + 0.05)
      return { likeness: joined, lineCount: 2 };
  }
  return { likeness, lineCount: 1 };
}

/** 「六、其他需要报告的事项：无。」: the heading and its text on one line. */
function runningOn(line: TextLine, at: number, number: number): Omit<Candidate, "isFollowed"> | null {
  const end = line.text.search(/[。：:\s]/);
  if (end < 0 || end > LONGEST) return null;
  const words = reducedRecognisable(line.read.slice(0, end + 1));
  const likeness = likenessOf(words, SAME);
  if (Math.max(...likeness) < SAME) return null;
  return { line: at, lineCount: 1, length: end, number, likeness };
}

const isRowLabel = (words: string): boolean => ROW_LABEL.test(words) || SPELLINGS.requests.rows.has(words);

const headingReduced = (read: string): string =>
  reducedRecognisable(read.replace(/^\[bookmark[^\]]*\]/, "")).replace(/^20\d\d年(?:度)?/, "");

const likenessOf = (words: string, least = ALIKE): number[] =>
  TITLES.map(({ spellings }) => bestSimilarity(words, spellings, least));

function isNumberedTitle(line: TextLine | undefined): boolean {
  if (!line || line.read.length > LONGEST) return false;
  return headingMark(line.text)?.level === 1 && Math.max(...likenessOf(headingReduced(line.read))) >= ALIKE;
}

/** Drops the numbered lists inside a section: 「一、…」「二、…」 that begin anew below a statutory heading. */
function withoutInnerLists(candidates: readonly Candidate[], ids: ReadonlyMap<Candidate, SectionId>): Candidate[] {
  const kept: Candidate[] = [];
  let run: Candidate[] = [];
  let isInSection = false;
  const closeRun = () => {
    const isInner = isInSection && run.length > 1 && run[0]?.number === 1;
    if (!isInner) kept.push(...run);
    run = [];
  };
  for (const candidate of candidates) {
    if (!ids.has(candidate)) {
      const isContents = !candidate.isFollowed && Math.max(...candidate.likeness) >= ALIKE;
      if (candidate.number !== null && candidate.length === null && !isContents) run.push(candidate);
      continue;
    }
    closeRun();
    kept.push(candidate);
    isInSection = true;
  }
  closeRun();
  return kept;
}
