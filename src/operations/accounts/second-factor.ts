import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { AppError } from "../../errors.js";
import type { Account } from "../../register/account.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import {
  admit,
  type Credential,
  confirmTotp,
  removeTotp,
  setTotpSecret,
  spendRecoveryCode,
  spendTotpStep,
} from "../../storage/accounts/credential-store.js";
import { type SessionStage, setSessionStage } from "../../storage/accounts/session-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Office } from "../office.js";
import type { SignedIn } from "./identify.js";
import { leaveFactor } from "./leave-factor.js";
import { ownAccount } from "./own-account.js";
import { recordActivity } from "./record-activity.js";
import { giveRecoveryCodes, recoveryHash } from "./recovery-codes.js";
import { demandUnlocked, refuse } from "./sign-in.js";
import { loadSignInPolicy } from "./sign-in-policy.js";
import { stageOf } from "./sign-in-stage.js";
import type { Whereabouts } from "./whereabouts.js";

const ISSUER = "阳光政府信息公开";
const STEP_SECONDS = 30;

/** What an app that makes codes is given: as an address in a QR code, and to be typed. */
export interface Enrolment {
  readonly uri: string;
  readonly secret: string;
}

/** Begins to use a second factor (RFC 6238). It counts when a code of it was shown. */
export async function beginSecondFactor(office: Office, signedIn: SignedIn): Promise<Enrolment> {
  const { account, credential } = await ownAccount(office, signedIn);
  // An enrolled factor is replaced only after it was removed, with the password.
  if (credential.isTotpConfirmed) throw new AppError("SECOND_FACTOR_MISSING", {});
  const secret = new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer }).base32;
  await setTotpSecret(office.database, account.id, secret);
  return { uri: codesOf(secret, account).toString(), secret };
}

/** Proves that the app makes the right codes, and gives the codes for the day it is lost; they are shown once. */
export async function confirmSecondFactor(
  office: Office,
  signedIn: SignedIn,
  { code, browser, address }: Whereabouts & { readonly code: string },
): Promise<{ readonly recoveryCodes: readonly string[]; readonly stage: SessionStage }> {
  const { account, credential } = await ownAccount(office, signedIn);
  if (credential.totpSecret === null || credential.isTotpConfirmed) throw new AppError("SECOND_FACTOR_MISSING", {});
  if (!(await isCode(office, { account, credential, code }))) throw new AppError("SECOND_FACTOR_WRONG", {});
  const now = office.now();
  const chain = { chain: REGISTER_CHAIN, recordedBy: account.id };
  const recoveryCodes = await write(office.database, chain, async (writing): Promise<readonly string[]> => {
    await confirmTotp(writing.trx, { accountId: account.id, at: now.toISOString() });
    await addActivities(writing, [{ kind: "second-factor-enrolled", subject: account.id, body: { address, browser } }]);
    return giveRecoveryCodes(office, writing, credential);
  });
  const policy = await loadSignInPolicy(office);
  const stage = stageOf(account, { ...credential, isTotpConfirmed: true }, { policy, now, isFactorShown: true });
  await setSessionStage(office.database, signedIn.session.id, stage);
  return { recoveryCodes, stage };
}

/** The second step of a sign-in: a code of the app, or one of the recovery codes. Gives the step that is next. */
export async function verifySecondFactor(
  office: Office,
  signedIn: SignedIn,
  { code, browser, address }: Whereabouts & { readonly code: string },
): Promise<SessionStage> {
  const { account, credential } = await ownAccount(office, signedIn);
  const policy = await loadSignInPolicy(office);
  const now = office.now();
  demandUnlocked(credential, now);
  const isApp = await isCode(office, { account, credential, code });
  const isRecovery = !isApp && (await spendRecoveryCode(office.database, account.id, recoveryHash(office, account.id, code)));
  if (!isApp && !isRecovery) {
    await refuse(office, { account, policy, kind: "second-factor-failed", browser, address });
    throw new AppError("SECOND_FACTOR_WRONG", {});
  }
  if (!(await admit(office.database, account.id, now.toISOString()))) throw new AppError("SECOND_FACTOR_WRONG", {});
  if (isRecovery) {
    const left = credential.recoveryHashes.length - 1;
    await recordActivity(office, signedIn.actor, {
      kind: "recovery-code-used",
      subject: account.id,
      body: { address, browser, left },
    });
  }
  const stage = stageOf(account, credential, { policy, now, isFactorShown: true });
  await setSessionStage(office.database, signedIn.session.id, stage);
  return stage;
}

/** Stops using the app that makes codes, with the password. */
export async function removeSecondFactor(
  office: Office,
  signedIn: SignedIn,
  given: Whereabouts & { readonly password: string },
): Promise<void> {
  const { account, credential } = await ownAccount(office, signedIn);
  await leaveFactor(office, signedIn, {
    ...given,
    leaving: {
      kind: "second-factor-removed",
      left: { isTotpConfirmed: false, securityKeys: credential.securityKeys },
      body: {},
      remove: ({ trx }) => removeTotp(trx, account.id),
    },
  });
}

function codesOf(secret: string, { loginName }: Account): TOTP {
  return new TOTP({ issuer: ISSUER, label: loginName, secret: Secret.fromBase32(secret), period: STEP_SECONDS });
}

interface ShownCode {
  readonly account: Account;
  readonly credential: Credential;
  readonly code: string;
}

/** Whether a code is that of now, or of half a minute before or after (RFC 6238 5.2), and was not used before. */
async function isCode(office: Office, { account, credential, code }: ShownCode): Promise<boolean> {
  const token = code.normalize("NFKC").replaceAll(/\s/g, "");
  if (credential.totpSecret === null || !/^\d{6}$/.test(token)) return false;
  const timestamp = office.now().getTime();
  const delta = codesOf(credential.totpSecret, account).validate({ token, timestamp, window: 1 });
  if (delta === null) return false;
  return spendTotpStep(office.database, account.id, Math.floor(timestamp / 1_000 / STEP_SECONDS) + delta);
}
