import { accountById, listAccounts, type StoredAccount } from "../../operations/accounts/save-account.js";
import type { Office } from "../../operations/office.js";
import { type Account, EVERY_AGENCY } from "../../register/account.js";

type Demand = (right: "accounts:manage", agencyId: string) => Promise<void>;
type May = (right: "accounts:manage", agencyId: string) => Promise<boolean>;

/** Who manages the accounts of one agency manages those that have roles there only; an account without roles is everybody's. */
export async function demandAll(demand: Demand, roles: Account["roles"]): Promise<void> {
  for (const agencyId of agenciesOf(roles)) await demand("accounts:manage", agencyId);
}

/** The accounts somebody manages, those with a text in their names, in the order of their names. */
export async function manageableAccounts(office: Office, may: May, text = ""): Promise<StoredAccount[]> {
  const search = text.trim().toLowerCase();
  const found: StoredAccount[] = [];
  for (const stored of await listAccounts(office)) {
    const { name, loginName, roles } = stored.account;
    if (!name.toLowerCase().includes(search) && !loginName.toLowerCase().includes(search)) continue;
    if (await managesAll(may, roles)) found.push(stored);
  }
  return found.sort((one, other) => one.account.loginName.localeCompare(other.account.loginName, "zh-CN"));
}

async function managesAll(may: May, roles: Account["roles"]): Promise<boolean> {
  for (const agencyId of agenciesOf(roles)) if (!(await may("accounts:manage", agencyId))) return false;
  return true;
}

function agenciesOf(roles: Account["roles"]): ReadonlySet<string> {
  return new Set(roles.length === 0 ? [EVERY_AGENCY] : roles.map(({ agencyId }) => agencyId));
}

/** The account, if whoever calls manages it. */
export async function demandAccount(office: Office, demand: Demand, accountId: string): Promise<StoredAccount> {
  const stored = await accountById(office, accountId);
  await demandAll(demand, stored.account.roles);
  return stored;
}
