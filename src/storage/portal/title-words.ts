import { type SearchTerms, titleKey } from "../../document/search-tokens.js";
import type { ItemSummary } from "../../register/portal/public-item.js";
import type { PortalPool, PortalReader } from "./portal-pool.js";
import { tsQuery, within } from "./search-items.js";

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

/** Their titles alone: the summaries of very many take long to read. */
export async function titlesWithAny(
  pool: PortalPool,
  { tokens, agencyId, limit }: AnyOf,
): Promise<{ id: string; title: string; agency_id: string }[]> {
  const query = tsQuery({ tokens, prefix: null }, "|");
  if (query === null) return [];
  return pool.search(
    {
      name: "titles-any",
      text: `select id, summary ->> 'title' as title, agency_id from portal.item where id in (
        select id from portal.item_search where title @@ $1::tsquery limit $2)`,
    },
    [within(query, agencyId === null ? [] : [[`#a:${agencyId}`]]), limit],
  );
}
