import { createHash } from "node:crypto";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
} from "openid-client";
import { z } from "zod";
import { AppError } from "../../errors.js";
import type { Account } from "../../register/account.js";
import { loadAccount } from "../../storage/accounts/account-store.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import { credentialByName } from "../../storage/accounts/credential-store.js";
import { accountLinkedTo, addLink, keepAttempt, takeAttempt } from "../../storage/accounts/link-store.js";
import { freshSecret } from "../../storage/accounts/session-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Office } from "../office.js";
import type { IdentityServiceSettings } from "../office-settings.js";
import { recordActivity } from "./record-activity.js";
import { type Opened, open } from "./sign-in.js";
import { loadSignInPolicy } from "./sign-in-policy.js";
import type { Whereabouts } from "./whereabouts.js";

const MINUTES = 10;
const SECONDS = 10;

const attempt = z.object({ verifier: z.string(), nonce: z.string(), to: z.string(), redirectUri: z.string() });

/** Where the browser goes, and what it keeps so that nobody else can finish the sign-in it began. */
export interface Begun {
  readonly location: string;
  readonly secret: string;
}

/** Begins a sign-in at the identity service: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1). */
export async function beginExternalSignIn(
  office: Office,
  service: IdentityServiceSettings,
  { redirectUri, to }: { readonly redirectUri: string; readonly to: string },
): Promise<Begun> {
  const configuration = await configurationOf(service);
  const verifier = randomPKCECodeVerifier();
  const nonce = randomNonce();
  const secret = freshSecret();
  const state = stateOf(secret);
  const endsAt = new Date(office.now().getTime() + MINUTES * 60_000).toISOString();
  await keepAttempt(office.database, state, { verifier, nonce, to, redirectUri }, endsAt);
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: service.scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { location: url.href, secret };
}

/** The state is made from what the browser keeps: another browser cannot come back with it. */
function stateOf(secret: string): string {
  return createHash("sha256").update(`state\n${secret}`).digest("base64url");
}

export interface Return extends Whereabouts {
  /** What the browser kept; null when it kept nothing. */
  readonly secret: string | null;
  /** The address it came back to, with everything in it. */
  readonly url: string;
}

/** Ends a sign-in at the identity service: who is it, and which account is that here. */
export async function finishExternalSignIn(
  office: Office,
  service: IdentityServiceSettings,
  { secret, url, browser, address }: Return,
): Promise<Opened & { readonly to: string }> {
  const state = secret === null ? null : stateOf(secret);
  const kept = attempt.safeParse(state === null ? null : await takeAttempt(office.database, state, office.now().toISOString()));
  if (state === null || !kept.success)
    throw new AppError("EXTERNAL_SIGN_IN_FAILED", { reason: "登录已经过期，或者不是在这个浏览器里开始的" });
  const { verifier, nonce, to, redirectUri } = kept.data;
  const claims = await claimsOf(service, { url: callback(url, redirectUri), verifier, nonce, state });
  const account = await accountOf(office, service, claims);
  if (account === null || account.isDisabled) {
    const body = { address, browser, by: service.issuer };
    await recordActivity(office, NOBODY, { kind: "sign-in-failed", subject: account?.id ?? "", body });
    throw new AppError("EXTERNAL_ACCOUNT_UNKNOWN", {});
  }
  const policy = await loadSignInPolicy(office);
  // How strongly somebody proves who they are is the service's business: it has second factors of its own.
  const opened = await open(office, { account, stage: "full", policy, browser, address, by: service.issuer });
  return { ...opened, to };
}

const NOBODY = { id: "anybody", name: "未登录", roles: [] };

/** The address that was registered, with the query that came: what proxies make of the host does not matter. */
function callback(url: string, redirectUri: string): URL {
  const called = new URL(redirectUri);
  called.search = new URL(url).search;
  return called;
}

interface Grant {
  readonly url: URL;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

async function claimsOf(service: IdentityServiceSettings, { url, verifier, nonce, state }: Grant): Promise<Claims> {
  const configuration = await configurationOf(service);
  try {
    const tokens = await authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("The service gave no ID token.");
    return claims;
  } catch (error) {
    throw new AppError("EXTERNAL_SIGN_IN_FAILED", { reason: reasonOf(error) }, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "error" in error && typeof error.error === "string" ? error.error : "";
  if (code === "access_denied") return "您取消了登录，或者没有得到许可";
  return /^[a-z_]{1,40}$/.test(code) ? `认证服务答复 ${code}` : "认证服务的答复核对不上";
}

/** By the link; else by the name for signing in, when the service is trusted to say it, and then it is linked. */
async function accountOf(
  office: Office,
  { issuer, loginNameClaim }: IdentityServiceSettings,
  claims: Claims,
): Promise<Account | null> {
  const { database } = office;
  const linked = await accountLinkedTo(database, issuer, claims.sub);
  if (linked !== null) return (await loadAccount(database, linked))?.account ?? null;
  const name = loginNameClaim === null ? undefined : claims[loginNameClaim];
  if (typeof name !== "string" || name === "") return null;
  const credential = await credentialByName(database, name);
  const account = credential === null ? null : ((await loadAccount(database, credential.accountId))?.account ?? null);
  if (account === null || account.isDisabled) return account;
  await linkAccount(
    office,
    { id: account.id, name: account.name, roles: account.roles },
    { account, issuer, subject: claims.sub },
  );
  return account;
}

/** Says who an account is at the identity service. An identity belongs to one account. */
export async function linkAccount(
  office: Office,
  actor: { readonly id: string; readonly name: string; readonly roles: Account["roles"] },
  { account, issuer, subject }: { readonly account: Account; readonly issuer: string; readonly subject: string },
): Promise<void> {
  const linkedAt = office.now().toISOString();
  await write(office.database, { chain: REGISTER_CHAIN, recordedBy: actor.id }, async (writing) => {
    if (!(await addLink(writing.trx, { issuer, subject, accountId: account.id, linkedAt }))) {
      throw new AppError("RECORD_ID_REUSED", { id: subject });
    }
    await addActivities(writing, [{ kind: "identity-linked", subject: account.id, body: { issuer, subject } }]);
  });
}

const configurations = new Map<string, Promise<Configuration>>();

/** What the service says of itself, asked once; a service that did not answer is asked again. */
function configurationOf(service: IdentityServiceSettings): Promise<Configuration> {
  const key = `${service.issuer}\n${service.clientId}`;
  const known = configurations.get(key);
  if (known !== undefined) return known;
  const isInsecure = service.issuer.startsWith("http:");
  const asked = discovery(new URL(service.issuer), service.clientId, service.clientSecret, undefined, {
    timeout: SECONDS,
    ...(isInsecure ? { execute: [allowInsecureRequests] } : {}),
  }).catch((error: unknown) => {
    configurations.delete(key);
    throw new AppError("EXTERNAL_SIGN_IN_FAILED", { reason: "连不上认证服务" }, { cause: error });
  });
  configurations.set(key, asked);
  return asked;
}
