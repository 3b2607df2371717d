import { loadAccounts } from "../../storage/accounts/account-store.js";
import { type Office, SYSTEM_ACTOR } from "../office.js";

/** The names of those who recorded something, by what the history calls them; whoever has no account keeps that. */
export async function namesOf({ database }: Pick<Office, "database">, ids: Iterable<string>): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)];
  const accounts = wanted.length === 0 ? [] : await loadAccounts(database, wanted);
  const names = new Map(accounts.map(({ account }) => [account.id, account.name]));
  names.set(SYSTEM_ACTOR.id, SYSTEM_ACTOR.name);
  return (id) => names.get(id) ?? id;
}
