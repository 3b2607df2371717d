import type { LineBlock, PageBlock } from "./page-block.js";

/** A page as a list of what stands on it, from top to bottom. */
export interface PageLayout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly PageBlock[];
}

const MARGIN = 0.12;
const SAME_HEIGHT = 4;
const OUTERMOST = 3;
const MOST_COMPARED = 100;
/** 「- 3 -」「— 3 —」「第 3 页 共 8 页」「3 / 8」 and the like: nothing else is written so. */
const NUMBERED_PAGE = /^(?:[-—–―－·•~]+#+[-—–―－·•~]+|第#+页.{0,6}|#+\/#+|[Pp]age#+(?:of#+)?)$/;
const BARE_NUMBER = /^#+$/;

interface Candidate {
  readonly page: number;
  readonly block: LineBlock;
  /** The text without its numbers: what stays the same from page to page. */
  readonly mould: string;
  readonly numbers: readonly number[];
  readonly distance: number;
  readonly isFoot: boolean;
}

/** Takes away what is printed on every page: running heads, page numbers. They are told by repetition and position. */
export function withoutRunningHeads(pages: readonly PageLayout[]): PageLayout[] {
  const candidates = pages.flatMap(candidatesOf);
  const byMould = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const alike = byMould.get(candidate.mould) ?? [];
    if (alike.length < MOST_COMPARED) alike.push(candidate);
    byMould.set(candidate.mould, alike);
  }
  const isRepeated = (candidate: Candidate): boolean => isRunning(candidate, byMould.get(candidate.mould) ?? [], pages.length);
  const running = new Set(candidates.filter(isRepeated).map(({ block }) => block));
  return pages.map((page) => ({ ...page, blocks: page.blocks.filter((block) => block.kind !== "line" || !running.has(block)) }));
}

function candidatesOf(layout: PageLayout): Candidate[] {
  const zone = layout.height * MARGIN;
  const lines = layout.blocks.filter((block): block is LineBlock => block.kind === "line");
  const candidate = (block: LineBlock, isFoot: boolean): Candidate => {
    const text = block.line.text.normalize("NFKC").replace(/\s+/g, "");
    return {
      page: layout.page,
      block,
      mould: text.replace(/\d+/g, "#"),
      numbers: (text.match(/\d{1,9}/g) ?? []).map(Number),
      distance: isFoot ? layout.height - block.box.bottom : block.box.top,
      isFoot,
    };
  };
  const heads = lines.filter(({ box }) => box.bottom < zone).slice(0, OUTERMOST);
  const feet = lines.filter(({ box }) => box.top > layout.height - zone).slice(-OUTERMOST);
  const sides = lines.filter(({ line }) => line.turn !== 0);
  return [
    ...heads.map((block) => candidate(block, false)),
    ...feet.map((block) => candidate(block, true)),
    ...sides.map((block) => candidate(block, true)),
  ];
}

function isRunning(candidate: Candidate, sameMould: readonly Candidate[], pages: number): boolean {
  if (NUMBERED_PAGE.test(candidate.mould)) return true;
  if (pages === 1) return BARE_NUMBER.test(candidate.mould) && candidate.isFoot && candidate.numbers[0] === 1;
  const alike = sameMould.filter(
    (other) =>
      other.isFoot === candidate.isFoot &&
      Math.abs(other.distance - candidate.distance) <= SAME_HEIGHT &&
      (!BARE_NUMBER.test(candidate.mould) || countsPages(candidate, other)),
  );
  const onPages = new Set(alike.map((other) => other.page)).size;
  // Odd and even pages may have different heads.
  return onPages >= 2 && onPages >= Math.min(pages * 0.4, 8);
}

/** A number that goes up by one from page to page. */
function countsPages(a: Candidate, b: Candidate): boolean {
  return (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0) === a.page - b.page;
}
