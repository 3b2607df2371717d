import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** Makes portal.gram anew from the titles that are searched, in one transaction: whoever reads sees the old or the new. */
export async function refreshGrams(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6947005)`.execute(trx);
    await sql`delete from portal.gram`.execute(trx);
    await sql`
      insert into portal.gram (gram, items)
      select word, ndoc from ts_stat('select title from portal.item_search') where length(word) > 1`.execute(trx);
  });
}
