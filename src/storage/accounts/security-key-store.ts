import type { Kysely, Selectable } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";

/** The public half of a security key. */
export interface SecurityKey {
  readonly credentialId: string;
  readonly accountId: string;
  readonly name: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it has signed, as it says itself; 0 for keys that do not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly addedAt: string;
  readonly usedAt: string | null;
}

/** The security keys of an account, the oldest first. */
export async function keysOfAccount({ db }: Pick<Database, "db">, accountId: string): Promise<SecurityKey[]> {
  const rows = await db
    .selectFrom("security_key")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("added_at")
    .orderBy("credential_id")
    .execute();
  return rows.map(keyOf);
}

function keyOf(row: Selectable<Tables["security_key"]>): SecurityKey {
  return {
    credentialId: row.credential_id,
    accountId: row.account_id,
    name: row.name,
    publicKey: Uint8Array.from(row.public_key),
    counter: row.counter,
    transports: row.transports as string[], // written as such
    addedAt: row.added_at,
    usedAt: row.used_at,
  };
}

/** Adds a key; false when it belongs to an account already, to this or another. */
export async function addKey(db: Kysely<Tables>, key: Omit<SecurityKey, "usedAt">): Promise<boolean> {
  const row = await db
    .insertInto("security_key")
    .values({
      credential_id: key.credentialId,
      account_id: key.accountId,
      name: key.name,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: JSON.stringify(key.transports),
      added_at: key.addedAt,
      used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("credential_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that a key was used; false when its count has gone on meanwhile, or the key is gone: of two that sign at once one wins. */
export async function spendKey(
  { db }: Pick<Database, "db">,
  { accountId, credentialId, counter, at }: { accountId: string; credentialId: string; counter: number; at: string },
): Promise<boolean> {
  const row = await db
    .updateTable("security_key")
    .set({ counter, used_at: at })
    .where("account_id", "=", accountId)
    .where("credential_id", "=", credentialId)
    .where((one) => one.or([one("counter", "<", counter), one.and([one("counter", "=", 0), one.val(counter === 0)])]))
    .returning("credential_id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeKey(db: Kysely<Tables>, accountId: string, credentialId: string): Promise<void> {
  await db.deleteFrom("security_key").where("account_id", "=", accountId).where("credential_id", "=", credentialId).execute();
}

/** Removes all keys of an account. Gives how many there were. */
export async function removeKeys(db: Kysely<Tables>, accountId: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom("security_key").where("account_id", "=", accountId).executeTakeFirst();
  return Number(numDeletedRows);
}

export type KeyPurpose = "enrol" | "sign-in";

interface Asking {
  readonly sessionId: string;
  readonly purpose: KeyPurpose;
}

/** Keeps what a key is asked to sign; what the same session was asked before is forgotten. */
export async function keepChallenge(
  { db }: Database,
  { sessionId, purpose, challenge, endsAt }: Asking & { readonly challenge: string; readonly endsAt: string },
): Promise<void> {
  await db
    .insertInto("key_challenge")
    .values({ session_id: sessionId, purpose, challenge, ends_at: endsAt })
    .onConflict((conflict) => conflict.columns(["session_id", "purpose"]).doUpdateSet({ challenge, ends_at: endsAt }))
    .execute();
}

/** Takes what the key of a session was asked to sign; null when it was taken before or is over. */
export async function takeChallenge({ db }: Database, { sessionId, purpose }: Asking, now: string): Promise<string | null> {
  await db.deleteFrom("key_challenge").where("ends_at", "<", now).execute();
  const row = await db
    .deleteFrom("key_challenge")
    .where("session_id", "=", sessionId)
    .where("purpose", "=", purpose)
    .returning("challenge")
    .executeTakeFirst();
  return row?.challenge ?? null;
}
