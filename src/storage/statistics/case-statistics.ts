import { type RawBuilder, sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import type { Database } from "../database.js";
import type { WorkingDays } from "./working-days.js";

/** A year of an agency, both days included. */
export interface CountedYear {
  readonly agencyId: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** How long some cases took, in working days. */
export interface Spread {
  readonly cases: number;
  readonly median: number | null;
  readonly mean: number | null;
  /** Nine in ten took no longer. */
  readonly ninth: number | null;
}

export interface NamedSpread extends Spread {
  readonly name: string;
}

/** What came in and what was answered, by month, "2025-03". */
export interface MonthFlow {
  readonly month: string;
  readonly received: number;
  readonly closed: number;
}

const RECEIVED = sql`coalesce(received_on, arrived_on)`;
/** Answered, and not only at an end: withdrawn and lapsed requests say nothing of how long an answer takes. */
export const ANSWERED = sql`received_on is not null and outcome is not null and state not in ('withdrawn', 'lapsed')
  and outcome not in ('other.no_correction', 'other.no_payment') and (served_on is not null or state = 'decided')`;

export async function monthFlows({ db }: Database, { agencyId, from, until }: CountedYear): Promise<MonthFlow[]> {
  const { rows } = await sql<MonthFlow>`
    with moved as (
      select to_char(${RECEIVED}, 'YYYY-MM') as month, 1 as received, 0 as closed
        from case_summary where agency_id = ${agencyId} and ${RECEIVED} between ${from} and ${until}
      union all
      select to_char(closed_on, 'YYYY-MM'), 0, 1
        from case_summary where agency_id = ${agencyId} and closed_on between ${from} and ${until})
    select month, sum(received)::int as received, sum(closed)::int as closed from moved group by month order by month`.execute(
    db,
  );
  return rows;
}

export interface CountedGroup {
  readonly name: string;
  readonly count: number;
}

/** What came in in the year, by a property. */
export async function receivedBy(
  { db }: Database,
  column: "channel" | "requester_kind",
  { agencyId, from, until }: CountedYear,
): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    select ${sql.ref(column)} as name, count(*)::int as count from case_summary
    where agency_id = ${agencyId} and ${RECEIVED} between ${from} and ${until}
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

export async function closedByOutcome({ db }: Database, { agencyId, from, until }: CountedYear): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    select outcome as name, count(*)::int as count from case_summary
    where agency_id = ${agencyId} and closed_on between ${from} and ${until} and outcome is not null
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/** How one year stands: what came in, what was answered and when, what is open. */
export interface AgencyStanding extends Spread {
  readonly agencyId: string;
  readonly received: number;
  readonly closed: number;
  /** Answered after the last day. */
  readonly closedLate: number;
  readonly extended: number;
  readonly open: number;
  readonly openLate: number;
  readonly firstDay: PlainDate | null;
}

/** The standing of agencies, one row for each that has cases. */
export async function agencyStandings(
  { db }: Database,
  days: WorkingDays,
  { agencies, from, until, today }: Omit<CountedYear, "agencyId"> & { agencies: readonly string[]; today: PlainDate },
): Promise<AgencyStanding[]> {
  const took = days.between(sql`received_on`, sql`closed_on`);
  const isClosed = sql`closed_on between ${from} and ${until}`;
  const isAnswered = sql`(${isClosed} and ${ANSWERED})`;
  const { rows } = await sql<AgencyStanding>`
    with days as (${days.table}),
    counted as materialized (
      select agency_id, arrived_on, due_on, closed_on, is_open,
        ${RECEIVED} between ${from} and ${until} as is_received,
        ${isClosed} as is_closed,
        case when ${isAnswered} then ${took} end as took
      from case_summary where agency_id = any(${agencies}))
    select agency_id as "agencyId",
      count(*) filter (where is_received)::int as received,
      count(*) filter (where is_closed)::int as closed,
      count(*) filter (where took is not null and closed_on > due_on)::int as "closedLate",
      count(*) filter (where is_open)::int as open,
      count(*) filter (where is_open and due_on < ${today})::int as "openLate",
      coalesce((select count(distinct case_id) from case_course
        where chain_id = agency_id and known_until = 'infinity' and is_extended and closed_on between ${from} and ${until}), 0)::int as extended,
      min(arrived_on) as "firstDay",
      ${spread(sql`took`)}
    from counted group by agency_id`.execute(db);
  return rows;
}

/** The four figures of a spread over an expression; nulls are left out. */
export function spread(took: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`count(${took})::int as cases,
    percentile_cont(0.5) within group (order by ${took}) as median,
    round(avg(${took}), 1)::float as mean,
    percentile_disc(0.9) within group (order by ${took})::int as ninth`;
}

/** How many answers took how many working days. */
export async function answerDays(
  { db }: Database,
  days: WorkingDays,
  { agencyId, from, until }: CountedYear,
): Promise<{ readonly days: number; readonly count: number; readonly late: number }[]> {
  const { rows } = await sql<{ days: number; count: number; late: number }>`
    with days as (${days.table})
    select ${days.between(sql`received_on`, sql`closed_on`)} as days, count(*)::int as count,
      count(*) filter (where closed_on > due_on)::int as late
    from case_summary
    where agency_id = ${agencyId} and closed_on between ${from} and ${until} and ${ANSWERED}
    group by 1 order by 1`.execute(db);
  return rows;
}

/** How long the answers took by the unit inside the agency that worked on them; "" is the office itself. */
export async function spreadByUnit({ db }: Database, days: WorkingDays, year: CountedYear): Promise<NamedSpread[]> {
  const { agencyId, from, until } = year;
  const { rows } = await sql<NamedSpread>`
    with days as (${days.table}),
    answered as materialized (
      select coalesce(unit, '') as name, ${days.between(sql`received_on`, sql`closed_on`)} as took
      from case_summary where agency_id = ${agencyId} and closed_on between ${from} and ${until} and ${ANSWERED})
    select name, ${spread(sql`took`)} from answered group by name order by count(*) desc, name limit 40`.execute(db);
  return rows;
}
