import type { Kysely } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { secretHash } from "./session-store.js";

/** Who an account is at an identity service. */
export interface IdentityLink {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
  readonly linkedAt: string;
}

/** Links an identity to an account; false when it belongs to one already. */
export async function addLink(db: Kysely<Tables>, { issuer, subject, accountId, linkedAt }: IdentityLink): Promise<boolean> {
  const row = await db
    .insertInto("identity_link")
    .values({ issuer, subject, account_id: accountId, linked_at: linkedAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning("account_id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeLink(
  db: Kysely<Tables>,
  { issuer, subject, accountId }: Omit<IdentityLink, "linkedAt">,
): Promise<void> {
  await db
    .deleteFrom("identity_link")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .where("account_id", "=", accountId)
    .execute();
}

export async function accountLinkedTo({ db }: Database, issuer: string, subject: string): Promise<string | null> {
  const row = await db
    .selectFrom("identity_link")
    .select("account_id")
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

export async function linksOf({ db }: Database, accountId: string): Promise<IdentityLink[]> {
  const rows = await db
    .selectFrom("identity_link")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("linked_at")
    .execute();
  return rows.map(({ issuer, subject, linked_at }) => ({ issuer, subject, accountId, linkedAt: linked_at }));
}

/** Keeps a sign-in that went to an identity service until it comes back. */
export async function keepAttempt({ db, keys }: Database, state: string, kept: unknown, endsAt: string): Promise<void> {
  const hash = secretHash(state);
  const sealed = keys.vault("sign-in-attempt").seal(JSON.stringify(kept), hash.toString("hex"));
  await db.insertInto("sign_in_attempt").values({ state_hash: hash, sealed, ends_at: endsAt }).execute();
}

/** Takes it out: it comes back once. Null when it never went, or took too long. */
export async function takeAttempt({ db, keys }: Database, state: string, now: string): Promise<unknown> {
  const hash = secretHash(state);
  await db.deleteFrom("sign_in_attempt").where("ends_at", "<", now).execute();
  const row = await db.deleteFrom("sign_in_attempt").where("state_hash", "=", hash).returning("sealed").executeTakeFirst();
  if (row === undefined) return null;
  return JSON.parse(keys.vault("sign-in-attempt").open(row.sealed, hash.toString("hex")).toString("utf8")) as unknown;
}
