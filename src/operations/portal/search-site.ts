import { queryTerms, queryWords } from "../../document/search-tokens.js";
import { marked, snippetOf } from "../../document/snippet.js";
import { LIST_PAGE_SIZE, MOST_PAGE_SIZE } from "../../register/portal/public-item.js";
import type { SearchHit, SearchInstead, SearchQuery, SearchResult } from "../../register/portal/public-search.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import type { LongLists } from "../../storage/portal/long-lists.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import { listItems } from "../../storage/portal/read-items.js";
import { countMatches, type Found, readTexts, type SearchQuestion, searchItems } from "../../storage/portal/search-items.js";
import { nearbyTitles } from "./find-similar.js";

const SNIPPET = 110;
const MOST_SEARCH_PAGES = 50;
const LATEST = 5;
const MOST_QUESTION = 100;
const MOST_PARTS = 6;

type Settings = Pick<StorageConfiguration["portal"], "searchCap" | "walkMilliseconds"> & { readonly longLists: LongLists };

/** Finds items by number, title, text and attachments; says something useful when there are none. */
export async function searchSite(pool: PortalPool, settings: Settings, query: SearchQuery): Promise<SearchResult> {
  const { text: typed, page = 1, pageSize = LIST_PAGE_SIZE, ...filter } = query;
  const text = typed.normalize("NFKC").replaceAll(/\s+/g, " ").trim().slice(0, MOST_QUESTION);
  const terms = queryTerms(text);
  const size = Math.min(Math.max(Math.floor(pageSize) || 1, 1), MOST_PAGE_SIZE);
  const at = Math.min(Math.max(Math.floor(page) || 1, 1), MOST_SEARCH_PAGES);
  if (terms.tokens.length === 0 && terms.prefix === null) return emptyResult(text, size);
  const question: SearchQuestion = {
    ...{ text, terms, filter, offset: (at - 1) * size, limit: size },
    ...{ cap: settings.searchCap, walkMilliseconds: settings.walkMilliseconds, longLists: settings.longLists },
  };
  const { found, total } = await searchItems(pool, question);
  const count = total.isMore ? total.count : Math.max(total.count, found.length);
  const isNothing = found.length === 0 && at === 1;
  return {
    text,
    hits: await hitsOf(pool, found, text),
    total: { count, isMore: total.isMore },
    page: at,
    pageSize: size,
    pages: Math.min(Math.max(1, Math.ceil(count / size)), MOST_SEARCH_PAGES),
    instead: isNothing ? await insteadOf(pool, question) : null,
    isEmpty: false,
  };
}

function emptyResult(text: string, pageSize: number): SearchResult {
  return { text, hits: [], total: { count: 0, isMore: false }, page: 1, pageSize, pages: 1, instead: null, isEmpty: true };
}

async function hitsOf(pool: PortalPool, found: readonly Found[], text: string): Promise<SearchHit[]> {
  const texts = await readTexts(
    pool,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, where }): SearchHit[] => {
    const row = texts.get(id);
    if (row === undefined) return []; // withdrawn in this moment
    const { summary, item, attachments } = row;
    const own = [item.summary, plainTextOf(item.blocks)].filter((part) => part !== null && part !== "").join("\n");
    const inText = snippetOf(own, text, SNIPPET);
    const title = marked(summary.title, text);
    for (const attachment of inText.isFound ? [] : attachments) {
      const inside = snippetOf(attachment.text, text, SNIPPET);
      if (inside.isFound) return [{ item: summary, where, title, snippet: inside.parts, inAttachment: attachment.name }];
    }
    return [{ item: summary, where, title, snippet: inText.parts, inAttachment: null }];
  });
}

/** Fewer words, fewer filters, titles that are much alike, and the latest. */
async function insteadOf(pool: PortalPool, question: SearchQuestion): Promise<SearchInstead> {
  const { text, filter } = question;
  const words = queryWords(text);
  const parts = words.length > 1 ? words : halvesOf(words[0] ?? "");
  const counted = await Promise.all(
    parts.slice(0, MOST_PARTS).map(async (part) => ({
      text: part,
      total: await countMatches(pool, { ...question, text: part, terms: queryTerms(part) }),
    })),
  );
  const fewerWords = counted.filter(({ total }) => total.count > 0);
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== "");
  const withoutFilters = isFiltered ? await countMatches(pool, { ...question, filter: {} }) : null;
  const agencyIds = filter.agencyIds ?? [];
  const { items } = await listItems(pool, {
    filter: { agencyIds },
    withoutTombstones: true,
    offset: 0,
    limit: LATEST,
    countUpTo: 1,
    longLists: question.longLists,
  });
  return {
    fewerWords: fewerWords.sort((one, other) => one.total.count - other.total.count),
    withoutFilters: withoutFilters === null || withoutFilters.count === 0 ? null : withoutFilters,
    nearby: (await nearbyTitles(pool, { text, agencyId: agencyIds.length === 1 ? (agencyIds[0] ?? null) : null })).slice(0, 5),
    latest: items,
  };
}

/** A question without a space: its beginning and its end, which are often a place and a matter. */
function halvesOf(word: string): string[] {
  const signs = [...word];
  if (signs.length < 4) return [];
  const cuts = new Set([2, 3, Math.ceil(signs.length / 2)].filter((cut) => cut <= signs.length - 2));
  return [...cuts].flatMap((cut) => [signs.slice(0, -cut).join(""), signs.slice(cut).join("")]).filter((part) => part.length > 1);
}
