import { numberKey, type SearchTerms, titleKey } from "../../document/search-tokens.js";
import type { CappedCount, ItemFilter } from "../../register/portal/public-item.js";
import { spansBack, tokensOfFilter } from "./filter-tokens.js";
import { type HitText, hitText } from "./hit-texts.js";
import type { LongLists } from "./long-lists.js";
import type { PortalPool } from "./portal-pool.js";
import { cappedAt, conditionsOf } from "./read-items.js";
import { type Column, MOST_EXACT, SEARCH_PARAMETERS, type SearchRow, searchStatement } from "./search-statement.js";

export interface SearchQuestion {
  /** As typed: for number, index number and exact title. */
  readonly text: string;
  readonly terms: SearchTerms;
  /** Its words as they stand, one of which the beginning of a text mostly shows. */
  readonly words: readonly string[];
  /** Pairs of which it is asked how many titles hold them, when nothing is found. */
  readonly grams: readonly string[];
  readonly filter: ItemFilter;
  readonly offset: number;
  readonly limit: number;
  /** Matches that are fetched and sorted; of more, only "more than" is told. */
  readonly cap: number;
  readonly longLists: LongLists;
  /** The instant the spans of time are counted back from. */
  readonly now: number;
}

/** The newest items that are looked through, one by one, for words that very many of them hold. */
const MOST_WALKED = 1_000;

export type FoundWhere = "number" | "exact-title" | "title" | "text";

export interface Found {
  readonly id: string;
  readonly where: FoundWhere;
}

export interface FoundItems {
  readonly found: Found[];
  readonly total: CappedCount;
  /** Only what stands in titles was counted, because it fills the page; what stands in texts alone comes behind it. */
  readonly isOfTitles: boolean;
  /** What was read of them on the way; mostly of all. */
  readonly hits: ReadonlyMap<string, HitText>;
  /** How many titles hold the pairs, when nothing was found; null where that was not asked. */
  readonly held: ReadonlyMap<string, number> | null;
}

const quoted = (token: string) => `'${token.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;

/** A tsquery of tokens that are all to be there. Tokens hold letters and figures only; quotes are doubled all the same. */
export function tsQuery({ tokens, prefix }: SearchTerms, between: "&" | "|" = "&"): string | null {
  if (tokens.length > 0) return tokens.map(quoted).join(` ${between} `);
  return prefix === null ? null : `${quoted(prefix)}:*`;
}

/** The same within groups of filters, of each of which one token must be there. */
export function within(query: string, groups: readonly (readonly string[])[]): string {
  return [`(${query})`, ...groups.map((group) => `(${group.map(quoted).join(" | ")})`)].join(" & ");
}

/**
 * What a question finds, in this order: the number or index number as asked, the title as asked, words in the title, words in the
 * text; within each the newest first. At most `cap` matches are fetched in no order, and sorted where they lie; when there are more,
 * the newest are found span by span. That there are more is remembered for a while.
 */
export async function searchItems(pool: PortalPool, question: SearchQuestion): Promise<FoundItems> {
  const { terms, cap, offset, limit } = question;
  const query = tsQuery(terms);
  const end = offset + limit;
  const { exact, titles, texts, hits, held } = await fetchMatches(pool, question, query);
  if (query === null)
    return { found: exact.slice(offset, end), total: cappedAt(exact.length, cap), isOfTitles: false, hits, held };
  const found = [...exact];
  const add = async (column: Column, matches: Matches | null) => {
    const known = new Set(found.map(({ id }) => id));
    const ids = matches?.ids ?? (await newestOf(pool, question, { query, column, upTo: end + known.size }));
    const where = column === "title" ? "title" : "text";
    found.push(...ids.flatMap((id): Found[] => (known.has(id) ? [] : [{ id, where }])));
  };
  await add("title", titles);
  // A single character is looked for in titles only: nearly every text holds it.
  const isInTexts = terms.tokens.length > 0;
  const isOfTitles = found.length >= end;
  if (!isOfTitles && isInTexts) await add("body", texts);
  const counted = isInTexts && !isOfTitles ? texts : titles;
  return {
    found: found.slice(offset, end),
    total: cappedAt(counted?.count ?? cap + 1, cap),
    isOfTitles: isOfTitles && isInTexts,
    ...{ hits, held },
  };
}

/** The newest of some matches, and how many there are. */
interface Matches {
  readonly ids: readonly string[];
  readonly count: number;
}

interface FetchedMatches {
  readonly exact: Found[];
  /** Null where there are more than `cap`. */
  readonly titles: Matches | null;
  readonly texts: Matches | null;
  readonly hits: FoundItems["hits"];
  readonly held: FoundItems["held"];
}

/** The exact matches and those in titles and in texts, in one statement; what is known to be too long is not fetched again. */
async function fetchMatches(pool: PortalPool, question: SearchQuestion, query: string | null): Promise<FetchedMatches> {
  const { text, filter, terms, cap, offset, limit, longLists } = question;
  const groups = tokensOfFilter(filter);
  const inFilter = query === null ? null : within(query, groups);
  const nameOf = (column: Column) => `${column} ${cap} ${inFilter}`;
  const asked = inFilter === null ? [] : terms.tokens.length > 0 ? (["title", "body"] as const) : (["title"] as const);
  const columns = asked.filter((column) => !longLists.has(nameOf(column)));
  const withHits = columns.length === asked.length;
  const where = conditionsOf(filter, SEARCH_PARAMETERS);
  const rows = await pool.search<SearchRow>(
    {
      name: `search ${columns.join(" ")} ${withHits ? "hits" : ""} ${where.shape}`,
      text: searchStatement({ columns, filter: where.text, withHits }),
    },
    [
      ...[numberKey(text) ?? titleKey(text), text.normalize("NFKC").trim().toUpperCase(), titleKey(text), inFilter ?? ""],
      // What was found already as number or as title is in there again, at most fifty times.
      ...[cap + 1, (offset + limit) * 2 + MOST_EXACT, offset + limit, offset, limit],
      ...[question.words, question.grams, ...where.values],
    ],
  );
  const matchesOf = (column: Column) => {
    const matches = rows.find(({ part }) => part === column);
    if (matches === undefined || matches.count === null) return null;
    if (matches.count <= cap) return { ids: matches.ids ?? [], count: matches.count };
    longLists.add(nameOf(column));
    return null;
  };
  const exact = rows.find(({ part }) => part === "exact");
  return {
    exact: titleKey(text) === "" ? [] : (exact?.ids ?? []).map((id, at) => ({ id, where: whereOf(exact?.hows?.[at]) })),
    titles: matchesOf("title"),
    texts: matchesOf("body"),
    hits: new Map(rows.flatMap(hitOf)),
    held: withHits
      ? new Map(rows.flatMap(({ part, ids, count }) => (part === "gram" ? [[ids?.[0] ?? "", count ?? 0]] : [])))
      : null,
  };
}

function hitOf({ part, ids, summary, text, body, whole }: SearchRow): [string, HitText][] {
  if (part !== "hit" || ids?.[0] === undefined || summary === null) return [];
  return [[ids[0], hitText({ summary, text, body, whole })]];
}

const whereOf = (how: string | undefined): FoundWhere => (how === "number" ? "number" : "exact-title");

interface Walk {
  readonly query: string;
  readonly column: Column;
  readonly upTo: number;
}

/**
 * The newest of more matches than are fetched. Words that are in very many items are soon found among the newest, looked through one
 * by one. Of others the matches in a span that holds enough of them and not too many are fetched and sorted. What neither way finds in
 * its bounds is made up from any of them.
 */
async function newestOf(pool: PortalPool, question: SearchQuestion, walk: Walk): Promise<string[]> {
  const { filter, cap, now } = question;
  const groups = tokensOfFilter(filter);
  const newest = await walkDates(pool, within(walk.query, groups), walk);
  if (newest.length >= walk.upTo) return newest;
  const fetched = (span: readonly string[][]) => fetchNewest(pool, within(walk.query, [...groups, ...span]), walk, cap);
  for (const span of spansBack(now)) {
    const { ids, count } = await fetched([span]);
    if (count > cap) break;
    if (ids.length >= walk.upTo) return [...ids];
  }
  const known = new Set(newest);
  const { ids } = await fetched([]);
  return [...newest, ...ids.filter((id) => !known.has(id))].slice(0, walk.upTo);
}

async function fetchNewest(pool: PortalPool, query: string, { column, upTo }: Walk, cap: number): Promise<Matches> {
  const text = `
    with found as materialized (
      select id, published_at from portal.item_search where ${column} @@ $1::tsquery limit $2)
    select (select count(*) from found) as count, array(select id from found order by published_at desc, id desc limit $3) as ids`;
  const [row] = await pool.search<Matches>({ name: `newest ${column}`, text }, [query, cap + 1, upTo]);
  return row ?? { ids: [], count: 0 };
}

/** Along the index of the dates until enough are found, and no further than it is worth. */
async function walkDates(pool: PortalPool, query: string, { column, upTo }: Walk): Promise<string[]> {
  const text = `
    select id from (
      select id, ${column} as words from portal.item_search order by published_at desc, id desc limit ${MOST_WALKED}) newest
    where words @@ $1::tsquery limit $2`;
  const rows = await pool.search<{ id: string }>({ name: `walk ${column}`, text }, [query, upTo]);
  return rows.map(({ id }) => id);
}

/** How many texts hold each of some groups of words, counted up to a limit and no further. */
export async function countTexts(
  pool: PortalPool,
  { parts, filter, upTo }: { readonly parts: readonly SearchTerms[]; readonly filter: ItemFilter; readonly upTo: number },
): Promise<CappedCount[]> {
  const groups = tokensOfFilter(filter);
  const queries = parts.map((terms) => (terms.tokens.length === 0 ? "" : within(tsQuery(terms) ?? "", groups)));
  const rows = await pool.search<{ count: number }>(
    {
      name: "counts",
      // Every text holds its title. Of words that enough titles hold the texts, which take longest, need not be asked.
      text: `
        select case when titles.count >= $2 then titles.count else (
          select count(*) from (select from portal.item_search where body @@ query::tsquery limit $2) counted) end as count
        from unnest($1::text[]) with ordinality as asked (query, place), lateral (
          select count(*) as count from (select from portal.item_search where title @@ query::tsquery limit $2) counted) titles
        order by place`,
    },
    [queries, upTo + 1],
  );
  return queries.map((_, at) => cappedAt(rows[at]?.count ?? 0, upTo));
}
