import type { OfficeRole } from "./office-role.js";

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
