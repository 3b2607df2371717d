import { AppError } from "../../errors.js";
import type { Account } from "../../register/account.js";
import { loadAccount } from "../../storage/accounts/account-store.js";
import { type Credential, credentialOfAccount } from "../../storage/accounts/credential-store.js";
import type { Office } from "../office.js";
import type { SignedIn } from "./identify.js";

export interface OwnAccount {
  readonly account: Account;
  readonly credential: Credential;
}

/** The account of somebody who is signed in, however far. */
export async function ownAccount({ database }: Office, { actor }: Pick<SignedIn, "actor">): Promise<OwnAccount> {
  const stored = await loadAccount(database, actor.id);
  const credential = await credentialOfAccount(database, actor.id);
  if (stored === null || credential === null) throw new AppError("NOT_SIGNED_IN", {});
  return { account: stored.account, credential };
}
