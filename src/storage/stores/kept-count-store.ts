import { sql } from "kysely";
import type { Database } from "../database.js";

/** Which count is wanted: of a question, at an end of the log. */
export interface KeptCountKey {
  /** The agency whose report it is. */
  readonly agencyId: string;
  readonly year: number;
  /** What stands for the question. */
  readonly asked: string;
  /** What stands for the logs of the agencies that are counted. */
  readonly logEnd: string;
}

/** A count with the question it answers. */
export interface KeptCount extends KeptCountKey {
  readonly asOf: string;
  readonly question: string;
  readonly count: string;
}

/** Of each question the last few ends of the log are kept, for whoever asks as of an earlier instant. */
const MOST_OF_A_YEAR = 6;

/** The counts that are kept for these questions at these ends of the logs, by agency; those of other ends are not among them. */
export async function loadKeptCounts({ db }: Database, wanted: readonly KeptCountKey[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ chain_id: string; count: string }>`
    select kept.chain_id, kept.count
    from unnest(${wanted.map(({ agencyId }) => agencyId)}::text[], ${wanted.map(({ year }) => year)}::int[],
        ${wanted.map(({ asked }) => asked)}::text[], ${wanted.map(({ logEnd }) => logEnd)}::text[]) as wanted (chain_id, year, asked, log_end)
      join kept_count kept using (chain_id, year, asked, log_end)`.execute(db);
  return new Map(rows.map(({ chain_id, count }) => [chain_id, count]));
}

/** Keeps counts and lets the oldest of the same agency and year go. */
export async function keepCounts({ db }: Database, counts: readonly KeptCount[]): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    insert into kept_count (chain_id, year, asked, log_end, as_of, question, count)
    select * from unnest(${counts.map(({ agencyId }) => agencyId)}::text[], ${counts.map(({ year }) => year)}::int[],
      ${counts.map(({ asked }) => asked)}::text[], ${counts.map(({ logEnd }) => logEnd)}::text[],
      ${counts.map(({ asOf }) => asOf)}::timestamptz[], ${counts.map(({ question }) => question)}::text[],
      ${counts.map(({ count }) => count)}::text[])
    on conflict do nothing`.execute(db);
  await sql`
    delete from kept_count where ctid in (
      select ctid from (
        select ctid, row_number() over (partition by chain_id, year order by kept_at desc) as place
        from kept_count where chain_id = any(${counts.map(({ agencyId }) => agencyId)}::text[])
      ) ranked
      where place > ${MOST_OF_A_YEAR})`.execute(db);
}

/** Throws all kept counts away: the next tally counts anew. Gives how many there were. */
export async function forgetKeptCounts({ db }: Pick<Database, "db">): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("kept_count").executeTakeFirst();
  return Number(numDeletedRows);
}

/** The kept counts, a page at a time. */
export async function* allKeptCounts({ db }: Database): AsyncGenerator<KeptCount[]> {
  for (let after = { chain: "", year: 0, asked: "", end: "" }; ; ) {
    const { rows } = await sql<{
      readonly chain_id: string;
      readonly year: number;
      readonly asked: string;
      readonly log_end: string;
      readonly as_of: string;
      readonly question: string;
      readonly count: string;
    }>`
      select chain_id, year, asked, log_end, as_of, question, count from kept_count
      where (chain_id, year, asked, log_end) > (${after.chain}, ${after.year}::int, ${after.asked}, ${after.end})
      order by chain_id, year, asked, log_end limit 200`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { chain: last.chain_id, year: last.year, asked: last.asked, end: last.log_end };
    yield rows.map(({ chain_id, log_end, as_of, ...row }) => ({ ...row, agencyId: chain_id, logEnd: log_end, asOf: as_of }));
  }
}
