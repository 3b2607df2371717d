import type { Kysely } from "kysely";
import type { Tables } from "../tables.js";

/** Reads as of one moment, whatever is published meanwhile. */
export async function inOneSnapshot<Outcome>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<Outcome>,
): Promise<Outcome> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}
