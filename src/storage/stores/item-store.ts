import { type Kysely, type Selectable, sql } from "kysely";
import { AppError } from "../../errors.js";
import type { InformationItem, ItemEvent, ItemEventBody } from "../../register/publishing/item-event.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";
import { type NewEvent, recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";

/** Opens the record of an item in the chain of its agency; nothing is known of it yet. */
export async function addItem(
  writing: Writing,
  { id, isSample }: Pick<InformationItem, "id" | "isSample">,
): Promise<InformationItem> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const known = await trx.selectFrom("information_item").select("id").where("id", "=", id).executeTakeFirst();
  if (known !== undefined) throw new AppError("RECORD_ID_REUSED", { id });
  await writing.add("information_item", [
    { id, chain_id: chain, is_sample: isSample, recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
  return { id, agencyId: chain, isSample, events: [], version: 0 };
}

/** Adds one event to an item that was read in the same transaction, so that nobody can have come in between. */
export async function addItemEvent(
  writing: Writing,
  item: InformationItem,
  { id, body, reason }: NewEvent<ItemEventBody>,
): Promise<InformationItem> {
  const { chain, recordedAt, recordedBy } = writing;
  if (item.agencyId !== chain) throw new Error("An item is written in the chain of its agency.");
  const sequence = item.version + 1;
  await writing.add("item_event", [
    {
      item_id: item.id,
      sequence,
      id,
      chain_id: chain,
      body: JSON.stringify(body),
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      reason: reason ?? null,
    },
  ]);
  const event: ItemEvent = { id, sequence, recordedAt, recordedBy, ...(reason === undefined ? {} : { reason }), body };
  return { ...item, events: [...item.events, event], version: sequence };
}

/** An item with everything that happened to it; null when there is none. `db` may be the transaction that goes on to write. */
export async function itemOf(db: Kysely<Tables>, id: string): Promise<InformationItem | null> {
  return (await itemsOf(db, [id]))[0] ?? null;
}

/** Items by their ids, in the order of the ids given; those there are not are left out. */
export async function itemsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<InformationItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("information_item").selectAll().where("id", "=", sql<string>`any(${ids})`).execute();
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom("item_event")
    .selectAll()
    .where("item_id", "=", sql<string>`any(${ids})`)
    .orderBy("item_id")
    .orderBy("sequence")
    .execute();
  const byItem = groupedBy(events, (event) => event.item_id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id): InformationItem[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const own = (byItem.get(id) ?? []).map(eventOf);
    return [{ id, agencyId: row.chain_id, isSample: row.is_sample, events: own, version: own.length }];
  });
}

function eventOf(row: Selectable<Tables["item_event"]>): ItemEvent {
  return { ...recordedOf(row), body: row.body as ItemEventBody }; // written as such
}

const PAGE = 200;

/** The items of an agency in the order of their ids, a page at a time. */
export async function* loadItems({ db }: Database, agencyId: string): AsyncGenerator<InformationItem> {
  for (let after = ""; ; ) {
    const ids = await db
      .selectFrom("information_item")
      .select("id")
      .where("chain_id", "=", agencyId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield* await itemsOf(
      db,
      ids.map(({ id }) => id),
    );
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last.id;
  }
}

/** The ids of the items that have ever been tied to an item. */
export async function itemsSpeakingOf(db: Kysely<Tables>, targetId: string): Promise<string[]> {
  const { rows } = await sql<{ item_id: string }>`
    select distinct item_id from item_event
    where body ->> 'targetId' = ${targetId} and body ->> 'type' in ('linked', 'unlinked')
    order by item_id`.execute(db);
  return rows.map(({ item_id: id }) => id);
}
