import { sql } from "kysely";
import type { Database } from "../database.js";
import { REGISTER_CHAIN, type Writer } from "../write.js";
import { closedInstant } from "./setting-store.js";

/**
 * An instant up to which nothing can be added to the chains of some agencies, nor to that of the register: what is counted as of it is
 * the same for ever. It is on record in the chain of who asks; the others only learn that they must go on later.
 */
export async function closedInstantOfAll(database: Database, writer: Writer, agencyIds: readonly string[]): Promise<string> {
  const instant = await closedInstant(database, writer);
  const chains = [...new Set([...agencyIds, REGISTER_CHAIN])].filter((id) => id !== writer.chain);
  // Waits for the writes that are under way; in the order of ids, so that two who close the same chains do not wait for one another.
  await sql`
    with held as materialized (select id from audit_chain where id = any(${chains}::text[]) order by id for no key update)
    update audit_chain set closed_at = ${instant}::timestamptz,
        closed_seal = sha256(convert_to(audit_chain.id || chr(31) || ${instant}::text, 'UTF8'))
      from held where audit_chain.id = held.id and closed_at < ${instant}::timestamptz`.execute(database.db);
  return instant;
}

/** How far the log of an agency went at an instant: proves what was counted, and that nothing was put in or taken out since. */
export interface LogEnd {
  readonly agencyId: string;
  readonly length: number;
  readonly hash: string;
}

/** The ends of some chains at an instant, in the order of the ids given. */
export async function logEnds({ db }: Database, agencyIds: readonly string[], asOf: string): Promise<LogEnd[]> {
  const { rows } = await sql<{ agency_id: string; length: number; hash: Buffer | null }>`
    select given.id as agency_id, coalesce(last.position, 0) as length, last.hash
    from unnest(${[...agencyIds]}::text[]) with ordinality as given (id, place)
      left join lateral (
        select position, hash from audit_entry
        where chain_id = given.id and recorded_at <= ${asOf}::timestamptz
        order by position desc limit 1
      ) last on true
    order by given.place`.execute(db);
  return rows.map(({ agency_id: agencyId, length, hash }) => ({
    agencyId,
    length,
    hash: (hash ?? Buffer.alloc(32)).toString("hex"),
  }));
}
