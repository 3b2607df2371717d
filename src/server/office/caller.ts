import { gives, RIGHTS, type Right } from "../../api/rights.js";
import { agenciesAbove } from "../../operations/accounts/agencies-above.js";
import { type AccessToken, EVERY_AGENCY, type SignedIn } from "../../operations/accounts/identify.js";
import type { Actor, ActorRole, Office } from "../../operations/office.js";

/** Who calls a route, and what that lets them do. */
export interface Caller {
  readonly actor: Actor;
  /** Null for access tokens. */
  readonly signedIn: SignedIn | null;
  /** Whether a right holds in an agency; without an agency: in any. */
  may(right: Right, agencyId: string | null): Promise<boolean>;
}

/** Nobody has signed in. */
export const ANYBODY: Caller = {
  actor: { id: "anybody", name: "未登录", roles: [] },
  signedIn: null,
  may: async (right) => right === "public",
};

/** Somebody in the office. A role holds in its agency; a supervisor's rights to read also in the agencies below (条例 第三条). */
export function personCalling(office: Office, signedIn: SignedIn): Caller {
  const { actor } = signedIn;
  return {
    actor,
    signedIn,
    async may(right, agencyId) {
      if (right === "public" || right === "signed-in") return true;
      const giving = actor.roles.filter(({ role }) => gives(role, right));
      if (agencyId === null) return giving.length > 0;
      if (giving.some((one) => one.agencyId === agencyId || one.agencyId === EVERY_AGENCY)) return true;
      const supervised = new Set(giving.filter(({ role }) => role === "supervisor").map((one) => one.agencyId));
      if (supervised.size === 0) return false;
      return (await agenciesAbove(office, agencyId)).some((id) => supervised.has(id));
    },
  };
}

/** Another system, with a token: its rights are those of the token, in one agency. */
export function systemCalling(token: AccessToken): Caller {
  const rights = token.rights.filter((one): one is Right => one in RIGHTS);
  return {
    actor: { id: `token:${token.id}`, name: token.name, roles: rolesOf(rights, token.agencyId) },
    signedIn: null,
    async may(right, agencyId) {
      if (right === "public" || right === "signed-in") return true;
      return rights.includes(right) && (agencyId === null || agencyId === token.agencyId);
    },
  };
}

/** Operations ask which role somebody acts in: a token acts in the least one that gives its right. */
function rolesOf(rights: readonly Right[], agencyId: string): ActorRole[] {
  const roles = new Set(rights.flatMap((right) => RIGHTS[right].roles.slice(0, 1)));
  return [...roles].map((role) => ({ agencyId, role }));
}
