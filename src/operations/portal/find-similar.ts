import { searchTokens, titleKey } from "../../document/search-tokens.js";
import type { SimilarPublished, Suggestion } from "../../register/portal/public-search.js";
import type { PortalPool, PortalReader } from "../../storage/portal/portal-pool.js";
import { answersWithAny } from "../../storage/portal/read-entries.js";
import { itemsWithAny, readGrams, titlesWithAny } from "../../storage/portal/title-words.js";

/** Words of every request, which say nothing about what is asked for. */
const FILLER = /申请|公开|政府信息|请求?|关于|有关|相关|情况|的|等|我想|本人|我|贵[局委厅府办]|了解|获取|查询|希望|提供/gu;
const MOST_TOKENS = 60;
/** Pairs that say most: the rarest in titles. */
const TOLD_BY = 8;
const LOOKED_AT = 300;
/** For titles that are alike only pairs of so few titles are looked for, so few of them, and so few titles are read. */
const RARE = 2_000;
const NEAR_BY = 4;
const LOOKED_NEAR = 100;
const LEAST_LIKENESS = 0.18;
const LEAST_NEARNESS = 0.3;
const MOST_SHOWN = 6;

interface SimilarQuestion {
  readonly description: string;
  readonly agencyId: string | null;
}

/** Published items and answers that may serve a request already, the likest first. Only that they may is said. */
export async function findSimilar(reader: PortalReader, { description, agencyId }: SimilarQuestion): Promise<SimilarPublished[]> {
  const telling = tokensTelling(description);
  const { tokens, weights, rarest } = weighedPairs(telling, await readGrams(reader, telling));
  const [items, answers] = await Promise.all([
    itemsWithAny(reader, { tokens: rarest, agencyId, limit: LOOKED_AT }),
    answersWithAny(reader, { terms: { tokens, prefix: null }, agencyId, limit: LOOKED_AT }),
  ]);
  const found: SimilarPublished[] = [];
  for (const item of items) {
    const likeness = sharedWeight(weights, `${item.title}${item.summary ?? ""}`);
    found.push({ kind: "item", likeness, title: item.title, snippet: item.summary ?? "", item, answer: null });
  }
  const alike = new Map(tokens.map((token) => [token, 1]));
  for (const answer of answers) {
    const likeness = sharedWeight(alike, answer.question);
    found.push({ kind: "answer", likeness, title: answer.question, snippet: answer.answer.slice(0, 200), item: null, answer });
  }
  return found
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness || (one.title < other.title ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/** Titles that are much like a question that finds nothing. */
export async function nearbyTitles(
  pool: PortalPool,
  { text, agencyId, held }: { readonly text: string; readonly agencyId: string | null; readonly held: HeldPairs },
): Promise<Suggestion[]> {
  const { weights, rarest } = weighedPairs(tokensTelling(text), held);
  const tokens = rarest.filter((token) => (held.get(token) ?? 0) <= RARE).slice(0, NEAR_BY);
  const titles = await titlesWithAny(pool, { tokens, agencyId, limit: LOOKED_NEAR });
  return titles
    .map((one) => ({ ...one, likeness: sharedWeight(weights, one.title) }))
    .filter(({ likeness }) => likeness >= LEAST_NEARNESS)
    .sort((one, other) => other.likeness - one.likeness || (one.title < other.title ? -1 : 1))
    .slice(0, 10)
    .map(({ id, title, agency_id }) => ({ text: title, kind: "title", itemId: id, agencyId: agency_id }));
}

interface TellingPairs {
  readonly tokens: readonly string[];
  /** Of the pairs that are in a title: the fewer titles, the more each says. */
  readonly weights: ReadonlyMap<string, number>;
  readonly rarest: readonly string[];
}

/** How many titles hold a pair. */
export type HeldPairs = ReadonlyMap<string, number>;

/** The pairs of a text that may tell what it is about. */
export function tokensTelling(text: string): string[] {
  return pairsOf(text.replaceAll(FILLER, " ")).slice(0, MOST_TOKENS);
}

function weighedPairs(tokens: readonly string[], held: HeldPairs): TellingPairs {
  const known = tokens.filter((token) => (held.get(token) ?? 0) > 0);
  const weights = new Map(known.map((token) => [token, 1 / Math.log2(2 + (held.get(token) ?? 0))]));
  const rarest = known.toSorted((one, other) => (held.get(one) ?? 0) - (held.get(other) ?? 0)).slice(0, TOLD_BY);
  return { tokens, weights, rarest };
}

const pairsOf = (text: string): string[] => searchTokens(text).filter((token) => token.length > 1);

/** How much of what the text says is said by another. */
function sharedWeight(weights: ReadonlyMap<string, number>, other: string): number {
  const there = titleKey(other);
  let shared = 0;
  let total = 0;
  for (const [token, weight] of weights) {
    total += weight;
    if (there.includes(token)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}
