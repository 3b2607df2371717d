import { sql } from "kysely";
import type { Database } from "../database.js";

/**
 * The ids of what an agency hands over for a span of instants, in the order of publication: what was first published in it, and what was
 * withdrawn in it, so that archive and library hear of that too. What is made up is handed over only where
 * everything is (`withSample`).
 */
export async function itemsToHandOver(
  { db }: Pick<Database, "db">,
  agencyId: string,
  { from, until, withSample }: { readonly from: string; readonly until: string; readonly withSample: boolean },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select item_id as id, published_at from item_summary
    where agency_id = ${agencyId} and published_at >= ${from} and published_at < ${until} and (${withSample} or not is_sample)
    union
    select summary.item_id, summary.published_at
    from item_event as event join item_summary as summary on summary.item_id = event.item_id
    where event.chain_id = ${agencyId} and event.body ->> 'type' = 'withdrawn'
      and event.recorded_at >= ${from} and event.recorded_at < ${until}
      and not summary.is_public and summary.published_at is not null and (${withSample} or not summary.is_sample)
    order by published_at, id`.execute(db);
  return rows.map(({ id }) => id);
}
