import { sql } from "kysely";
import type { Database } from "../database.js";
import type { CountedGroup, CountedYear } from "./case-statistics.js";

/** Reconsiderations or lawsuits of a year. */
export interface ReviewCount {
  readonly kind: "reconsideration" | "litigation";
  readonly filed: number;
  readonly upheld: number;
  readonly corrected: number;
  readonly other: number;
  /** Without a result that stands at the end of the year or now. */
  readonly pending: number;
}

/** Every act that stands: one that was corrected with its correction, one that never happened not at all. */
const standing = (agencyId: string) => sql`
  select event.proceeding_id, event.sequence, coalesce(fixed.body, event.body) as body
  from proceeding_event event left join (
    select distinct on (body ->> 'eventId') body ->> 'eventId' as id, body -> 'replacement' as body
    from proceeding_event where chain_id = ${agencyId} and body ->> 'type' = 'corrected' order by body ->> 'eventId', sequence desc
  ) as fixed on fixed.id = event.id
  where event.chain_id = ${agencyId} and event.body ->> 'type' <> 'corrected'`;

/** The course of each proceeding: when it was brought, and the last conclusion no appeal has taken up. */
const courses = (agencyId: string) => sql`
  acts as materialized (${standing(agencyId)}),
  filed as (select proceeding_id, min(body ->> 'on')::date as filed_on from acts where body ->> 'type' = 'filed' group by 1),
  ended as (
    select distinct on (proceeding_id) proceeding_id, body ->> 'type' as type, (body ->> 'on')::date as ended_on, body ->> 'result' as result
    from acts where body ->> 'type' in ('concluded', 'appealed') order by proceeding_id, sequence desc),
  courses as (
    select proceeding.id, proceeding.body ->> 'kind' as kind, proceeding.body ->> 'requestId' as request_id, filed_on,
      case when ended.type = 'concluded' then ended_on end as ended_on, case when ended.type = 'concluded' then result end as result
    from proceeding join filed on filed.proceeding_id = proceeding.id left join ended on ended.proceeding_id = proceeding.id
    where proceeding.chain_id = ${agencyId} and (proceeding.body ->> 'isCoDefendant') is distinct from 'true')`;

export async function reviewCounts({ db }: Database, { agencyId, from, until }: CountedYear): Promise<ReviewCount[]> {
  const { rows } = await sql<ReviewCount>`
    with ${courses(agencyId)}
    select kind,
      count(*) filter (where filed_on between ${from} and ${until})::int as filed,
      count(*) filter (where result = 'upheld' and ended_on between ${from} and ${until})::int as upheld,
      count(*) filter (where result = 'corrected' and ended_on between ${from} and ${until})::int as corrected,
      count(*) filter (where result = 'other' and ended_on between ${from} and ${until})::int as other,
      count(*) filter (where filed_on <= ${until} and (ended_on is null or ended_on > ${until}))::int as pending
    from courses group by kind order by kind desc`.execute(db);
  return rows;
}

/** What reviews of the year corrected: the first answers of the cases concerned. */
export async function correctedOutcomes({ db }: Database, { agencyId, from, until }: CountedYear): Promise<CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    with ${courses(agencyId)}
    select coalesce(case_summary.outcome, '') as name, count(distinct coalesce(request_id, courses.id))::int as count
    from courses left join case_summary on case_summary.case_id = request_id
    where result = 'corrected' and ended_on between ${from} and ${until}
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/** Items that are public, by the month they were published in and the item of the Regulations; "" is none of them. */
export async function publishedByItem(
  { db }: Database,
  { agencyId, from, until }: CountedYear,
): Promise<{ readonly item: string; readonly month: string; readonly count: number }[]> {
  const { rows } = await sql<{ item: string; month: string; count: number }>`
    select coalesce(disclosure_item, '') as item, to_char(published_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
    from item_summary
    where agency_id = ${agencyId} and is_public
      and published_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
      and published_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** How many items agencies have made public in a year. */
export async function publishedCounts(
  { db }: Database,
  { agencies, from, until }: Omit<CountedYear, "agencyId"> & { readonly agencies: readonly string[] },
): Promise<Map<string, number>> {
  const { rows } = await sql<CountedGroup>`
    select agency_id as name, count(*)::int as count from item_summary
    where agency_id = any(${agencies}) and is_public
      and published_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
      and published_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by 1`.execute(db);
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** How far the reports of a year are: the editions frozen, and whether one was released. */
export async function reportStandings(
  { db }: Database,
  { agencies, year }: { readonly agencies: readonly string[]; readonly year: number },
): Promise<Map<string, { readonly editions: number; readonly isReleased: boolean }>> {
  const { rows } = await sql<{ agency: string; editions: number; isReleased: boolean }>`
    select edition.chain_id as agency, count(*)::int as editions,
      bool_or(exists (
        select from setting_version setting
        where setting.chain_id = edition.chain_id and setting.name = 'report-release/' || edition.year || '/' || edition.edition)) as "isReleased"
    from report_edition edition where edition.chain_id = any(${agencies}) and year = ${year} group by 1`.execute(db);
  return new Map(rows.map(({ agency, editions, isReleased }) => [agency, { editions, isReleased }]));
}

/** The number of entries in the chain of each agency: as long as it is the same, nothing was written. */
export async function chainLengths({ db }: Database, agencies: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("audit_chain")
    .select(["id", "length"])
    .where("id", "=", sql<string>`any(${agencies})`)
    .execute();
  return new Map(rows.map(({ id, length }) => [id, length]));
}
