import { type Kysely, type Selectable, sql, type Updateable } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { nameAsKey } from "./account-store.js";

/** What lets somebody in. */
export interface Credential {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly passwordSetAt: string | null;
  readonly mustChange: boolean;
  readonly failures: number;
  readonly locks: number;
  readonly lockedUntil: string | null;
  /** The shared secret of the second factor, in base 32; null when there is none. */
  readonly totpSecret: string | null;
  readonly isTotpConfirmed: boolean;
  readonly totpStep: number | null;
  readonly recoveryHashes: readonly string[];
  /** How many security keys there are. */
  readonly securityKeys: number;
}

/** Whether somebody shows more than a password: an app that makes codes, or a security key. */
export function hasSecondFactor({ isTotpConfirmed, securityKeys }: Credential): boolean {
  return isTotpConfirmed || securityKeys > 0;
}

export async function credentialByName(database: Database, loginName: string): Promise<Credential | null> {
  const row = await credentials(database).where("login_name", "=", nameAsKey(loginName)).executeTakeFirst();
  return row === undefined ? null : credentialOf(database, row);
}

export async function credentialOfAccount(database: Database, accountId: string): Promise<Credential | null> {
  const row = await credentials(database).where("account_id", "=", accountId).executeTakeFirst();
  return row === undefined ? null : credentialOf(database, row);
}

function credentials({ db }: Database) {
  return db
    .selectFrom("account_credential")
    .selectAll()
    .select((one) =>
      one
        .selectFrom("security_key")
        .select(sql<number>`count(*)::int`.as("keys"))
        .whereRef("security_key.account_id", "=", "account_credential.account_id")
        .as("security_keys"),
    );
}

type Row = Selectable<Tables["account_credential"]> & { readonly security_keys: number | null };

function credentialOf({ keys }: Database, row: Row): Credential {
  return {
    accountId: row.account_id,
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
    mustChange: row.must_change,
    failures: row.failures,
    locks: row.locks,
    lockedUntil: row.locked_until,
    totpSecret: row.totp === null ? null : keys.vault("totp").open(row.totp, row.account_id).toString("utf8"),
    isTotpConfirmed: row.totp_confirmed_at !== null,
    totpStep: row.totp_step,
    recoveryHashes: row.recovery as string[], // written as such
    securityKeys: row.security_keys ?? 0,
  };
}

export interface NewPassword {
  readonly accountId: string;
  readonly hash: string;
  readonly at: string;
  /** Somebody else chose it: it opens nothing but the page where it is changed. */
  readonly mustChange: boolean;
}

/** Sets a password and lifts a lock. */
export async function setPassword(db: Kysely<Tables>, { accountId, hash, at, mustChange }: NewPassword): Promise<void> {
  await update(db, accountId, {
    password_hash: hash,
    password_set_at: at,
    must_change: mustChange,
    failures: 0,
    locks: 0,
    locked_until: null,
  });
}

/** Counts a wrong password or code before anything is answered, so that many at once are counted as many. */
export async function countFailure(
  { db }: Database,
  { accountId, limit, lockMinutes, at }: { accountId: string; limit: number; lockMinutes: number; at: string },
): Promise<{ readonly failures: number; readonly lockedUntil: string | null }> {
  const longest = 24 * 60;
  const row = await db
    .updateTable("account_credential")
    .set({
      failures: sql<number>`case when failures + 1 >= ${limit} then 0 else failures + 1 end`,
      locks: sql<number>`case when failures + 1 >= ${limit} then least(locks + 1, 20) else locks end`,
      // Each lock is twice as long as the one before, a day at most.
      locked_until: sql<string | null>`case when failures + 1 >= ${limit}
        then ${at}::timestamptz + least(${lockMinutes}::double precision * power(2, least(locks, 20)), ${longest}) * interval '1 minute'
        else locked_until end`,
    })
    .where("account_id", "=", accountId)
    .returning(["failures", "locked_until"])
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lockedUntil: row.locked_until };
}

/** Forgets wrong passwords after a right one; false when the account was locked meanwhile, by tries at the same time. */
export async function admit({ db }: Database, accountId: string, at: string): Promise<boolean> {
  const row = await db
    .updateTable("account_credential")
    .set({ failures: 0, locks: 0, locked_until: null })
    .where("account_id", "=", accountId)
    .where((one) => one.or([one("locked_until", "is", null), one("locked_until", "<=", at)]))
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps a shared secret that is not confirmed yet. */
export async function setTotpSecret({ db, keys }: Database, accountId: string, secret: string): Promise<void> {
  await update(db, accountId, {
    totp: keys.vault("totp").seal(secret, accountId),
    totp_confirmed_at: null,
    totp_step: null,
  });
}

export async function confirmTotp(db: Kysely<Tables>, { accountId, at }: { accountId: string; at: string }): Promise<void> {
  await update(db, accountId, { totp_confirmed_at: at });
}

export async function removeTotp(db: Kysely<Tables>, accountId: string): Promise<void> {
  await update(db, accountId, { totp: null, totp_confirmed_at: null, totp_step: null });
}

/** Sets the recovery codes that are left, of whichever second factor; none when there is none to recover from. */
export async function setRecovery(db: Kysely<Tables>, accountId: string, recoveryHashes: readonly string[]): Promise<void> {
  await update(db, accountId, { recovery: JSON.stringify(recoveryHashes) });
}

/** Uses up a time step; false when it, or a later one, was used before: of two sign-ins with one code one wins. */
export async function spendTotpStep({ db }: Database, accountId: string, step: number): Promise<boolean> {
  const row = await db
    .updateTable("account_credential")
    .set({ totp_step: step })
    .where("account_id", "=", accountId)
    .where((one) => one.or([one("totp_step", "is", null), one("totp_step", "<", step)]))
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses up a recovery code; false when it is none of those left. */
export async function spendRecoveryCode({ db }: Database, accountId: string, hash: string): Promise<boolean> {
  const row = await db
    .updateTable("account_credential")
    .set({ recovery: sql<string>`recovery - ${hash}::text` })
    .where("account_id", "=", accountId)
    .where(sql<boolean>`recovery ? ${hash}`)
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

async function update(db: Kysely<Tables>, accountId: string, values: Updateable<Tables["account_credential"]>): Promise<void> {
  await db.updateTable("account_credential").set(values).where("account_id", "=", accountId).execute();
}
