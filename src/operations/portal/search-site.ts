import { queryTerms, queryWords } from "../../document/search-tokens.js";
import { marked, snippetOf } from "../../document/snippet.js";
import { LIST_PAGE_SIZE, MOST_PAGE_SIZE } from "../../register/portal/public-item.js";
import type { SearchHit, SearchQuery, SearchResult } from "../../register/portal/public-search.js";
import { type HitText, readHits, readWholeTexts, type WholeText } from "../../storage/portal/hit-texts.js";
import type { LongLists } from "../../storage/portal/long-lists.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import { type Found, type SearchQuestion, searchItems } from "../../storage/portal/search-items.js";
import { insteadOf, type LatestItems, pairsToCount } from "./instead-of-hits.js";

const SNIPPET = 110;
const MOST_SEARCH_PAGES = 50;
const MOST_QUESTION = 100;

export interface SearchSettings {
  readonly searchCap: number;
  readonly longLists: LongLists;
  /** What was published last, for whoever finds nothing. */
  readonly latest: LatestItems;
  readonly now: () => number;
}

/** Finds items by number, title, text and attachments; says something useful when there are none. */
export async function searchSite(pool: PortalPool, settings: SearchSettings, query: SearchQuery): Promise<SearchResult> {
  const { text: typed, page = 1, pageSize = LIST_PAGE_SIZE, ...filter } = query;
  const text = typed.normalize("NFKC").replaceAll(/\s+/g, " ").trim().slice(0, MOST_QUESTION);
  const terms = queryTerms(text);
  const size = Math.min(Math.max(Math.floor(pageSize) || 1, 1), MOST_PAGE_SIZE);
  const at = Math.min(Math.max(Math.floor(page) || 1, 1), MOST_SEARCH_PAGES);
  if (terms.tokens.length === 0 && terms.prefix === null) return emptyResult(text, size);
  const question: SearchQuestion = {
    ...{ text, terms, words: queryWords(text), grams: pairsToCount(text) },
    ...{ filter, offset: (at - 1) * size, limit: size },
    ...{ cap: settings.searchCap, longLists: settings.longLists, now: settings.now() },
  };
  const { found, total, isOfTitles, hits, held } = await searchItems(pool, question);
  const count = total.isMore ? total.count : Math.max(total.count, found.length);
  const isNothing = found.length === 0 && at === 1;
  return {
    text,
    hits: await hitsOf(pool, { found, text, known: hits }),
    total: { count, isMore: total.isMore },
    isOfTitles,
    page: at,
    pageSize: size,
    // Behind the titles there may be texts: one page more leads to them.
    pages: Math.min(Math.max(1, Math.ceil(count / size) + (isOfTitles ? 1 : 0)), MOST_SEARCH_PAGES),
    instead: isNothing ? await insteadOf(pool, { question, held, latestOf: settings.latest }) : null,
    isEmpty: false,
  };
}

function emptyResult(text: string, pageSize: number): SearchResult {
  return {
    text,
    hits: [],
    total: { count: 0, isMore: false },
    isOfTitles: false,
    page: 1,
    pageSize,
    pages: 1,
    instead: null,
    isEmpty: true,
  };
}

interface Hits {
  readonly found: readonly Found[];
  readonly text: string;
  /** What was read of them already. */
  readonly known: ReadonlyMap<string, HitText>;
}

async function hitsOf(pool: PortalPool, { found, text, known }: Hits): Promise<SearchHit[]> {
  const unread = found.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  const texts = new Map([...known, ...(await readHits(pool, unread))]);
  const hits = found.flatMap(({ id, where }): { hit: SearchHit; isShown: boolean; row: HitText }[] => {
    const row = texts.get(id);
    if (row === undefined) return []; // withdrawn in this moment
    const { parts, isFound } = snippetOf(row.text, text, SNIPPET);
    const hit = { item: row.summary, where, title: marked(row.summary.title, text), snippet: parts, inAttachment: null };
    return [{ hit, isShown: isFound, row }];
  });
  // What the beginning of the text does not show stands further down, or in a file.
  const hidden = hits.filter(({ isShown, row }) => !isShown && (!row.isWhole || row.summary.hasAttachments));
  const whole = await readWholeTexts(
    pool,
    hidden.flatMap(({ hit, row }) => (row.whole === null ? [hit.item.id] : [])),
  );
  return hits.map(({ hit, isShown, row }) => (isShown ? hit : withSnippet(hit, row.whole ?? whole.get(hit.item.id), text)));
}

function withSnippet(hit: SearchHit, whole: WholeText | undefined, text: string): SearchHit {
  if (whole === undefined) return hit;
  const own = snippetOf(whole.text ?? "", text, SNIPPET);
  if (own.isFound) return { ...hit, snippet: own.parts };
  for (const attachment of whole.attachments ?? []) {
    const inside = snippetOf(attachment.text, text, SNIPPET);
    if (inside.isFound) return { ...hit, snippet: inside.parts, inAttachment: attachment.name };
  }
  return hit;
}
