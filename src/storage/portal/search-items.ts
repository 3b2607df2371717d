import { numberKey, type SearchTerms, titleKey } from "../../document/search-tokens.js";
import { isAppError } from "../../errors.js";
import type { CappedCount, ItemFilter, ItemSummary } from "../../register/portal/public-item.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import type { LongLists } from "./long-lists.js";
import type { PortalPool, PortalReader } from "./portal-pool.js";
import { cappedAt, conditionsOf } from "./read-items.js";

export interface SearchQuestion {
  /** As typed: for number, index number and exact title. */
  readonly text: string;
  readonly terms: SearchTerms;
  readonly filter: ItemFilter;
  readonly offset: number;
  readonly limit: number;
  /** Matches that are fetched and sorted; of more, only "more than" is told. */
  readonly cap: number;
  /** How long the walk along the dates may take before the newest of the fetched ones have to do. */
  readonly walkMilliseconds: number;
  readonly longLists: LongLists;
}

/** Items whose number or whole title is what was asked. */
const MOST_EXACT = 50;

export type FoundWhere = "number" | "exact-title" | "title" | "text";

export interface Found {
  readonly id: string;
  readonly where: FoundWhere;
}

/** A tsquery of tokens that are all to be there. Tokens hold letters and figures only; quotes are doubled all the same. */
export function tsQuery({ tokens, prefix }: SearchTerms, between: "&" | "|" = "&"): string | null {
  const quoted = (token: string) => `'${token.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  if (tokens.length > 0) return tokens.map(quoted).join(` ${between} `);
  return prefix === null ? null : `${quoted(prefix)}:*`;
}

/**
 * What a question finds, in this order: the number or index number as asked, the title as asked, words in the title, words in the
 * text; within each the newest first. Two steps: at most `cap` matches are fetched in no order, and sorted here; when there are
 * more, the page is found by walking along the dates, which is fast just then. That there are more is remembered for a while.
 */
export async function searchItems(pool: PortalPool, question: SearchQuestion): Promise<{ found: Found[]; total: CappedCount }> {
  const { terms, cap, offset, limit } = question;
  const query = tsQuery(terms);
  const exact = await exactMatches(pool, question);
  if (query === null) return { found: exact.slice(offset, offset + limit), total: cappedAt(exact.length, cap) };
  // A single character is looked for in titles only: nearly every text holds it.
  const isInTexts = terms.tokens.length > 0;
  const end = offset + limit;
  const [titles, texts] = await fetchMatches(pool, question, query);
  const found = [...exact];
  const add = async (column: Column, matches: Matches | null) => {
    const known = new Set(found.map(({ id }) => id));
    const ids = matches?.ids ?? (await newestOf(pool, question, { query, column, upTo: end + known.size }));
    const where = column === "title" ? "title" : "text";
    found.push(...ids.flatMap((id): Found[] => (known.has(id) ? [] : [{ id, where }])));
  };
  await add("title", titles);
  if (found.length < end && isInTexts) await add("body", texts);
  const counted = isInTexts ? texts : titles;
  return { found: found.slice(offset, end), total: cappedAt(counted?.count ?? cap + 1, cap) };
}

/** How many texts hold some words, without finding them. */
export async function countMatches(pool: PortalPool, question: SearchQuestion): Promise<CappedCount> {
  const query = tsQuery(question.terms);
  if (query === null || question.terms.tokens.length === 0) return cappedAt(0, question.cap);
  const [, texts] = await fetchMatches(pool, question, query);
  return cappedAt(texts?.count ?? question.cap + 1, question.cap);
}

type Column = "title" | "body";

/** The newest of some matches, and how many there are. */
interface Matches {
  readonly ids: readonly string[];
  readonly count: number;
}

/** The matches in titles and in texts, counted and sorted where they lie; null where there are more than `cap`. */
async function fetchMatches(
  pool: PortalPool,
  { filter, terms, cap, offset, limit, longLists }: SearchQuestion,
  query: string,
): Promise<[titles: Matches | null, texts: Matches | null]> {
  const where = conditionsOf(filter, 3);
  const nameOf = (column: Column) => JSON.stringify([column, query, cap, filter]);
  const wanted = (terms.tokens.length > 0 ? (["title", "body"] as const) : (["title"] as const)).filter(
    (column) => !longLists.has(nameOf(column)),
  );
  if (wanted.length === 0) return [null, null];
  const rows = await pool.rows<Matches & { column: Column }>(
    {
      text: wanted
        .map(
          (column) => `
        (with found as materialized (
          select id, published_at from portal.item_search where ${column} @@ $1::tsquery and ${where.text} limit $2)
        select '${column}' as column, (select count(*) from found) as count,
          array(select id from found order by published_at desc, id desc limit $3) as ids)`,
        )
        .join(" union all "),
    },
    // What was found already as number or as title is in there again, at most fifty times.
    [query, cap + 1, (offset + limit) * 2 + MOST_EXACT, ...where.values],
  );
  const matchesOf = (column: Column) => {
    const matches = rows.find((row) => row.column === column);
    if (matches === undefined) return null;
    if (matches.count <= cap) return matches;
    longLists.add(nameOf(column));
    return null;
  };
  return [matchesOf("title"), matchesOf("body")];
}

interface Walk {
  readonly query: string;
  readonly column: Column;
  readonly upTo: number;
}

/** The newest of very many matches; when the walk takes too long, the newest of some of them. */
async function newestOf(pool: PortalPool, question: SearchQuestion, walk: Walk): Promise<string[]> {
  try {
    return await walkDates(pool, question, walk);
  } catch (error) {
    if (!isAppError(error) || error.code !== "DATABASE_BUSY") throw error;
    const { filter, cap } = question;
    const where = conditionsOf(filter, 3);
    const text = `select id from (
      select id, published_at from portal.item_search where ${walk.column} @@ $1::tsquery and ${where.text} limit $2) some
      order by published_at desc, id desc limit $3`;
    const rows = await pool.rows<{ id: string }>({ text }, [walk.query, cap, walk.upTo, ...where.values]);
    return rows.map(({ id }) => id);
  }
}

async function exactMatches(reader: PortalReader, { text, filter }: SearchQuestion): Promise<Found[]> {
  const title = titleKey(text);
  if (title === "") return [];
  const where = conditionsOf(filter, 3);
  const rows = await reader.rows<{ id: string; how: "number" | "exact-title" }>(
    {
      text: `
        select id, case when number_key = $1 or index_key = $2 then 'number' else 'exact-title' end as how
        from portal.item_search where (number_key = $1 or index_key = $2 or title_key = $3) and ${where.text}
        order by how desc, published_at desc, id limit ${MOST_EXACT}`,
    },
    [numberKey(text) ?? title, text.normalize("NFKC").trim().toUpperCase(), title, ...where.values],
  );
  return rows
    .map(({ id, how }): Found => ({ id, where: how }))
    .sort((one, other) => (one.where === other.where ? 0 : one.where === "number" ? -1 : 1));
}

/** Along the index of the dates until enough are found. The planner's own choice costs seconds when it misjudges a word. */
async function walkDates(
  pool: PortalPool,
  { filter, walkMilliseconds }: SearchQuestion,
  { query, column, upTo }: Walk,
): Promise<string[]> {
  const where = conditionsOf(filter, 2);
  const settings = `set local enable_bitmapscan = off; set local enable_seqscan = off; set local enable_sort = off;
    set local statement_timeout = ${Math.round(walkMilliseconds)}`;
  return pool.together(settings, async (reader) => {
    const rows = await reader.rows<{ id: string }>(
      {
        text: `select id from portal.item_search where ${column} @@ $1::tsquery and ${where.text}
          order by published_at desc, id desc limit $2`,
      },
      [query, upTo, ...where.values],
    );
    return rows.map(({ id }) => id);
  });
}

/** What a hit shows besides its title: the snapshot and the texts of its attachments. */
export async function readTexts(
  reader: PortalReader,
  ids: readonly string[],
): Promise<Map<string, { summary: ItemSummary; item: PublishedItem; attachments: { name: string; text: string }[] }>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{
    id: string;
    summary: ItemSummary;
    body: PublishedItem;
    attachments: { name: string; text: string }[] | null;
  }>(
    {
      name: "texts",
      text: `
        select id, summary, body, (
          select jsonb_agg(jsonb_build_object('name', name, 'text', left(body_text, 100000)) order by id)
          from portal.attachment where item_id = item.id and body_text is not null
        ) as attachments
        from portal.item join portal.item_snapshot using (id) where id = any($1::text[])`,
    },
    [ids],
  );
  return new Map(rows.map(({ id, summary, body, attachments }) => [id, { summary, item: body, attachments: attachments ?? [] }]));
}

/** Titles that begin as typed, then titles that hold what was typed. */
export async function suggestTitles(
  reader: PortalReader,
  {
    text,
    terms,
    agencyId,
    limit,
  }: { readonly text: string; readonly terms: SearchTerms; readonly agencyId: string | null; readonly limit: number },
): Promise<{ id: string; title: string; agency_id: string }[]> {
  const key = titleKey(text);
  const query = tsQuery(terms);
  if (key === "") return [];
  const mine = agencyId === null ? "true" : "agency_id = $3";
  const own = agencyId === null ? [] : [agencyId];
  const beginning = await reader.rows<{ id: string; title: string; agency_id: string }>(
    {
      // Not named: only with the words known can the planner use the index for their beginning.
      text: `select id, summary ->> 'title' as title, agency_id from portal.item
        where title_key like $1 and not is_tombstone and ${mine} order by title_key limit $2`,
    },
    [`${key.replaceAll(/[\\%_]/g, "")}%`, limit, ...own],
  );
  if (beginning.length >= limit || query === null) return beginning;
  const known = beginning.map(({ id }) => id);
  const holding = await reader.rows<{ id: string; title: string; agency_id: string }>(
    {
      text: `select id, summary ->> 'title' as title, agency_id from portal.item where id in (
          select id from portal.item_search where title @@ $1::tsquery and ${mine} limit 200) order by published_at desc limit $2`,
    },
    [query, limit, ...own],
  );
  return [...beginning, ...holding.filter(({ id }) => !known.includes(id))].slice(0, limit);
}

/** Terms that begin as typed. */
export async function suggestTerms(
  reader: PortalReader,
  text: string,
  limit: number,
): Promise<{ text: string; agency_id: string | null }[]> {
  const key = titleKey(text).replaceAll(/[\\%_]/g, "");
  if (key === "") return [];
  return reader.rows(
    {
      text: "select body ->> 'text' as text, agency_id from portal.term where key like $1 and body is not null order by key limit $2",
    },
    [`${key}%`, limit],
  );
}

/** How many titles hold each of some pairs of characters; one that is not in the list is in none. */
export async function readGrams(reader: PortalReader, tokens: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.rows<{ gram: string; items: number }>(
    { name: "grams", text: "select gram, items from portal.gram where gram = any($1::text[])" },
    [tokens],
  );
  return new Map(rows.map(({ gram, items }) => [gram, items]));
}

interface AnyOf {
  readonly tokens: readonly string[];
  readonly agencyId: string | null;
  readonly limit: number;
}

/** Items whose titles hold any of some pairs. */
export async function itemsWithAny(reader: PortalReader, { tokens, agencyId, limit }: AnyOf): Promise<ItemSummary[]> {
  const query = tsQuery({ tokens, prefix: null }, "|");
  if (query === null) return [];
  const rows = await reader.rows<{ summary: ItemSummary }>(
    {
      text: `select summary from portal.item where id in (
        select id from portal.item_search where title @@ $1::tsquery ${agencyId === null ? "" : "and agency_id = $3"} limit $2)`,
    },
    [query, limit, ...(agencyId === null ? [] : [agencyId])],
  );
  return rows.map(({ summary }) => summary);
}

/** Their titles alone: six hundred summaries take long to read. */
export async function titlesWithAny(
  reader: PortalReader,
  { tokens, agencyId, limit }: AnyOf,
): Promise<{ id: string; title: string; agency_id: string }[]> {
  const query = tsQuery({ tokens, prefix: null }, "|");
  if (query === null) return [];
  return reader.rows(
    {
      text: `select id, summary ->> 'title' as title, agency_id from portal.item where id in (
        select id from portal.item_search where title @@ $1::tsquery ${agencyId === null ? "" : "and agency_id = $3"} limit $2)`,
    },
    [query, limit, ...(agencyId === null ? [] : [agencyId])],
  );
}
