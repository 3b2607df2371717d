import { randomBytes } from "node:crypto";
import { AppError } from "../../errors.js";
import { type Account, EVERY_AGENCY, everywhereFault, rolesFault } from "../../register/account.js";
import {
  type AccountSaved,
  type AccountToSave,
  hasAccounts,
  loadAccount,
  loadAccounts,
  type StoredAccount,
  saveAccount as store,
} from "../../storage/accounts/account-store.js";
import { type Activity, addActivities } from "../../storage/accounts/activity-store.js";
import { removeTotp, setPassword, setRecovery } from "../../storage/accounts/credential-store.js";
import { removeKeys } from "../../storage/accounts/security-key-store.js";
import { endSessionsOf } from "../../storage/accounts/session-store.js";
import type { Database } from "../../storage/database.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import { type Actor, type Office, SYSTEM_ACTOR } from "../office.js";
import { staleRecord } from "../stale-record.js";
import { hashPassword, oneTimePassword } from "./password-hash.js";

export type { StoredAccount } from "../../storage/accounts/account-store.js";

export interface AccountWithPassword extends StoredAccount {
  /** Shown once, to whoever made the account; null when it signs in elsewhere. */
  readonly oneTimePassword: string | null;
}

/** What an administrator says of an account. */
export type AccountInput = Omit<Account, "id">;

/** Opens an account with a password that is used once, or without any for people who sign in elsewhere. */
export async function addAccount(
  office: Office,
  actor: Actor,
  { account: input, withPassword }: { readonly account: AccountInput; readonly withPassword: boolean },
): Promise<AccountWithPassword> {
  demandSeparate(input);
  const account: Account = { id: `u${randomBytes(9).toString("base64url")}`, ...input };
  const password = withPassword ? oneTimePassword() : null;
  const hash = password === null ? null : await hashPassword(password);
  const stored = await saved(office, {
    account,
    version: 0,
    recordedBy: actor.id,
    alongside: async ({ trx }) => {
      const at = office.now().toISOString();
      if (hash !== null) await setPassword(trx, { accountId: account.id, hash, at, mustChange: true });
    },
  });
  return { ...stored, oneTimePassword: password };
}

/** Changes what an account is and may do. Who lost a role or left is signed out at once. */
export async function changeAccount(
  office: Office,
  actor: Actor,
  { account, version, reason }: StoredAccount & { readonly reason: string | null },
): Promise<StoredAccount> {
  const before = await accountById(office, account.id);
  demandSeparate(account);
  const isOwn = actor.id === account.id;
  if (isOwn && (account.isDisabled || rolesText(account) !== rolesText(before.account))) throw new AppError("ACCOUNT_SELF", {});
  const isLess = account.isDisabled || rolesText(account) !== rolesText(before.account);
  return saved(office, {
    account,
    version,
    recordedBy: actor.id,
    reason,
    alongside: async ({ trx }) => {
      // Behind the lock of the chain: of two administrators who take each other away at once, one is told.
      await demandAdministratorLeft({ db: trx }, account);
      if (isLess) await endSessionsOf({ db: trx }, account.id);
    },
  });
}

/** Gives a new password that is used once, lifts a lock, and signs the account out everywhere. */
export async function resetPassword(
  office: Office,
  actor: Actor,
  { accountId, withSecondFactor }: { readonly accountId: string; readonly withSecondFactor: boolean },
): Promise<string> {
  const { account } = await accountById(office, accountId);
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  const at = office.now().toISOString();
  await write(office.database, { chain: REGISTER_CHAIN, recordedBy: actor.id }, async (writing) => {
    await setPassword(writing.trx, { accountId: account.id, hash, at, mustChange: true });
    await endSessionsOf({ db: writing.trx }, account.id);
    const activities: Activity[] = [{ kind: "password-reset", subject: account.id, body: {} }];
    if (withSecondFactor) {
      await removeTotp(writing.trx, account.id);
      const keys = await removeKeys(writing.trx, account.id);
      await setRecovery(writing.trx, account.id, []);
      activities.push({ kind: "second-factor-removed", subject: account.id, body: {} });
      if (keys > 0) activities.push({ kind: "security-key-removed", subject: account.id, body: { keys } });
    }
    await addActivities(writing, activities);
  });
  return password;
}

/** The first account of an installation: the security administrator, who opens all others. Null when there are accounts. */
export async function addFirstAccount(office: Office): Promise<{ readonly loginName: string; readonly password: string } | null> {
  if (await hasAccounts(office.database)) return null;
  const account: AccountInput = {
    loginName: "anquan",
    name: "安全管理员",
    roles: [{ agencyId: EVERY_AGENCY, role: "security-administrator" }],
    email: null,
    isDisabled: false,
  };
  try {
    const { oneTimePassword: password } = await addAccount(office, SYSTEM_ACTOR, { account, withPassword: true });
    return password === null ? null : { loginName: account.loginName, password };
  } catch (error) {
    // Another process was first.
    if (error instanceof AppError && error.code === "LOGIN_NAME_TAKEN") return null;
    throw error;
  }
}

/** Every account, or null as `loadAccount` has it. */
export async function listAccounts({ database }: Office): Promise<StoredAccount[]> {
  return loadAccounts(database);
}

export async function accountById({ database }: Office, id: string): Promise<StoredAccount> {
  const stored = await loadAccount(database, id);
  if (stored === null) throw new AppError("RECORD_UNKNOWN", { id, kind: "账号" });
  return stored;
}

function demandSeparate({ roles }: Pick<Account, "roles">): void {
  const fault = rolesFault(roles);
  if (fault !== null) throw new AppError("ADMINISTRATORS_SEPARATE", { reason: fault });
  const everywhere = everywhereFault(roles);
  if (everywhere !== null) throw new AppError("INPUT_INVALID", { fields: everywhere });
}

const isSecurityAdministrator = ({ roles, isDisabled }: AccountInput): boolean =>
  !isDisabled && roles.some(({ role, agencyId }) => role === "security-administrator" && agencyId === EVERY_AGENCY);

/** Without a security administrator nobody could ever make one again. */
async function demandAdministratorLeft(database: Pick<Database, "db">, changed: Account): Promise<void> {
  if (isSecurityAdministrator(changed)) return;
  const others = (await loadAccounts(database)).filter(({ account }) => account.id !== changed.id);
  if (!others.some(({ account }) => isSecurityAdministrator(account))) throw new AppError("LAST_ADMINISTRATOR", {});
}

function rolesText({ roles }: Account): string {
  return roles
    .map(({ agencyId, role }) => `${agencyId} ${role}`)
    .sort()
    .join("\n");
}

async function saved({ database }: Office, account: AccountToSave): Promise<StoredAccount> {
  const outcome: AccountSaved = await store(database, account);
  switch (outcome.result) {
    case "written":
      return outcome.stored;
    case "name-taken":
      throw new AppError("LOGIN_NAME_TAKEN", { name: account.account.loginName });
    case "stale": {
      const what = `账号“${outcome.stored.account.name}”`;
      const newer = { recordedAt: outcome.at, recordedBy: outcome.by };
      throw await staleRecord({ database }, newer, { what, details: outcome.stored });
    }
    default:
      return outcome satisfies never;
  }
}
