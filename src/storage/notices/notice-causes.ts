import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** A case that was given to somebody by somebody else. */
export interface Assignment {
  readonly caseId: string;
  readonly agencyId: string;
  readonly number: string;
  readonly handler: string;
  readonly eventId: string;
  readonly by: string;
  readonly dueOn: string | null;
}

/** The cases given to somebody since an instant, still open and still theirs. */
export async function assignmentsSince(db: Kysely<Tables>, since: string): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select summary.case_id as "caseId", summary.agency_id as "agencyId", summary.number, summary.handler, event.id as "eventId",
      event.recorded_by as by, summary.due_on as "dueOn"
    from case_summary summary cross join lateral (
      select id, recorded_by, recorded_at from case_event
      where case_id = summary.case_id and type in ('accepted', 'transferred') order by sequence desc limit 1) as event
    where summary.is_open and summary.handler is not null and event.recorded_at >= ${since}`.execute(db);
  return rows;
}

/** A review that sent an item back to those who wrote it. */
export interface ReturnedItem {
  readonly itemId: string;
  readonly agencyId: string;
  readonly eventId: string;
  readonly number: string;
  readonly authors: readonly string[];
}

/** The items whose last review, since an instant, sent them back, and that nobody has submitted again. */
export async function returnedSince(db: Kysely<Tables>, since: string): Promise<ReturnedItem[]> {
  const { rows } = await sql<ReturnedItem>`
    select distinct on (summary.item_id) summary.item_id as "itemId", summary.agency_id as "agencyId", event.id as "eventId",
      coalesce(summary.index_text, '') as number, summary.authors
    from item_event event join item_summary summary on summary.item_id = event.item_id
    where event.recorded_at >= ${since} and event.body ->> 'type' = 'reviewed' and event.body ->> 'verdict' = 'return'
      and summary.turn is null and not summary.is_public
    order by summary.item_id, event.sequence desc`.execute(db);
  return rows;
}

/** An item that waits for a signature. */
export interface WaitingItem {
  readonly itemId: string;
  readonly agencyId: string;
  readonly number: string;
  /** The step it waits at, at this version: a step that comes round again is another one. */
  readonly mark: string;
  readonly roles: readonly string[];
  readonly people: readonly string[];
  readonly authors: readonly string[];
  readonly dueOn: string | null;
}

export async function itemsWaiting(db: Kysely<Tables>): Promise<WaitingItem[]> {
  const rows = await db
    .selectFrom("item_summary")
    .select(["item_id", "agency_id", "index_text", "turn", "version", "turn_roles", "turn_people", "authors", "due_on"])
    .where("turn", "is not", null)
    .execute();
  return rows.map((row) => ({
    ...{ itemId: row.item_id, agencyId: row.agency_id, number: row.index_text ?? "", dueOn: row.due_on },
    ...{ mark: `${row.turn} ${row.version}`, roles: row.turn_roles, people: row.turn_people, authors: row.authors },
  }));
}

/** What came in from the portal to an agency and was not registered by itself. */
export interface LeftSubmissions {
  readonly agencyId: string;
  readonly count: number;
  readonly only: string;
  /** When the last of them was sent. */
  readonly lastAt: string;
}

export async function leftSubmissions(db: Kysely<Tables>): Promise<LeftSubmissions[]> {
  const { rows } = await sql<LeftSubmissions>`
    select agency_id as "agencyId", count(*)::int as count, min(number) as only, max(submitted_at) as "lastAt"
    from portal.inbox where state in ('held', 'unreadable') group by 1`.execute(db);
  return rows;
}

/** The last run of the nightly backup, if it failed. */
export async function failedBackup(db: Kysely<Tables>): Promise<{ readonly id: string; readonly startedAt: string } | null> {
  const row = await db
    .selectFrom("job_run")
    .select(["id", "started_at", "is_done"])
    .where("job", "=", "back-up")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.is_done ? null : { id: String(row.id), startedAt: row.started_at };
}
