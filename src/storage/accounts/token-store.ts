import { randomBytes } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { freshSecret, secretHash } from "./session-store.js";

/** A key of another system to one agency. Its rights are a list of names of rights. */
export interface AccessToken {
  readonly id: string;
  readonly agencyId: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly madeAt: string;
  readonly madeBy: string;
  readonly endsAt: string;
  readonly revokedAt: string | null;
  readonly usedAt: string | null;
}

export type NewToken = Pick<AccessToken, "agencyId" | "name" | "rights" | "madeAt" | "madeBy" | "endsAt">;

/** So that a token that leaked into a repository or a log is recognised. */
const PREFIX = "yg_";

/** Makes a token and gives it; only its hash is kept. */
export async function addToken(
  db: Kysely<Tables>,
  token: NewToken,
): Promise<{ readonly token: AccessToken; readonly secret: string }> {
  const secret = `${PREFIX}${freshSecret()}`;
  const id = `t${randomBytes(9).toString("base64url")}`;
  const row = await db
    .insertInto("access_token")
    .values({
      id,
      token_hash: secretHash(secret),
      agency_id: token.agencyId,
      name: token.name,
      rights: JSON.stringify(token.rights),
      made_at: token.madeAt,
      made_by: token.madeBy,
      ends_at: token.endsAt,
      revoked_at: null,
      used_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { token: tokenOf(row), secret };
}

/** The token somebody shows; null when it is none, over, or revoked. */
export async function findToken({ db }: Database, secret: string, now: string): Promise<AccessToken | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db
    .selectFrom("access_token")
    .selectAll()
    .where("token_hash", "=", secretHash(secret))
    .where("revoked_at", "is", null)
    .where("ends_at", ">", now)
    .executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

export async function touchToken({ db }: Database, id: string, now: string): Promise<void> {
  await db.updateTable("access_token").set({ used_at: now }).where("id", "=", id).execute();
}

export async function tokenById({ db }: Database, id: string): Promise<AccessToken | null> {
  const row = await db.selectFrom("access_token").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : tokenOf(row);
}

/** The tokens of these agencies, or of all. */
export async function loadTokens({ db }: Database, agencyIds: readonly string[] | null): Promise<AccessToken[]> {
  if (agencyIds !== null && agencyIds.length === 0) return [];
  const rows = await db
    .selectFrom("access_token")
    .selectAll()
    .$if(agencyIds !== null, (query) => query.where("agency_id", "in", [...(agencyIds ?? [])]))
    .orderBy("made_at", "desc")
    .execute();
  return rows.map(tokenOf);
}

export async function revokeToken(db: Kysely<Tables>, id: string, now: string): Promise<void> {
  await db.updateTable("access_token").set({ revoked_at: now }).where("id", "=", id).where("revoked_at", "is", null).execute();
}

function tokenOf(row: Selectable<Tables["access_token"]>): AccessToken {
  return {
    id: row.id,
    agencyId: row.agency_id,
    name: row.name,
    rights: row.rights as string[], // written as such
    madeAt: row.made_at,
    madeBy: row.made_by,
    endsAt: row.ends_at,
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  };
}
