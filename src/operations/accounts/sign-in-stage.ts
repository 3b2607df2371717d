import type { Account } from "../../register/account.js";
import { ADMINISTRATORS } from "../../register/account.js";
import { type Credential, hasSecondFactor } from "../../storage/accounts/credential-store.js";
import type { SessionStage } from "../../storage/accounts/session-store.js";
import type { SignInPolicy } from "./sign-in-policy.js";

const DAY = 24 * 3_600_000;

/** The step of a sign-in that is next, after those that are done. */
export function stageOf(
  account: Account,
  credential: Credential,
  { policy, now, isFactorShown }: { policy: SignInPolicy; now: Date; isFactorShown: boolean },
): SessionStage {
  if (hasSecondFactor(credential) && !isFactorShown) return "second-factor";
  if (credential.passwordHash !== null && (credential.mustChange || isOld(credential, policy, now))) return "change-password";
  if (!hasSecondFactor(credential) && asksSecondFactor(account, policy)) return "enrol-second-factor";
  return "full";
}

function isOld({ passwordSetAt }: Credential, { passwordDays }: SignInPolicy, now: Date): boolean {
  return passwordDays > 0 && passwordSetAt !== null && now.getTime() - Date.parse(passwordSetAt) > passwordDays * DAY;
}

/** Whether the rules ask somebody for a second factor. */
export function asksSecondFactor({ roles }: Account, { secondFactor }: SignInPolicy): boolean {
  if (secondFactor === "everybody") return true;
  return secondFactor === "administrators" && roles.some(({ role }) => ADMINISTRATORS.has(role));
}
