import { sql } from "kysely";
import type { Database } from "../database.js";
import { ANSWERED, type CountedYear, type Spread, spread } from "./case-statistics.js";
import type { WorkingDays } from "./working-days.js";

/**
 * Where the time of a request goes. From the work on it to the signature is one stage ("drafting"), but where its letter was submitted for
 * signature here it is two: until it was submitted ("writing"), and from then on ("signing").
 */
const COURSE_STAGES = ["allocation", "consultation", "drafting", "writing", "signing", "service"] as const;
export type CourseStage = (typeof COURSE_STAGES)[number];

/** Stages that are told only where there is something of them. */
const DIVIDED: ReadonlySet<CourseStage> = new Set(["drafting", "writing", "signing"]);

export interface StageSpread extends Spread {
  readonly stage: CourseStage;
  /** Spread over every answer, those without this stage too: so the stages add up. */
  readonly share: number | null;
}

/** An act that begins waiting for somebody else, and those that end it. */
const WAITS = [
  ["clarification-requested", ["clarified", "clarification-lapsed"]],
  ["third-party-asked", ["third-party-answered"]],
  ["joint-maker-asked", ["joint-maker-answered"]],
  ["reasons-asked", ["reasons-given"]],
  ["fee-noticed", ["fee-paid", "fee-lapsed"]],
] as const;

const OPENING = WAITS.map(([asks]) => asks);
const ENDING = WAITS.flatMap(([, answers]) => [...answers]);

/**
 * How long the answers of a year stood in each stage, from the acts on record: from receipt to 分办; waiting for requester, third party or
 * joint maker (spans that overlap count once); the rest until the decision; from the decision to service. An act that was corrected stands
 * with its correction. The rest is divided where the letter of the decision was first submitted for signature: what comes back to be mended
 * is time of the signature.
 */
export async function stageSpreads({ db }: Database, days: WorkingDays, year: CountedYear): Promise<StageSpread[]> {
  const { agencyId, from, until } = year;
  const kindOf = sql`case ${sql.join(
    WAITS.flatMap(([asks, answers]) => [asks, ...answers].map((type) => sql`when type = ${type} then ${asks}`)),
    sql` `,
  )} end`;
  const { rows } = await sql<StageSpread>`
    with days as (${days.table}),
    answered as materialized (
      select case_id, received_on, closed_on, served_on from case_summary
      where agency_id = ${agencyId} and closed_on between ${from} and ${until} and ${ANSWERED}),
    fixed as materialized (
      select distinct on (body ->> 'eventId') body ->> 'eventId' as id, body -> 'replacement' as body
      from case_event where chain_id = ${agencyId} and type = 'corrected' order by body ->> 'eventId', sequence desc),
    acts as materialized (
      select case_id, coalesce(fixed.body ->> 'type', event.type) as type, coalesce(fixed.body ->> 'on', event.happened_on)::date as day
      from case_event event left join fixed on fixed.id = event.id
      where chain_id = ${agencyId} and event.type = any(${["accepted", "transferred", ...OPENING, ...ENDING]})
        and (fixed.id is null or jsonb_typeof(fixed.body) = 'object')),
    allocated as materialized (
      select case_id, min(day) as day from acts where type in ('accepted', 'transferred') group by case_id),
    spans as (
      select case_id, ${kindOf} as kind,
        min(day) filter (where type = any(${OPENING})) as asked, max(day) filter (where type = any(${ENDING})) as told
      from acts where type not in ('accepted', 'transferred') group by 1, 2),
    waits as materialized (
      select case_id, (select sum(${days.between(sql`lower(span)`, sql`upper(span)`)}) from unnest(spans) as span)::int as waited
      from (
        select case_id, range_agg(daterange(asked, least(coalesce(told, closed_on), closed_on))) as spans
        from spans join answered using (case_id)
        where asked is not null and asked < least(coalesce(told, closed_on), closed_on) and asked >= received_on
        group by case_id) as spanned),
    submitted as materialized (
      select signed.case_id, min(submitted.body ->> 'on')::date as day
      from letter_draft_event signed
        join issued_letter letter on letter.id = signed.body ->> 'letter'
        join case_event act on act.case_id = signed.case_id and act.id = letter.act_event_id and act.type = 'decided'
        join letter_draft_event submitted on submitted.case_id = signed.case_id and submitted.letter_id = signed.letter_id
          and submitted.sequence < signed.sequence and submitted.body ->> 'type' = 'submitted'
      where signed.chain_id = ${agencyId} and signed.body ->> 'type' = 'signed' group by signed.case_id),
    timed as materialized (
      select case when allocated.day is not null then ${days.between(sql`received_on`, sql`greatest(least(allocated.day, closed_on), received_on)`)} end as allocation, waited as consultation,
        ${days.between(sql`received_on`, sql`closed_on`)} as whole, ${days.between(sql`closed_on`, sql`served_on`)} as service,
        case when submitted.day is not null then ${days.between(sql`greatest(least(submitted.day, closed_on), received_on)`, sql`closed_on`)} end as signing
      from answered left join allocated using (case_id) left join waits using (case_id) left join submitted using (case_id)),
    divided as (
      select allocation, consultation, service, rest, case when signing is not null then least(signing, rest) end as signing
      from timed cross join lateral (select greatest(whole - coalesce(allocation, 0) - coalesce(consultation, 0), 0) as rest) as one),
    stages as (
      select stage, took from divided cross join lateral (values
        ('allocation', allocation), ('consultation', consultation),
        ('drafting', case when signing is null then rest end), ('writing', rest - signing), ('signing', signing),
        ('service', service)) as one (stage, took))
    select stage, ${spread(sql`took`)}, round(avg(coalesce(took, 0)), 1)::float as share
    from stages group by stage`.execute(db);
  const there = rows.filter(({ stage, cases }) => cases > 0 || !DIVIDED.has(stage));
  return COURSE_STAGES.flatMap((stage) => there.find((row) => row.stage === stage) ?? []);
}
