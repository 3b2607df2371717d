import type { SourceDocument } from "../document/document.js";
import { recognisable } from "../document/normalise.js";
import type { Passage } from "../report/report.js";
import { headingMark } from "./heading-mark.js";
import { isSiteChrome } from "./site-chrome.js";
import { passageOf, type TextLine } from "./text-line.js";

/** The title and the lines it takes: `from` up to but not including `to`; both 0 when it stands in the metadata only. */
export interface FoundTitle {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

const TITLE = /(?:信息|政务)(?:与政务)?公开.{0,12}(?:报告|年报)(?:\([^()]{1,12}\))?$|(?:年度|年)报告(?:\([^()]{1,12}\))?$/;
const YEAR = /(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年?/;
const SPEAKS = /信息公开|政务公开/;
const LONGEST = 60;
const MOST_LINES = 3;
const MOST_LINES_ABOVE = 500;

/**
 * Finds the title above the first section: one to three short lines that together name a year, an organ and the report.
 * When only the page or the file bears it, the title is that of the metadata.
 */
export function findTitle(lines: readonly TextLine[], end: number, metadata: SourceDocument["metadata"]): FoundTitle | null {
  let best: { from: number; to: number; score: number } | null = null;
  for (let from = Math.max(0, end - MOST_LINES_ABOVE); from < end; from++) {
    const found = bestTitleFrom(lines, from, end);
    // The later of two equals: the page repeats the title above the report.
    if (found && found.score >= (best?.score ?? 0)) best = { from, ...found };
  }
  if (best) {
    const from = withPlaceAbove(lines, best.from, best.to);
    const [first, ...rest] = lines.slice(from, best.to);
    if (first) return { passage: withoutMark(passageOf([first, ...rest])), from, to: best.to };
  }
  return titleOfMetadata(metadata);
}

const PLACE = /^\p{Script=Han}{1,12}[省市区县州盟旗]$/u;

/** The place of the organ may stand on a line of its own above the rest of the title. */
function withPlaceAbove(lines: readonly TextLine[], from: number, to: number): number {
  const above = lines[from - 1];
  if (!above || to - from >= MOST_LINES || !PLACE.test(above.read)) return from;
  const names = lines.slice(from, to).some(({ read }) => read.includes(above.read));
  return names ? from : from - 1;
}

/** A title beginning with 一、 would be a heading; a title that begins with a year bears no mark. */
function withoutMark({ heading: _, ...passage }: Passage): Passage {
  return passage;
}

function bestTitleFrom(lines: readonly TextLine[], from: number, end: number): { to: number; score: number } | null {
  let joined = "";
  for (let to = from + 1; to <= Math.min(end, from + MOST_LINES); to++) {
    const line = lines[to - 1];
    if (!line || line.read.length > LONGEST || /[。；;！？]/.test(line.read) || isSiteChrome(line.read)) return null;
    if (headingMark(line.text)?.level === 1 || />|»|›/.test(line.read)) return null;
    joined += line.read;
    if (joined.length > LONGEST) return null;
    if (!TITLE.test(joined) || !SPEAKS.test(joined) || /[,，:]/.test(joined)) continue;
    return { to, score: scoreOf(lines[from], joined) };
  }
  return null;
}

function scoreOf(first: TextLine | undefined, joined: string): number {
  const hasYear = YEAR.test(joined) ? 2 : 0;
  const hasAgency =
    joined.search(/(?:政府)?信息公开|政务公开|(?:20\d\d|二[〇零○])/) > 1 || /年(?:度)?[^度]{3,}?(?:政府)?信息公开/.test(joined)
      ? 2
      : 0;
  const isReport = /报告/.test(joined) ? 1 : 0;
  const isHeading = first?.level === 1 ? 0.5 : 0;
  return 1 + hasYear + hasAgency + isReport + isHeading;
}

const TITLE_FIELDS = ["ArticleTitle", "articletitle", "title", "Title", "标题", "名称", "dc:title"];

function titleOfMetadata(metadata: SourceDocument["metadata"]): FoundTitle | null {
  for (const field of TITLE_FIELDS) {
    const value = metadata.get(field);
    if (value === undefined) continue;
    const text = value
      .split(/\s*[_|>»]\s*|\s+[-–—]\s*|\s*[-–—]\s+/)
      .find((part) => TITLE.test(recognisable(part)) && SPEAKS.test(recognisable(part)));
    if (text === undefined || text.length > LONGEST * 2) continue;
    const passage: Passage = { text: text.trim(), place: { kind: "paragraph", paragraph: 1 }, block: 0, blockCount: 0 };
    return { passage, from: 0, to: 0 };
  }
  return null;
}
