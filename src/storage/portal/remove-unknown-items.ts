import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** Takes out of the portal what the register knows nothing of: left behind by a restored backup. Gives how many. */
export async function removeUnknownItems(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql`
    delete from portal.item where not exists (select from information_item where information_item.id = item.id) returning id`.execute(
    db,
  );
  return rows.length;
}
