import { type Kysely, sql } from "kysely";
import type { PublicRequestStatus } from "../../register/portal/public-request.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { nextSequence } from "./portal-sequence.js";

const INBOX_STATES = ["waiting", "held", "taken", "set-aside", "unreadable"] as const;
export type InboxState = (typeof INBOX_STATES)[number];

/** A request as it lies in the inbox. */
export interface InboxRow {
  readonly number: string;
  readonly agencyId: string;
  readonly keyId: string;
  /** Null once it was taken in. */
  readonly sealed: Buffer | null;
  readonly size: number;
  readonly submittedAt: string;
  readonly state: InboxState;
  readonly reason: string | null;
  readonly caseId: string | null;
}

/** The same without what was sent. */
export type InboxEntry = Omit<InboxRow, "sealed">;

const ENTRY_COLUMNS = sql`number, agency_id as "agencyId", key_id as "keyId", size, submitted_at as "submittedAt", state, reason,
  case_id as "caseId"`;
const COLUMNS = sql`${ENTRY_COLUMNS}, sealed`;

/** The numbers of what waits, the oldest first. */
export async function waitingNumbers(db: Kysely<Tables>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from portal.inbox where state = 'waiting' order by submitted_at, number limit ${limit}`.execute(db);
  return rows.map(({ number }) => number);
}

/** The entry after which the next page of a list begins. */
export interface InboxPlace {
  readonly at: string;
  readonly number: string;
}

/** What lies in the inbox of an agency in some states, the newest first, a page of it. The sealed bytes are not read: they are many. */
export async function inboxEntries(
  { db }: Pick<Database, "db">,
  {
    agencyId,
    states,
    after,
    limit,
  }: {
    readonly agencyId: string;
    readonly states: readonly InboxState[];
    readonly after: InboxPlace | null;
    readonly limit: number;
  },
): Promise<InboxEntry[]> {
  const behind = after === null ? sql`true` : sql`(submitted_at, number) < (${after.at}::timestamptz, ${after.number})`;
  const { rows } = await sql<InboxEntry>`
    select ${ENTRY_COLUMNS} from portal.inbox
    where agency_id = ${agencyId} and state <> 'taken' and state = any(${states}::text[]) and ${behind}
    order by submitted_at desc, number desc limit ${limit}`.execute(db);
  return rows;
}

/** How many lie in the inbox of an agency in each state, besides those that were taken in. */
export async function inboxCounts({ db }: Pick<Database, "db">, agencyId: string): Promise<Map<InboxState, number>> {
  const { rows } = await sql<{ state: InboxState; count: number }>`
    select state, count(*)::int as count from portal.inbox where agency_id = ${agencyId} and state <> 'taken' group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export async function inboxRow(db: Kysely<Tables>, number: string): Promise<InboxRow | null> {
  const { rows } = await sql<InboxRow>`select ${COLUMNS} from portal.inbox where number = ${number}`.execute(db);
  return rows[0] ?? null;
}

/** The same, held until the end of the transaction: nobody else can take it in. */
export async function holdInboxRow(trx: Kysely<Tables>, number: string): Promise<InboxRow | null> {
  const { rows } = await sql<InboxRow>`select ${COLUMNS} from portal.inbox where number = ${number} for update`.execute(trx);
  return rows[0] ?? null;
}

/** Marks a request as taken in and clears its bytes: they are in the register now, and nowhere else (个人信息保护法 第十九条). */
export async function markTaken(trx: Kysely<Tables>, number: string, caseId: string): Promise<void> {
  await sql`
    update portal.inbox set state = 'taken', case_id = ${caseId}, sealed = null, reason = null, taken_at = clock_timestamp()
    where number = ${number}`.execute(trx);
}

/** Puts a request into another state, with the reason; its bytes stay. */
export async function markInbox(trx: Kysely<Tables>, number: string, state: InboxState, reason: string | null): Promise<void> {
  await sql`update portal.inbox set state = ${state}, reason = ${reason} where number = ${number}`.execute(trx);
}

/** A receipt whose request became a case. */
export interface TakenReceipt {
  readonly number: string;
  readonly agencyId: string;
  readonly caseId: string;
  readonly submittedAt: string;
  readonly status: PublicRequestStatus | null;
}

/** Receipts whose requests became cases, with the status that is told now; of some cases, or a page of all behind a number. */
export async function takenReceipts(
  db: Kysely<Tables>,
  { caseIds, after, limit }: { readonly caseIds: readonly string[] | null; readonly after: string; readonly limit: number },
): Promise<TakenReceipt[]> {
  const { rows } = await sql<TakenReceipt>`
    select number, agency_id as "agencyId", case_id as "caseId", submitted_at as "submittedAt", request_status.body as status
    from portal.inbox left join portal.request_status using (number, agency_id, submitted_at)
    where state = 'taken' and number > ${after} and (${caseIds}::text[] is null or case_id = any(${caseIds}::text[]))
    order by number limit ${limit}`.execute(db);
  return rows;
}

/** Puts where a request stands into the portal. What says the same is not written again. */
export async function putStatus(trx: Kysely<Tables>, status: PublicRequestStatus): Promise<boolean> {
  const same = sql`(body - 'updatedAt') is not distinct from (${JSON.stringify(status)}::jsonb - 'updatedAt')`;
  const { rows } = await sql`select from portal.request_status where number = ${status.number} and not (${same})`.execute(trx);
  if (rows.length === 0) return false;
  const sequence = await nextSequence(trx);
  await sql`
    update portal.request_status set body = ${JSON.stringify(status)}, sequence = ${sequence}
    where number = ${status.number}`.execute(trx);
  return true;
}
