import { maySign } from "../../register/letters/letter-draft.js";
import type { OfficeRole } from "../../register/office-role.js";
import { accountsIn } from "../../storage/accounts/account-store.js";
import type { Office } from "../office.js";
import { rolesIn } from "./draft-view.js";

/** Somebody who may sign letters of an agency. */
export interface LetterSigner {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly OfficeRole[];
}

/** Everybody who may sign letters of an agency, by name; whoever has left is not among them. */
export async function letterSigners({ database }: Pick<Office, "database">, agencyId: string): Promise<LetterSigner[]> {
  const accounts = await accountsIn(database, agencyId);
  return accounts
    .map((account) => ({ id: account.id, name: account.name, roles: rolesIn(account, agencyId) }))
    .filter(({ roles }) => maySign(roles, null))
    .sort((one, other) => one.name.localeCompare(other.name, "zh-CN"));
}
