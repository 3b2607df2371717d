import type {
  CappedCount,
  FacetValue,
  ItemFacets,
  ItemFilter,
  ItemSummary,
  PublicFile,
  PublicItem,
} from "../../register/portal/public-item.js";
import type { PublishedItem, PublishedLink, PublishedRelation } from "../../register/publishing/published-item.js";
import type { PortalReader } from "./portal-pool.js";

/** Conditions over the columns that lists and search have alike, with their values. */
export interface Conditions {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Short, and the same for the same text. */
  readonly shape: string;
}

/** A filter as SQL; `$n` begin behind the `taken` ones. */
export function conditionsOf(filter: ItemFilter, taken = 0): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (column: string, value: unknown) => {
    if (value === undefined || value === "") return;
    values.push(value);
    parts.push(`${column} = $${taken + values.length}`);
  };
  const { agencyIds = [] } = filter;
  if (agencyIds.length === 1) add("agency_id", agencyIds[0]);
  else if (agencyIds.length > 1) {
    values.push(agencyIds);
    parts.push(`agency_id = any($${taken + values.length}::text[])`);
  }
  add("disclosure_item", filter.disclosureItem);
  add("theme", filter.theme);
  add("genre", filter.genre);
  add("validity", filter.validity);
  if (filter.year !== undefined) {
    // As a span of time, so that the indexes by date begin there. China has had no summer time since 1992.
    const { year } = filter;
    const last = taken + values.push(`${year}-01-01T00:00:00+08:00`, `${year + 1}-01-01T00:00:00+08:00`);
    parts.push(`published_at >= $${last - 1}::timestamptz and published_at < $${last}::timestamptz`);
  }
  const shape = parts.map((part) => part.slice(0, 3) + (part.includes("any") ? "s" : "")).join("");
  return { text: parts.length === 0 ? "true" : parts.join(" and "), values, shape };
}

interface ListQuestion {
  readonly filter: ItemFilter;
  readonly withoutTombstones: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly countUpTo: number;
  /** How long the list is, where that is known or of no interest. */
  readonly total: CappedCount | null;
}

/** A stretch of a list, the newest first, and how long the list is, counted up to a limit in the same question. */
export async function listItems(
  reader: PortalReader,
  { filter, withoutTombstones, offset, limit, countUpTo, total }: ListQuestion,
): Promise<{ items: ItemSummary[]; total: CappedCount }> {
  const listed = conditionsOf(filter, total === null ? 3 : 2);
  const live = withoutTombstones ? "and not is_tombstone" : "";
  const items = `portal.item where ${listed.text} ${live}`;
  const order = "order by published_at desc, id desc";
  if (total !== null) {
    const text = `select summary from ${items} ${order} limit $1 offset $2`;
    const name = `list ${live === "" ? "all" : "live"} ${listed.shape}`;
    const rows = await reader.rows<{ summary: ItemSummary }>({ name, text }, [limit, offset, ...listed.values]);
    return { items: rows.map(({ summary }) => summary), total };
  }
  const text = `
    select count, summary from (select count(*) as count from (select from ${items} limit $3) stretch) counted
    left join lateral (select published_at, id, summary from ${items} ${order} limit $1 offset $2) listed on true ${order}`;
  // Not named: how it is best counted depends on how long the list is.
  const rows = await reader.rows<{ count: number; summary: ItemSummary | null }>({ text }, [
    ...[limit, offset, countUpTo + 1],
    ...listed.values,
  ]);
  return {
    items: rows.flatMap(({ summary }) => (summary === null ? [] : [summary])),
    total: cappedAt(rows[0]?.count ?? 0, countUpTo),
  };
}

export function cappedAt(count: number, cap: number): CappedCount {
  return count > cap ? { count: cap, isMore: true } : { count, isMore: false };
}

interface ItemRow {
  readonly id: string;
  readonly body: PublishedItem;
  readonly links: readonly { relation: string; direction: "out" | "in"; summary: ItemSummary }[] | null;
}

const ITEM = `
  select id, body, (
    select jsonb_agg(jsonb_build_object('relation', relation, 'direction', direction, 'summary', other.summary)
      order by other.published_at desc, other.id)
    from (
      select relation, 'out' as direction, to_id as other_id from portal.item_link where from_id = item_snapshot.id
      union all
      select relation, 'in', from_id from portal.item_link where to_id = item_snapshot.id
      limit 200
    ) links join portal.item other on other.id = other_id and not other.is_tombstone
  ) as links from portal.item_snapshot`;

/** Items with what they name and what names them. */
export async function readItems(reader: PortalReader, ids: readonly string[]): Promise<Map<string, PublicItem>> {
  const rows = await reader.rows<ItemRow>({ name: "items", text: `${ITEM} where id = any($1::text[])` }, [ids]);
  return new Map(rows.map((row) => [row.id, publicItem(row)]));
}

export async function readItemByIndexNumber(reader: PortalReader, indexNumber: string): Promise<PublicItem | null> {
  const text = `${ITEM} where id = (select id from portal.item where upper(index_number) = upper($1) order by is_tombstone, id limit 1)`;
  const rows = await reader.rows<ItemRow>({ name: "item-by-index", text }, [indexNumber]);
  return rows[0] === undefined ? null : publicItem(rows[0]);
}

/** What each relation is called from the other end. */
const CONVERSE: Readonly<Record<PublishedRelation, PublishedRelation>> = {
  interprets: "interpreted-by",
  "interpreted-by": "interprets",
  repeals: "repealed-by",
  "repealed-by": "repeals",
  amends: "amended-by",
  "amended-by": "amends",
  related: "related",
};

function publicItem({ body, links }: ItemRow): PublicItem {
  const found = new Map<string, PublishedLink>();
  for (const { relation, direction, summary } of links ?? []) {
    const stored = relation as PublishedRelation; // written from a PublishedLink
    const seen = direction === "out" ? stored : CONVERSE[stored];
    found.set(`${seen}|${summary.id}`, { relation: seen, itemId: summary.id, title: summary.title, path: summary.path });
  }
  return { item: body, links: [...found.values()] };
}

/** An attachment of an item that is published. */
export async function readAttachment(reader: PortalReader, id: string): Promise<PublicFile | null> {
  const [row] = await reader.rows<{ name: string; media_type: string; sha256: Buffer; bytes: Buffer }>(
    {
      name: "attachment",
      text: "select name, media_type, sha256, bytes from portal.attachment join portal.blob using (sha256) where id = $1",
    },
    [id],
  );
  if (row === undefined) return null;
  return { name: row.name, mediaType: row.media_type, sha256: row.sha256.toString("hex"), bytes: row.bytes };
}

/** What the choices of the filters hold, in one pass over the items of the filter. */
export async function readFacets(reader: PortalReader, filter: ItemFilter): Promise<ItemFacets> {
  const where = conditionsOf(filter);
  const rows = await reader.rows<FacetRow>(
    {
      text: `
        select coalesce('agency:' || agency_id, 'disclosure:' || disclosure_item, 'theme:' || theme, 'genre:' || genre,
            'year:' || year, 'validity:' || validity) as facet,
          count(*) as count, max(published_at) as newest, min(id) as example
        from portal.item where not is_tombstone and ${where.text}
        group by grouping sets ((agency_id), (disclosure_item), (theme), (genre), (year), (validity))`,
    },
    where.values,
  );
  const named = rows.filter((row): row is FacetRow & { facet: string } => row.facet !== null);
  const examples = await reader.rows<{ summary: ItemSummary }>(
    { text: "select summary from portal.item where id = any($1::text[])" },
    [[...new Set(named.map(({ example }) => example))]],
  );
  const nameOf = new Map<string, string | null>();
  for (const { summary } of examples) {
    nameOf.set(`agency:${summary.agencyId}`, summary.agencyName);
    nameOf.set(`theme:${summary.theme}`, summary.themeName);
    nameOf.set(`validity:${summary.validity}`, summary.validityName);
  }
  const of = (kind: string) =>
    named
      .filter(({ facet }) => facet.startsWith(`${kind}:`))
      .map(({ facet, count, newest }) => {
        const value = facet.slice(kind.length + 1);
        return { value, name: nameOf.get(facet) ?? null, count, newestAt: newest } satisfies FacetValue & { newestAt: string };
      })
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return {
    agencies: of("agency"),
    disclosureItems: of("disclosure"),
    themes: of("theme"),
    genres: of("genre"),
    years: of("year").sort((one, other) => Number(other.value) - Number(one.value)),
    validities: of("validity"),
  };
}

interface FacetRow {
  readonly facet: string | null;
  readonly count: number;
  readonly newest: string;
  readonly example: string;
}

/** What changed behind a number, in the order it changed. */
export async function readChanges(
  reader: PortalReader,
  { filter, after, limit }: { readonly filter: ItemFilter; readonly after: number; readonly limit: number },
): Promise<{ sequence: number; version: number; summary: ItemSummary; revised_at: string | null }[]> {
  const where = conditionsOf(filter, 2);
  return reader.rows(
    {
      text: `select sequence, version, summary, body ->> 'revisedAt' as revised_at
        from portal.item join portal.item_snapshot using (id)
        where sequence > $1 and ${where.text} order by sequence limit $2`,
    },
    [after, limit, ...where.values],
  );
}
