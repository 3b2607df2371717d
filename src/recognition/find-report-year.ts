import type { SourceDocument } from "../document/document.js";
import { yearOf } from "../law/plain-date.js";
import type { Passage, Period, Told } from "../report/report.js";
import { foldedText, stretchOf } from "./folded-text.js";
import { writtenYear } from "./written-year.js";

const YEAR = /(?<!\d)(20\d{2})(?!\d)|(二[〇零○][〇零○一二三四五六七八九]{2})(?=年)/;
const REPORT_OF = /(?<!\d)(20\d{2})年(?:度)?[^。,，;；]{0,30}?(?:信息公开|政务公开)[^。,，;；]{0,12}(?:报告|年报)/;
const YEAR_IN_TEXT = /(?<!\d)(20\d{2})年/g;

interface YearSources {
  readonly title: Passage | null;
  readonly period: Told<Period> | null;
  /** The preface and section one. */
  readonly text: readonly Passage[];
  readonly metadata: SourceDocument["metadata"];
}

/** The year a report is about: as its title says, else its period, else its text, else what the file says of itself. */
export function findReportYear({ title, period, text, metadata }: YearSources): Told<number> | null {
  const fromTitle = title && yearIn(title, YEAR);
  if (fromTitle) return fromTitle;
  const day = period?.value.from ?? period?.value.to;
  if (period && day) return { ...period, value: yearOf(day) };
  for (const passage of text) {
    const told = yearIn(passage, REPORT_OF);
    if (told) return told;
  }
  return mostFrequentYear(text) ?? yearOfMetadata(metadata);
}

function yearIn(passage: Passage, pattern: RegExp): Told<number> | null {
  const folded = foldedText(passage.text);
  const match = pattern.exec(folded.text);
  const digits = match?.[1] ?? match?.[2];
  if (!match || digits === undefined) return null;
  const value = writtenYear(digits);
  if (value === null) return null;
  return { value, passage, ...stretchOf(folded, match.index + match[0].indexOf(digits), digits.length) };
}

/** The year the text speaks of most; of two the first named. */
function mostFrequentYear(text: readonly Passage[]): Told<number> | null {
  const found = new Map<number, { count: number; told: Told<number> }>();
  for (const passage of text) {
    const folded = foldedText(passage.text);
    for (const match of folded.text.matchAll(YEAR_IN_TEXT)) {
      const value = Number(match[1]);
      const known = found.get(value);
      if (known) known.count++;
      else found.set(value, { count: 1, told: { value, passage, ...stretchOf(folded, match.index, 4) } });
    }
  }
  let best: { count: number; told: Told<number> } | null = null;
  for (const candidate of found.values()) if (candidate.count > (best?.count ?? 0)) best = candidate;
  return best?.told ?? null;
}

/** A year that only the page or the file bears, in its title; its passage stands on no block. */
function yearOfMetadata(metadata: SourceDocument["metadata"]): Told<number> | null {
  for (const value of metadata.values()) {
    if (!/信息公开/.test(value)) continue;
    const passage: Passage = { text: value, place: { kind: "paragraph", paragraph: 1 }, block: 0, blockCount: 0 };
    const told = yearIn(passage, YEAR);
    if (told) return told;
  }
  return null;
}
