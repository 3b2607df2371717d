import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** Something somebody should know, not told before. */
export interface NewNotice {
  readonly accountId: string;
  readonly agencyId: string;
  readonly kind: string;
  readonly subject: string;
  readonly mark: string;
  readonly number: string;
  readonly dueOn: string | null;
}

export interface StoredNotice extends NewNotice {
  readonly id: number;
  readonly madeAt: string;
  readonly readAt: string | null;
}

const ROWS_AT_ONCE = 500;

/** Keeps those that are new; the same notice is never kept twice, read or not. Gives how many were new. */
export async function addNotices(db: Kysely<Tables>, notices: readonly NewNotice[], at: string): Promise<number> {
  let added = 0;
  for (let from = 0; from < notices.length; from += ROWS_AT_ONCE) {
    const rows = notices.slice(from, from + ROWS_AT_ONCE).map((one) => ({
      ...{ account_id: one.accountId, agency_id: one.agencyId, kind: one.kind, subject: one.subject },
      ...{ mark: one.mark, number: one.number, due_on: one.dueOn, made_at: at },
    }));
    const result = await db
      .insertInto("notice")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["account_id", "kind", "subject", "mark"]).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/**
 * Keeps notices that tell of several at once, one of a kind, subject and account; `mark` is the instant the last of them came to be told. Told
 * again only when something came since; what was not read of the one before is read with it. Gives how many were new.
 */
export async function addTogether(db: Kysely<Tables>, notices: readonly NewNotice[], at: string): Promise<number> {
  let added = 0;
  for (let from = 0; from < notices.length; from += ROWS_AT_ONCE) {
    const rows = JSON.stringify(notices.slice(from, from + ROWS_AT_ONCE));
    const result = await sql`
      with given as (
        select * from jsonb_to_recordset(${rows}::jsonb) as given ("accountId" text, "agencyId" text, kind text, subject text, mark text,
          number text, "dueOn" date)
        where not exists (select from notice told where told.account_id = "accountId" and told.kind = given.kind
          and told.subject = given.subject and told.mark >= given.mark)),
      passed as (
        update notice set read_at = ${at} from given
        where account_id = "accountId" and notice.kind = given.kind and notice.subject = given.subject and read_at is null)
      insert into notice (account_id, agency_id, kind, subject, mark, number, due_on, made_at)
      select "accountId", "agencyId", kind, subject, mark, number, "dueOn", ${at}::timestamptz from given
      on conflict (account_id, kind, subject, mark) do nothing`.execute(db);
    added += Number(result.numAffectedRows ?? 0);
  }
  return added;
}

const SHOWN = ["id", "account_id", "agency_id", "kind", "subject", "mark", "number", "due_on", "made_at", "read_at"] as const;

/** The notices of an account, newest first, of some agencies only. */
export async function noticesOf(db: Kysely<Tables>, { accountId, agencies, before, limit }: NoticePage): Promise<StoredNotice[]> {
  const rows = await db
    .selectFrom("notice")
    .select(SHOWN)
    .where("account_id", "=", accountId)
    .$if(agencies !== null, (query) => query.where("agency_id", "=", sql<string>`any(${agencies ?? []})`))
    .$if(before !== null, (query) => query.where("id", "<", before ?? 0))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(noticeIn);
}

export interface NoticePage {
  readonly accountId: string;
  /** Null: of all. */
  readonly agencies: readonly string[] | null;
  readonly before: number | null;
  readonly limit: number;
}

export async function countUnread(
  db: Kysely<Tables>,
  { accountId, agencies }: Pick<NoticePage, "accountId" | "agencies">,
): Promise<number> {
  const row = await db
    .selectFrom("notice")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account_id", "=", accountId)
    .where("read_at", "is", null)
    .$if(agencies !== null, (query) => query.where("agency_id", "=", sql<string>`any(${agencies ?? []})`))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Marks notices of an account as read: some, or all. Those of others are not touched. */
export async function readNotices(
  db: Kysely<Tables>,
  { accountId, ids, at }: { readonly accountId: string; readonly ids: readonly number[] | null; readonly at: string },
): Promise<void> {
  await db
    .updateTable("notice")
    .set({ read_at: at })
    .where("account_id", "=", accountId)
    .where("read_at", "is", null)
    .$if(ids !== null, (query) => query.where("id", "=", sql<number>`any(${ids ?? []}::bigint[])`))
    .execute();
}

/** Notices that were neither read nor sent yet, by account, oldest first; at most so many of each. */
export async function noticesToMail(db: Kysely<Tables>, atMost: number): Promise<Map<string, StoredNotice[]>> {
  const { rows } = await sql<Parameters<typeof noticeIn>[0]>`
    select ${sql.join(SHOWN.map((column) => sql.ref(column)))} from (
      select *, row_number() over (partition by account_id order by id) as place from notice
      where mailed_at is null and read_at is null) as waiting
    where place <= ${atMost} order by account_id, id`.execute(db);
  const byAccount = new Map<string, StoredNotice[]>();
  for (const notice of rows.map(noticeIn)) {
    const own = byAccount.get(notice.accountId);
    if (own === undefined) byAccount.set(notice.accountId, [notice]);
    else own.push(notice);
  }
  return byAccount;
}

export async function markMailed(db: Kysely<Tables>, ids: readonly number[], at: string): Promise<void> {
  await db.updateTable("notice").set({ mailed_at: at }).where("id", "=", sql<number>`any(${ids}::bigint[])`).execute();
}

/** When mail last went to an account; null when none ever did. */
export async function lastMailed(db: Kysely<Tables>, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom("notice")
    .select(({ fn }) => fn.max("mailed_at").as("at"))
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Forgets what was read or is long past: notices are no archive. */
export async function forgetNotices(db: Kysely<Tables>, before: string): Promise<void> {
  await db.deleteFrom("notice").where("made_at", "<", before).execute();
}

function noticeIn(row: {
  id: number;
  account_id: string;
  agency_id: string;
  kind: string;
  subject: string;
  mark: string;
  number: string;
  due_on: string | null;
  made_at: string;
  read_at: string | null;
}): StoredNotice {
  return {
    ...{ id: Number(row.id), accountId: row.account_id, agencyId: row.agency_id, kind: row.kind, subject: row.subject },
    ...{ mark: row.mark, number: row.number, dueOn: row.due_on, madeAt: row.made_at, readAt: row.read_at },
  };
}
