import { sql } from "kysely";
import { AppError } from "../../errors.js";
import type { Database } from "../database.js";
import { REGISTER_CHAIN } from "../write.js";

/**
 * An instant up to which nothing can be added to the chains of some agencies, nor to that of the register: what is counted as of it is
 * the same for ever. Nothing is put on record by it: whoever counts reads, and the chains only learn that they must go on later.
 */
export async function closedInstant({ db }: Pick<Database, "db">, agencyIds: readonly string[]): Promise<string> {
  const chains = [...new Set([...agencyIds, REGISTER_CHAIN])];
  return db.transaction().execute(async (trx) => {
    // Waits for the writes that are under way; in the order of ids, so that two who close the same chains do not wait for one another.
    const { rows } = await sql<{ held: number; instant: string }>`
      with held as materialized (
        select greatest(last_at, closed_at) as last_at from audit_chain where id = any(${chains}::text[]) order by id for no key update)
      select count(*)::int as held, greatest(date_trunc('milliseconds', clock_timestamp()), max(last_at)) as instant from held`.execute(
      trx,
    );
    const [closing] = rows;
    if (closing === undefined || closing.held < chains.length) throw new AppError("AGENCY_UNKNOWN", { id: agencyIds.join("、") });
    const { instant } = closing;
    await sql`
      update audit_chain set closed_at = ${instant}::timestamptz,
        closed_seal = sha256(convert_to(id || chr(31) || ${instant}::text, 'UTF8'))
      where id = any(${chains}::text[]) and closed_at < ${instant}::timestamptz`.execute(trx);
    return instant;
  });
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
