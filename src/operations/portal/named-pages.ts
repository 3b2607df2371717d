import { queryWords, titleKey } from "../../document/search-tokens.js";
import type { NamedPage, NamedPages } from "../../register/portal/public-search.js";

/** As many of a kind as are shown. */
const MOST_OF_A_KIND = 3;
/** A shorter question is in the name of everything. */
const LEAST = 2;

/** What somebody types who wants a kind of page; without one of these words, many pages of the kind are not what is wanted. */
const KIND_WORDS = {
  report: ["年报", "年度报告", "工作报告"],
  guide: ["指南"],
  rule: [],
  agency: [],
} as const satisfies Readonly<Record<NamedPage["kind"], readonly string[]>>;

const KINDS = ["agency", "report", "guide", "rule"] as const satisfies readonly NamedPage["kind"][];

export interface KeyedPage {
  readonly page: NamedPage;
  readonly key: string;
}

/** Pages with what they are found by. A report is also found by what people call it. */
export function keyedPages(pages: readonly NamedPage[]): KeyedPage[] {
  return pages.map((page) => ({ page, key: titleKey(`${page.title}${page.kind === "report" ? "年报" : ""}`) }));
}

/**
 * The agencies, annual reports, guides and rules whose names hold every word that was typed: they stand above what was found among
 * the items. The exact name comes first; of a kind of which many match, a few and how many there are.
 */
export function namedPages(pages: readonly KeyedPage[], text: string, agencyId: string | null): NamedPages[] {
  const whole = titleKey(text);
  const words = queryWords(text).map(titleKey);
  if ([...whole].length < LEAST || words.length === 0) return [];
  const found = pages.filter(
    ({ page, key }) => (agencyId === null || page.agencyId === agencyId) && words.every((word) => key.includes(word)),
  );
  return KINDS.flatMap((kind) => {
    const own = found.filter(({ page }) => page.kind === kind);
    const isAsked = KIND_WORDS[kind].length === 0 || KIND_WORDS[kind].some((word) => whole.includes(word));
    if (own.length === 0 || (own.length > MOST_OF_A_KIND && !isAsked)) return [];
    const isExact = ({ page }: KeyedPage) => Number(titleKey(page.title) === whole);
    const exactFirst = own.toSorted((one, other) => isExact(other) - isExact(one));
    return [{ kind, pages: exactFirst.slice(0, MOST_OF_A_KIND).map(({ page }) => page), count: own.length }];
  });
}
