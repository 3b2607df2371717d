import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Account } from "../../register/account.js";
import type { Database } from "../database.js";
import { KeptReading, noteWritten } from "../kept-reading.js";

/** How far somebody has come at signing in. Only "full" opens more than the next step. */
const SESSION_STAGES = ["second-factor", "change-password", "enrol-second-factor", "full"] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

export interface Session {
  readonly id: string;
  readonly stage: SessionStage;
  readonly madeAt: string;
  readonly seenAt: string;
  readonly idleMinutes: number;
  readonly endsAt: string;
  /** Name of browser and system, for the list of one's own sessions. */
  readonly browser: string;
}

/** What is stored of a secret that a caller shows: 256 random bits need no slow hash. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

export function freshSecret(): string {
  return randomBytes(32).toString("base64url");
}

export interface NewSession {
  readonly accountId: string;
  readonly stage: SessionStage;
  readonly at: string;
  readonly idleMinutes: number;
  readonly endsAt: string;
  readonly browser: string;
}

/** Opens a session and gives what the browser keeps; it is not kept here. Sessions that are over are swept out. */
export async function openSession({ db }: Database, session: NewSession): Promise<string> {
  const secret = freshSecret();
  const { accountId, stage, at, idleMinutes, endsAt, browser } = session;
  await db.deleteFrom("account_session").where("ends_at", "<", at).execute();
  await db
    .insertInto("account_session")
    .values({
      token_hash: secretHash(secret),
      id: `s${randomBytes(9).toString("base64url")}`,
      account_id: accountId,
      stage,
      made_at: at,
      seen_at: at,
      idle_minutes: idleMinutes,
      ends_at: endsAt,
      browser,
    })
    .execute();
  return secret;
}

interface FoundSession {
  readonly session: Session;
  readonly account: Account;
}

/**
 * Sessions that were shown in the last seconds. What ends one or changes an account in this process is heeded at once: it writes to one of
 * these tables (what ends sessions inside a transaction is on record as an activity). Another process is heeded after some seconds.
 */
const shown = new KeptReading<FoundSession | undefined>(["account_session", "account_version", "activity"], 5);

/** The session a browser shows, with its account as it stands; null when it is over or was never there. */
export async function findSession({ db }: Database, secret: string, now: string): Promise<FoundSession | null> {
  const hash = secretHash(secret);
  const found = await shown.of(db, hash.toString("base64"), () => readSession(db, hash, now));
  if (found === undefined) return null;
  const { endsAt, seenAt, idleMinutes } = found.session;
  const idleUntil = Date.parse(seenAt) + idleMinutes * 60_000;
  return Date.parse(endsAt) > Date.parse(now) && idleUntil > Date.parse(now) ? found : null;
}

async function readSession(db: Database["db"], hash: Buffer, now: string): Promise<FoundSession | undefined> {
  const row = await db
    .selectFrom("account_session as s")
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom("account_version")
          .select("body")
          .whereRef("account_id", "=", "s.account_id")
          .orderBy("version", "desc")
          .limit(1)
          .as("v"),
      (join) => join.onTrue(),
    )
    .select(["s.id", "s.stage", "s.made_at", "s.seen_at", "s.idle_minutes", "s.ends_at", "s.browser", "v.body"])
    .where("s.token_hash", "=", hash)
    .where("s.ends_at", ">", now)
    .where(sql<boolean>`s.seen_at + s.idle_minutes * interval '1 minute' > ${now}::timestamptz`)
    .executeTakeFirst();
  return row === undefined ? undefined : { session: sessionOf(row), account: row.body as Account }; // written as such
}

interface SessionRow {
  readonly id: string;
  readonly stage: string;
  readonly made_at: string;
  readonly seen_at: string;
  readonly idle_minutes: number;
  readonly ends_at: string;
  readonly browser: string;
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    stage: row.stage as SessionStage, // written as such
    madeAt: row.made_at,
    seenAt: row.seen_at,
    idleMinutes: row.idle_minutes,
    endsAt: row.ends_at,
    browser: row.browser,
  };
}

/** Somebody is still there. The session as it was found is told too, because it is kept. */
export async function touchSession({ db }: Database, session: Session, now: string): Promise<void> {
  await db.updateTable("account_session").set({ seen_at: now }).where("id", "=", session.id).execute();
  Object.assign(session, { seenAt: now });
}

export async function setSessionStage({ db }: Database, id: string, stage: SessionStage): Promise<void> {
  await db.updateTable("account_session").set({ stage }).where("id", "=", id).execute();
  noteWritten(["account_session"]);
}

export async function endSession({ db }: Database, id: string): Promise<void> {
  await db.deleteFrom("account_session").where("id", "=", id).execute();
  noteWritten(["account_session"]);
}

/** Signs an account out everywhere, but for the session that is named. */
export async function endSessionsOf(
  { db }: Pick<Database, "db">,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("account_session")
    .where("account_id", "=", accountId)
    .$if(except !== null, (query) => query.where("id", "<>", except ?? ""))
    .executeTakeFirstOrThrow();
  noteWritten(["account_session"]);
  return Number(numDeletedRows);
}

export async function sessionsOf({ db }: Database, accountId: string, now: string): Promise<Session[]> {
  const rows = await db
    .selectFrom("account_session")
    .select(["id", "stage", "made_at", "seen_at", "idle_minutes", "ends_at", "browser"])
    .where("account_id", "=", accountId)
    .where("ends_at", ">", now)
    .where(sql<boolean>`seen_at + idle_minutes * interval '1 minute' > ${now}::timestamptz`)
    .orderBy("seen_at", "desc")
    .execute();
  return rows.map(sessionOf);
}
