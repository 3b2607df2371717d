import { AppError } from "../../errors.js";
import type { Account } from "../../register/account.js";
import { loadAccount } from "../../storage/accounts/account-store.js";
import {
  admit,
  type Credential,
  countFailure,
  credentialByName,
  hasSecondFactor,
} from "../../storage/accounts/credential-store.js";
import { openSession, type SessionStage } from "../../storage/accounts/session-store.js";
import type { Office } from "../office.js";
import { chinaTime } from "./china-time.js";
import { isPassword } from "./password-hash.js";
import { recordActivity } from "./record-activity.js";
import { loadSignInPolicy, type SignInPolicy } from "./sign-in-policy.js";
import { stageOf } from "./sign-in-stage.js";

export interface SignInInput {
  readonly loginName: string;
  readonly password: string;
  readonly browser: string;
  readonly address: string;
}

/** What the browser keeps, and how far the sign-in has come. */
export interface Opened {
  readonly secret: string;
  readonly stage: SessionStage;
  readonly account: Account;
}

/** Signs somebody in with name and password. Name and password are wrong together: nobody learns which names there are. */
export async function signIn(office: Office, { loginName, password, browser, address }: SignInInput): Promise<Opened> {
  const now = office.now();
  const policy = await loadSignInPolicy(office);
  const credential = await credentialByName(office.database, loginName);
  const account = credential === null ? null : ((await loadAccount(office.database, credential.accountId))?.account ?? null);
  if (credential !== null) demandUnlocked(credential, now);
  const isRight = await isPassword(password, credential?.passwordHash ?? null);
  if (credential === null || account === null) {
    await recordActivity(office, NOBODY, { kind: "sign-in-failed", subject: "", body: { address, browser } });
    throw new AppError("SIGN_IN_FAILED", {});
  }
  if (!isRight || account.isDisabled || isOutdated(credential, policy, now)) {
    await refuse(office, { account, policy, kind: "sign-in-failed", browser, address });
    throw new AppError("SIGN_IN_FAILED", {});
  }
  // With a second factor wrong tries are forgotten only after it: else the password would give any number of tries at the code.
  const isAdmitted = hasSecondFactor(credential) || (await admit(office.database, account.id, now.toISOString()));
  if (!isAdmitted) throw new AppError("SIGN_IN_FAILED", {});
  const stage = stageOf(account, credential, { policy, now, isFactorShown: false });
  return open(office, { account, stage, policy, browser, address });
}

const NOBODY = { id: "anybody", name: "未登录", roles: [] };

/** A password that an administrator gave and nobody used in time. */
function isOutdated({ mustChange, passwordSetAt }: Credential, { oneTimeHours }: SignInPolicy, now: Date): boolean {
  return mustChange && passwordSetAt !== null && now.getTime() - Date.parse(passwordSetAt) > oneTimeHours * 3_600_000;
}

export function demandUnlocked({ lockedUntil }: Credential, now: Date): void {
  if (lockedUntil !== null && Date.parse(lockedUntil) > now.getTime()) {
    throw new AppError("SIGN_IN_LOCKED", { until: chinaTime(lockedUntil) });
  }
}

export interface Refused {
  readonly account: Account;
  readonly policy: SignInPolicy;
  readonly kind: "sign-in-failed" | "second-factor-failed";
  readonly browser: string;
  readonly address: string;
}

/** Counts a wrong try and records it; throws SIGN_IN_LOCKED when it was one too many. */
export async function refuse(office: Office, { account, policy, kind, browser, address }: Refused): Promise<void> {
  const { lockedUntil } = await countFailure(office.database, {
    accountId: account.id,
    limit: policy.failures,
    lockMinutes: policy.lockMinutes,
    at: office.now().toISOString(),
  });
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > office.now().getTime();
  const doing = { subject: account.id, body: { address, browser, ...(isLocked ? { lockedUntil } : {}) } };
  await recordActivity(office, NOBODY, { kind: isLocked ? "sign-in-locked" : kind, ...doing });
  if (isLocked) throw new AppError("SIGN_IN_LOCKED", { until: chinaTime(lockedUntil) });
}

export interface Opening {
  readonly account: Account;
  readonly stage: SessionStage;
  readonly policy: SignInPolicy;
  readonly browser: string;
  readonly address: string;
  /** The identity service somebody came from; left out: a password. */
  readonly by?: string;
}

export async function open(office: Office, { account, stage, policy, browser, address, by }: Opening): Promise<Opened> {
  const now = office.now();
  const secret = await openSession(office.database, {
    accountId: account.id,
    stage,
    at: now.toISOString(),
    idleMinutes: policy.idleMinutes,
    endsAt: new Date(now.getTime() + policy.sessionHours * 3_600_000).toISOString(),
    browser,
  });
  const actor = { id: account.id, name: account.name, roles: account.roles };
  const body = { address, browser, ...(by === undefined ? {} : { by }), ...(stage === "full" ? {} : { stage }) };
  await recordActivity(office, actor, { kind: "signed-in", subject: account.id, body });
  return { secret, stage, account };
}
