import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** Makes portal.gram anew from the titles that are searched, in one transaction: whoever reads sees the old or the new. */
export async function refreshGrams(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6947005)`.execute(trx);
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`delete from portal.gram`.execute(trx);
    await sql`
      insert into portal.gram (gram, items)
      select word, ndoc from ts_stat('select title from portal.item_search') where length(word) > 1 and word not like '#%'`.execute(
      trx,
    );
  });
  // The planner knows too little of a table that was filled a moment ago.
  for (const table of ["gram", "item", "item_search", "item_snapshot"]) await sql`analyze ${sql.id("portal", table)}`.execute(db);
}

/** The subjects that items bear, as words to look for. */
export async function subjectTerms(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct summary ->> 'themeName' as name from portal.item where not is_tombstone and theme is not null`.execute(db);
  return rows.flatMap(({ name }) => (name === null ? [] : [name.split("\\").at(-1) ?? name]));
}
