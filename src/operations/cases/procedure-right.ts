import { AppError } from "../../errors.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { procedureRole } from "../../register/office-role.js";
import { mayAct, ROLE_LABELS, ROLES, type Role } from "../../register/role.js";
import { type Actor, SYSTEM_ACTOR } from "../office.js";

/** What somebody may do in the procedures of an agency; null: nothing. The system itself registers what came in. */
function roleIn(actor: Actor, agencyId: string): Role | null {
  if (actor.id === SYSTEM_ACTOR.id) return "registrar";
  const roles = actor.roles
    .filter((held) => held.agencyId === agencyId || held.agencyId === EVERY_AGENCY)
    .flatMap(({ role }) => procedureRole(role) ?? []);
  return ROLES.findLast((role) => roles.includes(role)) ?? null;
}

/** Whether somebody may take a step that asks for a role. */
export function mayTake(actor: Actor, agencyId: string, needed: Role): boolean {
  const role = roleIn(actor, agencyId);
  return role !== null && mayAct(role, needed);
}

/** Throws FORBIDDEN unless the person may take the step. */
export function demandRole(
  actor: Actor,
  agencyId: string,
  { role, label }: { readonly role: Role; readonly label: string },
): void {
  if (!mayTake(actor, agencyId, role)) throw new AppError("FORBIDDEN", { right: `${label}（${ROLE_LABELS[role]}）` });
}

/** Whether somebody handles requests in the agency and so needs to know who asks; a supervisor sees 张*. */
export function seesPersons(actor: Actor, agencyId: string): boolean {
  return roleIn(actor, agencyId) !== null;
}
