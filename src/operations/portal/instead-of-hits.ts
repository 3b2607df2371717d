import { queryTerms, queryWords, type SearchTerms } from "../../document/search-tokens.js";
import type { CappedCount, ItemSummary } from "../../register/portal/public-item.js";
import type { SearchInstead } from "../../register/portal/public-search.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import { countTexts, type SearchQuestion } from "../../storage/portal/search-items.js";
import { readGrams } from "../../storage/portal/title-words.js";
import { type HeldPairs, nearbyTitles, tokensTelling } from "./find-similar.js";

const MOST_PARTS = 4;
const COUNT_UP_TO = 100;
const MOST_NEARBY = 5;
/** With so many questions waiting, whoever found nothing is shown what costs nothing. */
const BUSY = 6;
/** What has taken so long already is not made longer by titles that are alike. */
const BUDGET_MS = 150;

/** What an agency, or all of them, published last. */
export type LatestItems = (agencyIds: readonly string[]) => Promise<readonly ItemSummary[]>;

interface Unfound {
  readonly question: SearchQuestion;
  /** Of the pairs of `pairsToCount` how many titles hold them; null where that was not asked with the question. */
  readonly held: HeldPairs | null;
  readonly latestOf: LatestItems;
}

/** Pairs of a question of which it must be known how common they are when nothing is found. */
export function pairsToCount(text: string): string[] {
  return [...new Set([...partsOf(text).flatMap((part) => part.terms.tokens), ...tokensTelling(text)])];
}

/** Fewer words, fewer filters, titles that are much alike, and the latest. */
export async function insteadOf(pool: PortalPool, { question, held, latestOf }: Unfound): Promise<SearchInstead> {
  const { text, filter } = question;
  const agencyIds = filter.agencyIds ?? [];
  const latest = await latestOf(agencyIds);
  const nothing: SearchInstead = { fewerWords: [], withoutFilters: null, nearby: [], latest };
  if (pool.waitingSearches >= BUSY) return nothing;
  const begun = performance.now();
  const pairs = held ?? (await readGrams(pool, question.grams));
  const counted = await countParts(pool, question, pairs);
  const told = { ...nothing, ...counted };
  if (pool.waitingSearches >= BUSY || performance.now() - begun > BUDGET_MS) return told;
  const agencyId = agencyIds.length === 1 ? (agencyIds[0] ?? null) : null;
  return { ...told, nearby: (await nearbyTitles(pool, { text, agencyId, held: pairs })).slice(0, MOST_NEARBY) };
}

/** How many texts hold a part of the words, and all of them without the filters. */
async function countParts(pool: PortalPool, { text, filter, terms }: SearchQuestion, held: HeldPairs) {
  const asked = partsOf(text);
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== "" && String(value) !== "");
  // Pairs that so many titles held lately that their texts need not be counted.
  const isCommon = ({ tokens: [token, ...others] }: SearchTerms) =>
    !isFiltered && others.length === 0 && token !== undefined && (held.get(token) ?? 0) > COUNT_UP_TO * 10;
  const unknown = asked.filter((part) => !isCommon(part.terms));
  const [counts, [all]] = await Promise.all([
    countTexts(pool, { parts: unknown.map((part) => part.terms), filter, upTo: COUNT_UP_TO }),
    isFiltered ? countTexts(pool, { parts: [terms], filter: {}, upTo: COUNT_UP_TO }) : [undefined],
  ]);
  const totalOf = (part: (typeof asked)[number]): CappedCount =>
    counts[unknown.indexOf(part)] ?? { count: COUNT_UP_TO, isMore: true };
  const fewerWords = asked.map((part) => ({ text: part.text, total: totalOf(part) })).filter(({ total }) => total.count > 0);
  return {
    fewerWords: fewerWords.sort((one, other) => one.total.count - other.total.count),
    withoutFilters: all === undefined || all.count === 0 ? null : all,
  };
}

/** The words of a question, or what may be the parts of its only one. */
function partsOf(text: string): { readonly text: string; readonly terms: SearchTerms }[] {
  const words = queryWords(text);
  const parts = (words.length > 1 ? words : halvesOf(words[0] ?? "")).slice(0, MOST_PARTS);
  return parts.map((part) => ({ text: part, terms: queryTerms(part) }));
}

const SEGMENTS = new Intl.Segmenter("zh-CN", { granularity: "word" });

/** A question without a space: its beginning and its end, cut where a word ends, which are often a place and a matter. */
function halvesOf(word: string): string[] {
  const ends = [...SEGMENTS.segment(word)].map(({ index }) => index).filter((cut) => cut >= 2 && cut <= word.length - 2);
  const middle = ends.toSorted((one, other) => Math.abs(one - word.length / 2) - Math.abs(other - word.length / 2))[0];
  const cuts = new Set([ends[0], middle].filter((cut) => cut !== undefined));
  return [...new Set([...cuts].flatMap((cut) => [word.slice(0, cut), word.slice(cut)]))];
}
