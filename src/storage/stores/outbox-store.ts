import { sql } from "kysely";
import { MOST_ATTEMPTS } from "../../register/publishing/delivery.js";
import type { Database } from "../database.js";
import type { Writing } from "../write.js";

/** Something other systems are to be told. */
export interface OutboxMessage {
  readonly id: string;
  readonly agencyId: string;
  readonly body: unknown;
  readonly recordedAt: string;
}

/** Puts a message into the outbox, in the transaction that records what it is about: it is told if and only if that happened. */
export async function addOutboxMessage(writing: Writing, { id, body }: Pick<OutboxMessage, "id" | "body">): Promise<void> {
  const { chain, recordedAt, recordedBy } = writing;
  await writing.add("outbox_message", [
    { id, chain_id: chain, body: JSON.stringify(body), recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
}

/** One system, from when on it is told. */
export interface OutboxTarget {
  readonly agencyId: string;
  readonly target: string;
  readonly since: string;
}

/** A message that has not reached one system yet. */
export interface OpenMessage extends OutboxMessage {
  readonly attempts: number;
  readonly lastAt: string | null;
}

/** What a system has not been told yet and still is to be, the oldest first, whether or not its time has come. */
export async function openMessages(
  { db }: Pick<Database, "db">,
  { agencyId, target, since }: OutboxTarget,
  limit: number,
): Promise<OpenMessage[]> {
  const { rows } = await sql<{ id: string; body: unknown; recorded_at: string; attempts: number; last_at: string | null }>`
    select message.id, message.body, message.recorded_at, count(tried.attempt) as attempts, max(tried.at) as last_at
    from outbox_message as message left join outbox_attempt as tried on tried.message_id = message.id and tried.target = ${target}
    where message.chain_id = ${agencyId} and message.recorded_at >= ${since}
    group by message.id
    having not coalesce(bool_or(tried.is_done), false) and count(tried.attempt) < ${MOST_ATTEMPTS}
    order by message.recorded_at, message.id
    limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, agencyId, body: row.body, recordedAt: row.recorded_at, attempts: row.attempts, lastAt: row.last_at },
  }));
}

/** Records what became of an attempt. */
export async function addAttempt(
  { db }: Pick<Database, "db">,
  attempt: {
    readonly messageId: string;
    readonly target: string;
    readonly attempt: number;
    readonly at: string;
    readonly isDone: boolean;
    readonly detail: string;
  },
): Promise<void> {
  const { messageId, target, attempt: nth, at, isDone, detail } = attempt;
  await db
    .insertInto("outbox_attempt")
    .values({ message_id: messageId, target, attempt: nth, at, is_done: isDone, detail: detail.slice(0, 500) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Attempt {
  readonly attempt: number;
  readonly at: string;
  readonly isDone: boolean;
  readonly detail: string;
}

/** A message with every attempt to tell it to one system. */
export interface Delivery extends OutboxMessage {
  readonly attempts: readonly Attempt[];
}

export interface DeliveryPage {
  readonly after: { readonly recordedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** The log of one system, the latest message first. */
export async function loadDeliveries(
  { db }: Pick<Database, "db">,
  { agencyId, target, since }: OutboxTarget,
  { after, limit }: DeliveryPage,
): Promise<Delivery[]> {
  const messages = await db
    .selectFrom("outbox_message")
    .select(["id", "body", "recorded_at"])
    .where("chain_id", "=", agencyId)
    .where("recorded_at", ">=", since)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(recorded_at, id) < (${after?.recordedAt ?? ""}::timestamptz, ${after?.id ?? ""})`),
    )
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return withAttempts(db, { agencyId, target }, messages);
}

/** One message of an agency, as one system was told it; null when there is none. */
export async function loadDelivery(
  { db }: Pick<Database, "db">,
  { agencyId, target, messageId }: { readonly agencyId: string; readonly target: string; readonly messageId: string },
): Promise<Delivery | null> {
  const rows = await db
    .selectFrom("outbox_message")
    .select(["id", "body", "recorded_at"])
    .where("chain_id", "=", agencyId)
    .where("id", "=", messageId)
    .execute();
  const [delivery] = await withAttempts(db, { agencyId, target }, rows);
  return delivery ?? null;
}

async function withAttempts(
  db: Database["db"],
  { agencyId, target }: { readonly agencyId: string; readonly target: string },
  messages: readonly { readonly id: string; readonly body: unknown; readonly recorded_at: string }[],
): Promise<Delivery[]> {
  if (messages.length === 0) return [];
  const rows = await db
    .selectFrom("outbox_attempt")
    .select(["message_id", "attempt", "at", "is_done", "detail"])
    .where("target", "=", target)
    .where(
      "message_id",
      "in",
      messages.map(({ id }) => id),
    )
    .orderBy("attempt")
    .execute();
  return messages.map(({ id, body, recorded_at: recordedAt }) => ({
    ...{ id, agencyId, body, recordedAt },
    attempts: rows.flatMap(({ message_id, attempt, at, is_done: isDone, detail }) =>
      message_id === id ? [{ attempt, at, isDone, detail }] : [],
    ),
  }));
}
