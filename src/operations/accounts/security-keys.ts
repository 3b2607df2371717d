import { createHash } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { AppError } from "../../errors.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import { admit } from "../../storage/accounts/credential-store.js";
import {
  addKey,
  type KeyPurpose,
  keepChallenge,
  keysOfAccount,
  removeKey,
  type SecurityKey,
  spendKey,
  takeChallenge,
} from "../../storage/accounts/security-key-store.js";
import { type SessionStage, setSessionStage } from "../../storage/accounts/session-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Office } from "../office.js";
import type { SignedIn } from "./identify.js";
import type { KeyPlace } from "./key-place.js";
import { leaveFactor } from "./leave-factor.js";
import { ownAccount } from "./own-account.js";
import { recordActivity } from "./record-activity.js";
import { giveRecoveryCodes } from "./recovery-codes.js";
import { demandUnlocked, refuse } from "./sign-in.js";
import { loadSignInPolicy } from "./sign-in-policy.js";
import { stageOf } from "./sign-in-stage.js";
import type { Whereabouts } from "./whereabouts.js";

const NAME = "阳光政府信息公开";
/** Time to find the key and touch it. */
const SECONDS = 180;
const MOST_KEYS = 10;
/** EdDSA, ES256, RS256: what keys make; said in full, as the library else asks Node for what is still an experiment there. */
const ALGORITHMS = [-8, -7, -257];

/** The security keys of whoever is signed in. */
export async function ownKeys({ database }: Office, { actor }: SignedIn): Promise<SecurityKey[]> {
  return keysOfAccount(database, actor.id);
}

/** Begins to use a security key: what the browser asks it for. As a second factor, so the key need not know who touches it. */
export async function beginSecurityKey(
  office: Office,
  signedIn: SignedIn,
  { rpId }: KeyPlace,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { account } = await ownAccount(office, signedIn);
  const keys = await keysOfAccount(office.database, account.id);
  if (keys.length >= MOST_KEYS) throw new AppError("SECURITY_KEYS_TOO_MANY", { most: MOST_KEYS });
  const options = await generateRegistrationOptions({
    ...{ rpName: NAME, rpID: rpId, userName: account.loginName, userDisplayName: account.name },
    // Says nothing to whoever finds the key (WebAuthn 14.6.1).
    userID: Uint8Array.from(createHash("sha256").update(`security-key\n${account.id}`).digest()),
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: SECONDS * 1_000,
    excludeCredentials: keys.map(named),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
  });
  await keep(office, signedIn, "enrol", options.challenge);
  return options;
}

export interface KeyMade extends Whereabouts {
  readonly place: KeyPlace;
  /** What its owner calls it. */
  readonly name: string;
  readonly response: RegistrationResponseJSON;
}

/** Takes a key that was made here; with the first second factor come the codes for the day it is lost. */
export async function confirmSecurityKey(
  office: Office,
  signedIn: SignedIn,
  { place, name, response, browser, address }: KeyMade,
): Promise<{ readonly recoveryCodes: readonly string[]; readonly stage: SessionStage }> {
  const { account, credential } = await ownAccount(office, signedIn);
  const expectedChallenge = await take(office, signedIn, "enrol");
  const { registrationInfo } = await proved<VerifiedRegistrationResponse>(() =>
    verifyRegistrationResponse({ response, expectedChallenge, supportedAlgorithmIDs: ALGORITHMS, ...expected(place) }),
  );
  if (registrationInfo === undefined) throw new AppError("SECURITY_KEY_WRONG", {});
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
  const now = office.now();
  const key = { credentialId, accountId: account.id, name, publicKey, counter, transports, addedAt: now.toISOString() };
  const recoveryCodes = await write(
    office.database,
    { chain: REGISTER_CHAIN, recordedBy: account.id },
    async (writing): Promise<readonly string[]> => {
      if (!(await addKey(writing.trx, key))) throw new AppError("SECURITY_KEY_KNOWN", {});
      await addActivities(writing, [{ kind: "security-key-added", subject: account.id, body: { address, browser, key: name } }]);
      return giveRecoveryCodes(office, writing, credential);
    },
  );
  const policy = await loadSignInPolicy(office);
  const held = { ...credential, securityKeys: credential.securityKeys + 1 };
  const stage = stageOf(account, held, { policy, now, isFactorShown: true });
  await setSessionStage(office.database, signedIn.session.id, stage);
  return { recoveryCodes, stage };
}

/** Begins the second step of a sign-in with a key: what the browser asks it to sign. */
export async function beginKeySignIn(
  office: Office,
  signedIn: SignedIn,
  { rpId }: KeyPlace,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const keys = await keysOfAccount(office.database, signedIn.actor.id);
  if (keys.length === 0) throw new AppError("SECURITY_KEY_NONE", {});
  const options = await generateAuthenticationOptions({
    ...{ rpID: rpId, timeout: SECONDS * 1_000, userVerification: "preferred" },
    allowCredentials: keys.map(named),
  });
  await keep(office, signedIn, "sign-in", options.challenge);
  return options;
}

export interface KeyShown extends Whereabouts {
  readonly place: KeyPlace;
  readonly response: AuthenticationResponseJSON;
}

/** The second step of a sign-in with a key. What does not fit counts like a wrong password. Gives the step that is next. */
export async function verifyKeySignIn(office: Office, signedIn: SignedIn, shown: KeyShown): Promise<SessionStage> {
  const { browser, address } = shown;
  const { account, credential } = await ownAccount(office, signedIn);
  const policy = await loadSignInPolicy(office);
  const now = office.now();
  demandUnlocked(credential, now);
  const expectedChallenge = await take(office, signedIn, "sign-in");
  const key = await keyThatSigned(office, account.id, { ...shown, expectedChallenge });
  if (key === null) {
    await refuse(office, { account, policy, kind: "second-factor-failed", browser, address });
    throw new AppError("SECURITY_KEY_WRONG", {});
  }
  if (!(await admit(office.database, account.id, now.toISOString()))) throw new AppError("SECURITY_KEY_WRONG", {});
  await recordActivity(office, signedIn.actor, {
    kind: "security-key-used",
    subject: account.id,
    body: { address, browser, key: key.name },
  });
  const stage = stageOf(account, credential, { policy, now, isFactorShown: true });
  await setSessionStage(office.database, signedIn.session.id, stage);
  return stage;
}

/** The key of an account that has signed; null when none of its keys has, or its count says that there is a copy of it. */
async function keyThatSigned(
  office: Office,
  accountId: string,
  { place, response, expectedChallenge }: KeyShown & { readonly expectedChallenge: string },
): Promise<SecurityKey | null> {
  const key = (await keysOfAccount(office.database, accountId)).find(({ credentialId }) => credentialId === response.id);
  if (key === undefined) return null;
  const credential = { ...named(key), publicKey: key.publicKey, counter: key.counter };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...{ response, expectedChallenge, credential },
      ...expected(place),
    });
    const { newCounter: counter } = authenticationInfo;
    const spent = { accountId, credentialId: key.credentialId, counter, at: office.now().toISOString() };
    return verified && (await spendKey(office.database, spent)) ? key : null;
  } catch {
    return null; // the library throws for everything that does not fit
  }
}

/** Stops using a key, with the password. */
export async function removeSecurityKey(
  office: Office,
  signedIn: SignedIn,
  { keyId, ...given }: Whereabouts & { readonly keyId: string; readonly password: string },
): Promise<void> {
  const { account, credential } = await ownAccount(office, signedIn);
  const key = (await keysOfAccount(office.database, account.id)).find(({ credentialId }) => credentialId === keyId);
  if (key === undefined) throw new AppError("RECORD_UNKNOWN", { id: keyId, kind: "安全密钥" });
  await leaveFactor(office, signedIn, {
    ...given,
    leaving: {
      kind: "security-key-removed",
      left: { isTotpConfirmed: credential.isTotpConfirmed, securityKeys: credential.securityKeys - 1 },
      body: { key: key.name },
      remove: ({ trx }) => removeKey(trx, account.id, keyId),
    },
  });
}

const expected = ({ origin, rpId }: KeyPlace) => ({
  expectedOrigin: origin,
  expectedRPID: rpId,
  requireUserVerification: false,
});

const named = ({ credentialId, transports }: SecurityKey) => ({
  id: credentialId,
  transports: transports as AuthenticatorTransport[], // as the browser told them; only handed back to it
});

function keep(office: Office, { session }: SignedIn, purpose: KeyPurpose, challenge: string): Promise<void> {
  const endsAt = new Date(office.now().getTime() + SECONDS * 1_000).toISOString();
  return keepChallenge(office.database, { sessionId: session.id, purpose, challenge, endsAt });
}

async function take(office: Office, { session }: SignedIn, purpose: KeyPurpose): Promise<string> {
  const asking = { sessionId: session.id, purpose };
  const challenge = await takeChallenge(office.database, asking, office.now().toISOString());
  if (challenge === null) throw new AppError("SECURITY_KEY_EXPIRED", {});
  return challenge;
}

async function proved<Proof>(prove: () => Promise<Proof>): Promise<Proof> {
  try {
    return await prove();
  } catch (error) {
    throw new AppError("SECURITY_KEY_WRONG", {}, { cause: error });
  }
}
