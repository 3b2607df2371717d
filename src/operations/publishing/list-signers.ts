import { SIGNING_ROLES } from "../../register/publishing/review-chain.js";
import type { Signature } from "../../register/publishing/signature.js";
import { accountsIn } from "../../storage/accounts/account-store.js";
import type { Office } from "../office.js";

const SIGNING: ReadonlySet<string> = new Set(Object.values(SIGNING_ROLES).flat());

/** Everybody in an agency who may sign a step of a review, with what they are there; whoever has left is not among them. */
export async function listSigners({ database }: Pick<Office, "database">, agencyId: string): Promise<Signature[]> {
  const accounts = await accountsIn(database, agencyId);
  return accounts
    .map(({ id, name, roles }) => ({
      ...{ id, name },
      roles: roles.flatMap((one) => (one.agencyId === agencyId && SIGNING.has(one.role) ? [one.role] : [])),
    }))
    .filter(({ roles }) => roles.length > 0)
    .sort((one, other) => one.name.localeCompare(other.name, "zh-CN"));
}
