import { credentialOfAccount } from "../../storage/accounts/credential-store.js";
import { type IdentityLink, linksOf } from "../../storage/accounts/link-store.js";
import { keysOfAccount, type SecurityKey } from "../../storage/accounts/security-key-store.js";
import { sessionsOf } from "../../storage/accounts/session-store.js";
import type { Office } from "../office.js";
import { accountById, type StoredAccount } from "./save-account.js";

export interface AccountState {
  readonly stored: StoredAccount;
  readonly credential: {
    readonly hasPassword: boolean;
    readonly mustChange: boolean;
    readonly passwordSetAt: string | null;
    /** Null when it is not locked now. */
    readonly lockedUntil: string | null;
    /** Whether an app makes codes. */
    readonly hasCodes: boolean;
    readonly recoveryCodesLeft: number;
  };
  readonly keys: readonly SecurityKey[];
  readonly links: readonly IdentityLink[];
  readonly sessions: number;
}

/** An account as its administrator sees it: how it signs in, and nothing that would let one in. */
export async function accountState(office: Office, accountId: string): Promise<AccountState> {
  const { database } = office;
  const now = office.now();
  const stored = await accountById(office, accountId);
  const credential = await credentialOfAccount(database, accountId);
  const lockedUntil = credential?.lockedUntil ?? null;
  return {
    stored,
    credential: {
      hasPassword: credential?.passwordHash != null,
      mustChange: credential?.mustChange ?? false,
      passwordSetAt: credential?.passwordSetAt ?? null,
      lockedUntil: lockedUntil !== null && Date.parse(lockedUntil) > now.getTime() ? lockedUntil : null,
      hasCodes: credential?.isTotpConfirmed ?? false,
      recoveryCodesLeft: credential?.recoveryHashes.length ?? 0,
    },
    keys: await keysOfAccount(database, accountId),
    links: await linksOf(database, accountId),
    sessions: (await sessionsOf(database, accountId, now.toISOString())).length,
  };
}
