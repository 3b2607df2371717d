import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";
import { nextSequence } from "./portal-sequence.js";

/** Takes out of the portal what the register knows nothing of: left behind by a restored backup. Gives how many. */
export async function removeUnknownItems(db: Kysely<Tables>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql`
      delete from portal.item where not exists (select from information_item where information_item.id = item.id) returning id`.execute(
      trx,
    );
    // Pages that were kept are made anew: a number that no item accounts for says that anything may have changed.
    if (rows.length > 0) await nextSequence(trx);
    return rows.length;
  });
}
