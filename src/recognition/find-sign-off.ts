import type { PlainDate } from "../law/plain-date.js";
import type { Passage, Told } from "../report/report.js";
import { agencyOfSignOff } from "./find-agency.js";
import { findDates } from "./find-date.js";
import { isSiteChrome } from "./site-chrome.js";
import { passageOf, type TextLine } from "./text-line.js";

/** The end of a report: who signed and when. */
export interface FoundSignOff {
  readonly agency: Told<string> | null;
  readonly signedOn: Told<PlainDate | null> | null;
  readonly closing: readonly Passage[];
  /** The line at which the sign-off begins; the number of lines of the report when there is none. */
  readonly from: number;
}

const LONGEST_LINE = 50;
const MOST_LINES_BACK = 12;

/** Finds the sign-off between the last heading and the end of the report: the last line that is a date, and the organ above it. */
export function findSignOff(lines: readonly TextLine[], begin: number, end: number): FoundSignOff {
  for (let at = end - 1; at >= Math.max(begin, end - MOST_LINES_BACK); at--) {
    const line = lines[at];
    if (!line || isSiteChrome(line.read) || line.read.length > LONGEST_LINE || /[。；]/.test(line.read)) continue;
    const passage = passageOf([line]);
    const date = findDates(passage.text).at(-1);
    if (date && isDateLine(passage, date)) return signOffAt({ lines, begin, end, at, passage, date });
  }
  return withoutDate(lines, begin, end);
}

/** A line that is a date, or an organ and a date; (此件公开发布) and the like may stand behind. */
function isDateLine({ text }: Passage, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(0, start).trim();
  const behind = text.slice(end).trim();
  return behind.length <= 8 && before.length <= 35 && !/[，,]|截至|截止|于$|自$|从$|至$|^[（(]?(?:发布|更新|上传)/.test(before);
}

interface DateLine {
  readonly lines: readonly TextLine[];
  readonly begin: number;
  readonly end: number;
  readonly at: number;
  readonly passage: Passage;
  readonly date: { readonly value: PlainDate | null; readonly start: number; readonly end: number };
}

function signOffAt({ lines, begin, end, at, passage, date }: DateLine): FoundSignOff {
  const signedOn: Told<PlainDate | null> = { value: date.value, passage, start: date.start, end: date.end };
  const own = agencyOfSignOff(passage, date.start);
  if (own) return { agency: own, signedOn, closing: passagesFrom(lines, at, end), from: at };
  for (let above = at - 1; above >= Math.max(begin, at - 3); above--) {
    const line = lines[above];
    if (!line || line.read.length > LONGEST_LINE) break;
    const agency = agencyOfSignOff(passageOf([line]), null);
    if (agency) return { agency, signedOn, closing: passagesFrom(lines, above, end), from: above };
  }
  return { agency: null, signedOn, closing: passagesFrom(lines, at, end), from: at };
}

function withoutDate(lines: readonly TextLine[], begin: number, end: number): FoundSignOff {
  const line = lines[end - 1];
  const agency = line && end - 1 >= begin && line.read.length <= LONGEST_LINE ? agencyOfSignOff(passageOf([line]), null) : null;
  if (!agency) return { agency: null, signedOn: null, closing: [], from: end };
  return { agency, signedOn: null, closing: passagesFrom(lines, end - 1, end), from: end - 1 };
}

const passagesFrom = (lines: readonly TextLine[], from: number, end: number): Passage[] =>
  lines.slice(from, end).flatMap((line) => (isSiteChrome(line.read) ? [] : [passageOf([line])]));
