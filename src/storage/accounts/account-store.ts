import { type Kysely, sql, type Transaction } from "kysely";
import type { Account } from "../../register/account.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { REGISTER_CHAIN, type Writing, write } from "../write.js";

/** An account as it stands, with the number of times it was changed. */
export interface StoredAccount {
  readonly account: Account;
  readonly version: number;
}

export type AccountSaved =
  | { readonly result: "written"; readonly stored: StoredAccount }
  | { readonly result: "stale"; readonly stored: StoredAccount; readonly by: string; readonly at: string }
  | { readonly result: "name-taken" };

/** Changes made together with an account, in its transaction. */
export type Alongside = (writing: Writing) => Promise<void>;

export interface AccountToSave extends StoredAccount {
  readonly recordedBy: string;
  readonly reason?: string | null;
  readonly alongside?: Alongside;
}

/** Stores an account, with the version it was read at; 0 for a new one. A name for signing in is given once. */
export async function saveAccount(database: Database, save: AccountToSave): Promise<AccountSaved> {
  const { account, version, recordedBy, reason = null, alongside } = save;
  return write<AccountSaved>(database, { chain: REGISTER_CHAIN, recordedBy }, async (writing) => {
    const { trx, recordedAt } = writing;
    const current = await latest(trx, account.id);
    if (current !== null && current.stored.version !== version) return { result: "stale", ...current };
    const taken = await trx
      .selectFrom("account_credential")
      .select("account_id")
      .where("login_name", "=", nameAsKey(account.loginName))
      .where("account_id", "<>", account.id)
      .executeTakeFirst();
    if (taken !== undefined) return { result: "name-taken" };
    await trx
      .insertInto("account_credential")
      .values({ account_id: account.id, login_name: nameAsKey(account.loginName), recovery: "[]" })
      .onConflict((conflict) => conflict.column("account_id").doUpdateSet({ login_name: nameAsKey(account.loginName) }))
      .execute();
    await writing.add("account_version", [
      {
        account_id: account.id,
        version: version + 1,
        chain_id: REGISTER_CHAIN,
        body: JSON.stringify(account),
        recorded_at: recordedAt,
        recorded_by: recordedBy,
        reason,
      },
    ]);
    await alongside?.(writing);
    return { result: "written", stored: { account, version: version + 1 } };
  });
}

/** The account as it stands; null when there is none. */
export async function loadAccount({ db }: Database, id: string): Promise<StoredAccount | null> {
  return (await latest(db, id))?.stored ?? null;
}

/** The accounts with these ids, as they stand. */
export async function loadAccounts({ db }: Pick<Database, "db">, ids: readonly string[] | null = null): Promise<StoredAccount[]> {
  const rows = await db
    .selectFrom("account_version")
    .distinctOn("account_id")
    .select(["body", "version"])
    .$if(ids !== null, (query) => query.where("account_id", "=", sql<string>`any(${ids})`))
    .orderBy("account_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ body, version }) => ({ account: body as Account, version })); // written as such
}

/** The accounts that are in use with a role in an agency, as they stand. */
export async function accountsIn({ db }: Pick<Database, "db">, agencyId: string): Promise<Account[]> {
  const holds = JSON.stringify({ isDisabled: false, roles: [{ agencyId }] });
  const latest = db
    .selectFrom("account_version")
    .distinctOn("account_id")
    .select("body")
    .orderBy("account_id")
    .orderBy("version", "desc")
    .as("latest");
  const rows = await db.selectFrom(latest).select("body").where(sql<boolean>`body @> ${holds}::jsonb`).execute();
  return rows.map(({ body }) => body as Account); // written as such
}

export async function hasAccounts({ db }: Database): Promise<boolean> {
  return (await db.selectFrom("account_credential").select("account_id").limit(1).executeTakeFirst()) !== undefined;
}

async function latest(
  db: Kysely<Tables> | Transaction<Tables>,
  id: string,
): Promise<{ stored: StoredAccount; by: string; at: string } | null> {
  const row = await db
    .selectFrom("account_version")
    .select(["body", "version", "recorded_by", "recorded_at"])
    .where("account_id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { body, version, recorded_by: by, recorded_at: at } = row;
  return { stored: { account: body as Account, version }, by, at }; // written as such
}

/** Letter case and widths of a name do not matter at sign-in. */
export function nameAsKey(loginName: string): string {
  return loginName.normalize("NFKC").trim().toLowerCase();
}
