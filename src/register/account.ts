import { OFFICE_ROLE_LABELS, type OfficeRole } from "./office-role.js";

/** In place of an agency: the role holds in all of them. */
export const EVERY_AGENCY = "register";

/** A role in an agency, or in EVERY_AGENCY. */
export interface AccountRole {
  readonly agencyId: string;
  readonly role: OfficeRole;
}

/** Somebody who signs in to the office. */
export interface Account {
  readonly id: string;
  /** What is typed at sign-in. */
  readonly loginName: string;
  /** As letters and pages name the person. */
  readonly name: string;
  readonly roles: readonly AccountRole[];
  /** Where notices go; null for nowhere. */
  readonly email: string | null;
  /** Somebody who has left: the account stays, because the history names it. */
  readonly isDisabled: boolean;
}

/** The three separated administrators (三员, GB/T 22239—2019 安全管理中心). */
export const ADMINISTRATORS: ReadonlySet<OfficeRole> = new Set([
  "system-administrator",
  "security-administrator",
  "audit-administrator",
]);

/** Why a role may not hold in all agencies, or null: only the administrators belong to none; whoever handles requests does so for one agency. */
export function everywhereFault(roles: readonly AccountRole[]): string | null {
  const post = roles.find(({ agencyId, role }) => agencyId === EVERY_AGENCY && !ADMINISTRATORS.has(role));
  return post === undefined ? null : `${OFFICE_ROLE_LABELS[post.role]}须选一个机关，不能是全部机关`;
}

/**
 * Why one person may not hold these roles together, or null: nobody is two of the three administrators, and an administrator
 * handles no requests, so that none of them can undo what another one sees.
 */
export function rolesFault(roles: readonly AccountRole[]): string | null {
  const held = new Set(roles.map(({ role }) => role));
  const administrators = [...held].filter((role) => ADMINISTRATORS.has(role));
  const [first, second] = administrators;
  if (first === undefined) return null;
  if (second !== undefined) return `${OFFICE_ROLE_LABELS[first]}不能兼任${OFFICE_ROLE_LABELS[second]}。`;
  const other = [...held].find((role) => !ADMINISTRATORS.has(role));
  return other === undefined ? null : `${OFFICE_ROLE_LABELS[first]}不能兼任${OFFICE_ROLE_LABELS[other]}。`;
}
