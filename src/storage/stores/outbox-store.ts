import { sql } from "kysely";
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

export interface DueMessage extends OutboxMessage {
  readonly attempts: number;
}

/** What a system has not been told yet, the oldest first. After a failure it waits twice as long each time, at most a day. */
export async function dueMessages(
  { db }: Pick<Database, "db">,
  { agencyId, target, since, now, limit }: { agencyId: string; target: string; since: string; now: string; limit: number },
): Promise<DueMessage[]> {
  const { rows } = await sql<{ id: string; body: unknown; recorded_at: string; attempts: number }>`
    select message.id, message.body, message.recorded_at, count(tried.attempt) as attempts
    from outbox_message as message left join outbox_attempt as tried on tried.message_id = message.id and tried.target = ${target}
    where message.chain_id = ${agencyId} and message.recorded_at >= ${since}
    group by message.id
    having not coalesce(bool_or(tried.is_done), false) and count(tried.attempt) < ${MOST_ATTEMPTS}
      and coalesce(max(tried.at) + least(interval '1 minute' * power(2, count(tried.attempt)), interval '1 day'), 'epoch') <= ${now}
    order by message.recorded_at, message.id
    limit ${limit}`.execute(db);
  return rows.map(({ id, body, recorded_at: recordedAt, attempts }) => ({ id, agencyId, body, recordedAt, attempts }));
}

/** After so many failures a person is told, and nothing more is sent. */
export const MOST_ATTEMPTS = 15;

/** Records what became of an attempt. */
export async function addAttempt(
  { db }: Pick<Database, "db">,
  {
    messageId,
    target,
    attempt,
    isDone,
    detail,
  }: { messageId: string; target: string; attempt: number; isDone: boolean; detail: string },
): Promise<void> {
  await db
    .insertInto("outbox_attempt")
    .values({ message_id: messageId, target, attempt, is_done: isDone, detail: detail.slice(0, 500) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
