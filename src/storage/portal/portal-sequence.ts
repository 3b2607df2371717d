import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/**
 * The next number of the portal. Held until the commit, so that whoever has read up to a number has missed nothing before it; taken
 * as late in a transaction as can be, because all of the portal waits for it.
 */
export async function nextSequence(trx: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    update portal.counter set value = value + 1, changed_at = greatest(clock_timestamp(), changed_at) returning value`.execute(
    trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The portal has lost its counter.");
  return row.value;
}
