import { type Insertable, type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import { bigramsOf, searchText } from "../../register/case-summary.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";

type Row = Tables["item_summary"];
/** What a list needs of an item; the words to search for are made of title and numbers. */
export type ItemSummary = Omit<Selectable<Row>, "search_text" | "bigrams">;

/** Keeps what lists show of an item, in the transaction that wrote its event. */
export async function keepItemSummary(db: Kysely<Tables>, summary: ItemSummary): Promise<void> {
  const words = [summary.title, summary.index_text, summary.document_number].filter((word) => word !== null).join(" ");
  const row: Insertable<Row> = { ...summary, search_text: searchText(words), bigrams: bigramsOf(words) };
  const { item_id: _id, ...changed } = row;
  await db
    .insertInto("item_summary")
    .values(row)
    .onConflict((conflict) => conflict.column("item_id").doUpdateSet(changed))
    .execute();
}

const SHOWN = [
  "item_id",
  "agency_id",
  "state",
  "title",
  "index_text",
  "document_number",
  "disclosure_item",
  "theme",
  "genre",
  "attribute",
  "document_kind",
  "validity",
  "made_on",
  "counted_from",
  "other_days",
  "published_at",
  "revised_at",
  "is_public",
  "scheduled_for",
  "assessed_on",
  "due_on",
  "turn",
  "turn_roles",
  "turn_people",
  "authors",
  "interprets",
  "version",
  "snapshots",
  "changed_at",
  "is_sample",
] as const satisfies readonly (keyof Row)[];

export async function itemSummaryOf(db: Kysely<Tables>, id: string): Promise<ItemSummary | null> {
  return (await db.selectFrom("item_summary").select(SHOWN).where("item_id", "=", id).executeTakeFirst()) ?? null;
}

/** What a list of items is narrowed to. */
export interface ItemFilter {
  readonly agencyId: string;
  readonly states?: readonly string[] | undefined;
  readonly disclosureItem?: string | undefined;
  /** A class with everything below it: "02" finds "0201". */
  readonly theme?: string | undefined;
  readonly genre?: string | undefined;
  /** Of the day it was made. */
  readonly year?: number | undefined;
  readonly text?: string | undefined;
  /** A step in turn that somebody with these roles may sign, who wrote nothing of it. */
  readonly turnOf?: { readonly id: string; readonly roles: readonly string[] } | undefined;
  readonly author?: string | undefined;
  readonly dueBy?: string | undefined;
  /** A mark of validity. */
  readonly validity?: string | undefined;
  /** Important documents that are public since this instant and that nothing public interprets. */
  readonly uninterpretedSince?: string | undefined;
}

export interface ItemPageAfter {
  readonly changedAt: string;
  readonly id: string;
}

/** A page of a list of items, those changed last first. */
export async function listItemSummaries(
  { db }: Pick<Database, "db">,
  filter: ItemFilter,
  { after, limit }: { readonly after: ItemPageAfter | null; readonly limit: number },
): Promise<ItemSummary[]> {
  let query = db.selectFrom("item_summary").select(SHOWN).where("agency_id", "=", filter.agencyId);
  const { states, disclosureItem, theme, genre, year, turnOf, author, dueBy, validity, uninterpretedSince } = filter;
  if (states !== undefined) query = query.where(sql<boolean>`state = any(${[...states]}::text[])`);
  if (disclosureItem !== undefined) query = query.where("disclosure_item", "=", disclosureItem);
  if (theme !== undefined) query = query.where(sql<boolean>`starts_with(theme, ${theme})`);
  if (genre !== undefined) query = query.where("genre", "=", genre);
  if (year !== undefined) query = query.where("made_on", ">=", `${year}-01-01`).where("made_on", "<=", `${year}-12-31`);
  if (turnOf !== undefined) {
    query = query.where(isTurnOf(turnOf));
  }
  if (author !== undefined) query = query.where(sql<boolean>`${author} = any(authors)`);
  if (dueBy !== undefined) query = query.where("due_on", "<=", dueBy);
  if (validity !== undefined) query = query.where("validity", "=", validity);
  if (uninterpretedSince !== undefined) {
    query = query.where(isUninterpretedSince(uninterpretedSince));
  }
  for (const term of termsOf(filter.text)) {
    const pairs = bigramsOf(term);
    if (pairs.length > 0) query = query.where(sql<boolean>`bigrams @> ${pairs}::text[]`);
    query = query.where(sql<boolean>`position(${term} in search_text) > 0`);
  }
  if (after !== null) query = query.where(sql<boolean>`(changed_at, item_id) < (${after.changedAt}::timestamptz, ${after.id})`);
  return query.orderBy("changed_at", "desc").orderBy("item_id", "desc").limit(limit).execute();
}

/** Whether the step in turn may be signed by somebody with these roles, who wrote nothing of the item. */
export function isTurnOf({ id, roles }: NonNullable<ItemFilter["turnOf"]>): RawBuilder<boolean> {
  return sql<boolean>`turn is not null and turn_roles && ${roles}::text[]
    and (turn_people = '{}' or ${id} = any(turn_people)) and not ${id} = any(authors)`;
}

/** Whether an item is an important document, public since an instant, that nothing public interprets. */
export function isUninterpretedSince(instant: string): RawBuilder<boolean> {
  return sql<boolean>`document_kind is not null and is_public and published_at >= ${instant}
    and not exists (select from item_summary as other where other.agency_id = item_summary.agency_id and other.is_public
      and other.interprets @> array[item_summary.item_id])`;
}

const MOST_TERMS = 8;

function termsOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\s+/)
    .map(searchText)
    .filter((term) => term !== "")
    .slice(0, MOST_TERMS);
}

/** What tells items without a number apart. */
export interface TitledItem {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly madeOn: string | null;
}

/** The items of an agency with these titles; what was withdrawn counts, it is known all the same. */
export async function itemsTitled(
  { db }: Pick<Database, "db">,
  agencyId: string,
  titles: readonly string[],
): Promise<TitledItem[]> {
  if (titles.length === 0) return [];
  const rows = await db
    .selectFrom("item_summary")
    .select(["item_id", "title", "document_number", "made_on"])
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`title = any(${[...titles]}::text[])`)
    .execute();
  return rows.map((row) => ({ id: row.item_id, title: row.title, documentNumber: row.document_number, madeOn: row.made_on }));
}

/** Every item of an agency in some states, those whose day comes first in front. */
export async function summariesInStates(
  { db }: Pick<Database, "db">,
  agencyId: string,
  states: readonly string[],
): Promise<ItemSummary[]> {
  return db
    .selectFrom("item_summary")
    .select(SHOWN)
    .where("agency_id", "=", agencyId)
    .where("state", "in", [...states])
    .orderBy("due_on")
    .orderBy("item_id")
    .execute();
}

/** How many items stand in each column of the catalogue. */
export interface ColumnStanding {
  readonly disclosureItem: string | null;
  readonly published: number;
  readonly drafts: number;
  readonly latestAt: string | null;
}

export async function columnStandings({ db }: Pick<Database, "db">, agencyId: string): Promise<ColumnStanding[]> {
  const { rows } = await sql<{ disclosure_item: string | null; published: number; drafts: number; latest: string | null }>`
    select disclosure_item, count(*) filter (where is_public) as published,
      count(*) filter (where not is_public and state in ('drafting', 'in-review', 'on-hold', 'returned', 'approved', 'scheduled')) as drafts,
      max(revised_at) filter (where is_public) as latest
    from item_summary where agency_id = ${agencyId} group by disclosure_item`.execute(db);
  return rows.map(({ disclosure_item: disclosureItem, published, drafts, latest: latestAt }) => ({
    ...{ disclosureItem, published, drafts, latestAt },
  }));
}

/** Items that are to be published by an instant, the earliest first. */
export async function scheduledBy({ db }: Pick<Database, "db">, instant: string, limit: number): Promise<ItemSummary[]> {
  return db
    .selectFrom("item_summary")
    .select(SHOWN)
    .where("state", "=", "scheduled")
    .where("scheduled_for", "<=", instant)
    .orderBy("scheduled_for")
    .limit(limit)
    .execute();
}

/** Titles by id, of whatever agency. */
export async function summariesByIds(db: Kysely<Tables>, ids: readonly string[]): Promise<ItemSummary[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom("item_summary")
    .select(SHOWN)
    .where("item_id", "in", [...ids])
    .execute();
}

/** Important documents that were published since a day and that nothing interprets. */
export async function uninterpreted({ db }: Pick<Database, "db">, agencyId: string, since: string): Promise<ItemSummary[]> {
  return db
    .selectFrom("item_summary as document")
    .select(SHOWN)
    .where("agency_id", "=", agencyId)
    .where("document_kind", "is not", null)
    .where(sql<boolean>`is_public`)
    .where("published_at", ">=", since)
    .where(
      sql<boolean>`not exists (select from item_summary as other where other.agency_id = ${agencyId} and other.is_public
        and document.item_id = any(other.interprets))`,
    )
    .orderBy("published_at")
    .execute();
}

/** The ids of the items of an agency that were first published between two instants, or that some other channel made public. */
export async function itemsToCount(
  { db }: Pick<Database, "db">,
  agencyId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select item_id as id from item_summary
    where agency_id = ${agencyId} and published_at >= ${from} and published_at < ${until}
    union
    select item_id from item_event where chain_id = ${agencyId} and body ->> 'type' = 'channel-recorded'
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many items of an agency bear each mark of validity. */
export async function marksInUse({ db }: Pick<Database, "db">, agencyId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("item_summary")
    .select(["validity", (of) => of.fn.countAll<string>().as("items")])
    .where("agency_id", "=", agencyId)
    .where("validity", "is not", null)
    .groupBy("validity")
    .execute();
  return new Map(rows.flatMap(({ validity, items }) => (validity === null ? [] : [[validity, Number(items)]])));
}
