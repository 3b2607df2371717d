import type { accountRoutes } from "../../api/accounts.js";
import { AppError } from "../../errors.js";
import { findTokenById, listTokens, makeToken, revokeToken } from "../../operations/accounts/access-tokens.js";
import { accountState } from "../../operations/accounts/account-state.js";
import { changePassword } from "../../operations/accounts/change-password.js";
import { beginExternalSignIn, finishExternalSignIn, linkAccount } from "../../operations/accounts/external-sign-in.js";
import type { SessionStage, SignedIn } from "../../operations/accounts/identify.js";
import { keyPlace } from "../../operations/accounts/key-place.js";
import { ownAccount } from "../../operations/accounts/own-account.js";
import { ownAgencies } from "../../operations/accounts/own-agencies.js";
import { ownSessions, signOut, signOutEverywhere } from "../../operations/accounts/own-sessions.js";
import {
  accountById,
  addAccount,
  changeAccount,
  listAccounts,
  resetPassword,
  type StoredAccount,
} from "../../operations/accounts/save-account.js";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  verifySecondFactor,
} from "../../operations/accounts/second-factor.js";
import { signIn } from "../../operations/accounts/sign-in.js";
import { changeSignInPolicy, loadSignInPolicy } from "../../operations/accounts/sign-in-policy.js";
import { unlinkAccount } from "../../operations/accounts/unlink-account.js";
import type { Office } from "../../operations/office.js";
import type { IdentityServiceSettings, OfficeSettings } from "../../operations/office-settings.js";
import { isSampleCity } from "../../operations/sample/is-sample-city.js";
import { type Account, EVERY_AGENCY } from "../../register/account.js";
import type { HandlersOf } from "./handle.js";
import type { Visit } from "./visit.js";

const RETURN_PATH = "/api/sign-in/external/return";

export const accountHandlers: HandlersOf<typeof accountRoutes> = {
  readSignIn: async ({ office, visit, settings }) => signInStateOf({ office, settings, visit }, visit.signedIn),

  async signIn({ office, body, visit, settings }) {
    const { secret, stage, account } = await signIn(office, { ...body, ...whereabouts(visit) });
    visit.keepSession(secret);
    return signInStateOf({ office, settings, visit }, { account, stage });
  },

  async signOut({ office, visit }) {
    await signOut(office, person(visit));
    visit.dropSession();
    return undefined;
  },

  async verifySecondFactor({ office, body, visit, settings }) {
    const signedIn = person(visit);
    const stage = await verifySecondFactor(office, signedIn, { ...body, ...whereabouts(visit) });
    return signInStateOf({ office, settings, visit }, { actor: signedIn.actor, stage });
  },

  async changePassword({ office, body, visit, settings }) {
    const signedIn = person(visit);
    const stage = await changePassword(office, signedIn, { ...body, ...whereabouts(visit) });
    return signInStateOf({ office, settings, visit }, { actor: signedIn.actor, stage });
  },

  beginSecondFactor: ({ office, visit }) => beginSecondFactor(office, person(visit)),

  async confirmSecondFactor({ office, body, visit }) {
    const { recoveryCodes, stage } = await confirmSecondFactor(office, person(visit), { ...body, ...whereabouts(visit) });
    return { recoveryCodes: [...recoveryCodes], stage };
  },

  async removeSecondFactor({ office, body, visit }) {
    await removeSecondFactor(office, person(visit), { ...body, ...whereabouts(visit) });
    return undefined;
  },

  async listOwnSessions({ office, visit }) {
    const signedIn = person(visit);
    const sessions = await ownSessions(office, signedIn);
    return { items: sessions.map((one) => ({ ...one, isThis: one.id === signedIn.session.id })) };
  },

  async signOutEverywhere({ office, actor, visit }) {
    await signOutEverywhere(office, actor, person(visit).actor.id);
    visit.dropSession();
    return undefined;
  },

  async listOwnAgencies({ office, actor }) {
    const agencies = await ownAgencies(office, actor);
    return {
      items: agencies.map(({ agency, name, parentId, isBelow }) => {
        const { id, kind, level } = agency;
        return { id, name, kind, level, parentId, isBelow };
      }),
    };
  },

  async beginExternalSignIn({ office, query, visit, settings }) {
    const { location, secret } = await beginExternalSignIn(office, serviceOf(settings), {
      redirectUri: `${visit.origin}${RETURN_PATH}`,
      to: ownPath(query.to),
    });
    visit.keepAttempt(secret);
    return { location };
  },

  async finishExternalSignIn({ office, visit, settings }) {
    const { secret, to } = await finishExternalSignIn(office, serviceOf(settings), {
      secret: visit.takeAttempt(),
      url: visit.calledUrl,
      ...whereabouts(visit),
    });
    visit.keepSession(secret);
    return { location: to };
  },

  async listAccounts({ office, query, may }) {
    return { items: (await manageableAccounts(office, may, query.search)).map(shown) };
  },

  async addAccount({ office, actor, body, demand }) {
    await demandAll(demand, body.roles);
    const { withPassword, ...account } = body;
    const { oneTimePassword, ...stored } = await addAccount(office, actor, {
      account: { ...account, isDisabled: false },
      withPassword,
    });
    return { account: shown(stored), oneTimePassword };
  },

  async readAccount({ office, params, demand }) {
    const { stored, keys, ...state } = await accountState(office, params.accountId);
    await demandAll(demand, stored.account.roles);
    const securityKeys = keys.map(({ name, addedAt, usedAt }) => ({ name, addedAt, usedAt }));
    const credential = { ...state.credential, securityKeys };
    return { ...state, credential, links: [...state.links], account: shown(stored) };
  },

  async changeAccount({ office, actor, params, body, demand }) {
    const before = await accountById(office, params.accountId);
    await demandAll(demand, [...before.account.roles, ...body.roles]);
    const { version, reason, ...account } = body;
    const stored = await changeAccount(office, actor, { account: { id: params.accountId, ...account }, version, reason });
    return { account: shown(stored) };
  },

  async resetPassword({ office, actor, params, body, demand }) {
    await demandAccount(office, demand, params.accountId);
    return { oneTimePassword: await resetPassword(office, actor, { ...params, ...body }) };
  },

  async signOutAccount({ office, actor, params, demand }) {
    await demandAccount(office, demand, params.accountId);
    await signOutEverywhere(office, actor, params.accountId);
    return undefined;
  },

  async linkIdentity({ office, actor, params, body, settings, demand }) {
    const { account } = await demandAccount(office, demand, params.accountId);
    await linkAccount(office, actor, { account, issuer: serviceOf(settings).issuer, subject: body.subject });
    return undefined;
  },

  async unlinkIdentity({ office, actor, params, body, demand }) {
    await demandAccount(office, demand, params.accountId);
    await unlinkAccount(office, actor, { accountId: params.accountId, ...body });
    return undefined;
  },

  async listTokens({ office, params }) {
    return { items: (await listTokens(office, [params.agencyId])).map((token) => ({ ...token, rights: [...token.rights] })) };
  },

  async makeToken({ office, actor, params, body }) {
    const { token, secret } = await makeToken(office, actor, { ...params, ...body });
    return { token: { ...token, rights: [...token.rights] }, secret };
  },

  async revokeToken({ office, actor, params }) {
    const token = await findTokenById(office, params.tokenId);
    if (token.agencyId !== params.agencyId) throw new AppError("RECORD_UNKNOWN", { id: params.tokenId, kind: "访问令牌" });
    await revokeToken(office, actor, token.id);
    return undefined;
  },

  readSignInPolicy: ({ office }) => loadSignInPolicy(office),

  async changeSignInPolicy({ office, actor, body, demand }) {
    await demand("accounts:manage", EVERY_AGENCY);
    return changeSignInPolicy(office, actor, body);
  },
};

type Demand = (right: "accounts:manage", agencyId: string) => Promise<void>;
type May = (right: "accounts:manage", agencyId: string) => Promise<boolean>;

/** Who manages the accounts of one agency manages those that have roles there only; an account without roles is everybody's. */
async function demandAll(demand: Demand, roles: Account["roles"]): Promise<void> {
  for (const agencyId of agenciesOf(roles)) await demand("accounts:manage", agencyId);
}

/** The accounts somebody manages, those with a text in their names, in the order of their names. */
export async function manageableAccounts(office: Office, may: May, text = ""): Promise<StoredAccount[]> {
  const search = text.trim().toLowerCase();
  const found: StoredAccount[] = [];
  for (const stored of await listAccounts(office)) {
    const { name, loginName, roles } = stored.account;
    if (!name.toLowerCase().includes(search) && !loginName.toLowerCase().includes(search)) continue;
    if (await managesAll(may, roles)) found.push(stored);
  }
  return found.sort((one, other) => one.account.loginName.localeCompare(other.account.loginName, "zh-CN"));
}

async function managesAll(may: May, roles: Account["roles"]): Promise<boolean> {
  for (const agencyId of agenciesOf(roles)) if (!(await may("accounts:manage", agencyId))) return false;
  return true;
}

function agenciesOf(roles: Account["roles"]): ReadonlySet<string> {
  return new Set(roles.length === 0 ? [EVERY_AGENCY] : roles.map(({ agencyId }) => agencyId));
}

async function demandAccount(office: Office, demand: Demand, accountId: string): Promise<StoredAccount> {
  const stored = await accountById(office, accountId);
  await demandAll(demand, stored.account.roles);
  return stored;
}

/** Who calls with a session. */
export function person({ signedIn }: Visit): SignedIn {
  // An access token has no password and no session.
  if (signedIn === null) throw new AppError("NOT_SIGNED_IN", {});
  return signedIn;
}

/** Where a call comes from, for the audit trail. */
export function whereabouts({ browser, address }: Visit) {
  return { browser, address };
}

function serviceOf({ identityService }: OfficeSettings): IdentityServiceSettings {
  if (identityService === null) throw new AppError("EXTERNAL_SIGN_IN_OFF", {});
  return identityService;
}

/** A path of ours to go on to; whatever could lead elsewhere is the first page. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[\w/?=&.%-]*$/.test(to) ? to : "/";
}

function shown({ account, version }: StoredAccount) {
  return { ...account, roles: account.roles.map((one) => ({ ...one })), version };
}

type Standing =
  | Pick<SignedIn, "actor" | "session">
  | { account: Account; stage: SessionStage }
  | { actor: SignedIn["actor"]; stage: SessionStage };

/** Where somebody stands in signing in, as the pages are told it. */
export async function signInStateOf(
  { office, settings, visit }: { readonly office: Office; readonly settings: OfficeSettings; readonly visit: Visit },
  standing: Standing | null,
) {
  const { identityService, publicUrl } = settings;
  const policy = await loadSignInPolicy(office);
  const externalSignIn = identityService === null ? null : { label: identityService.label };
  const common = {
    externalSignIn,
    passwordRules: { minLength: policy.minLength, minKinds: policy.minKinds },
    offersSecurityKeys: keyPlace(publicUrl, visit.origin) !== null,
    idleMinutes: policy.idleMinutes,
    ...((await isSampleCity(office)) && { isSample: true as const }),
  };
  if (standing === null) return { ...common, person: null, stage: null };
  const actor = "account" in standing ? standing.account : standing.actor;
  const { account, credential } = await ownAccount(office, { actor });
  const names = new Map(
    (await ownAgencies(office, { ...actor, roles: account.roles })).map(({ agency, name }) => [agency.id, name]),
  );
  return {
    ...common,
    person: {
      id: account.id,
      name: account.name,
      loginName: account.loginName,
      posts: account.roles.map(({ agencyId, role }) => ({
        agencyId,
        agencyName: agencyId === EVERY_AGENCY ? "全部机关" : (names.get(agencyId) ?? agencyId),
        role,
      })),
      hasSecondFactor: credential.isTotpConfirmed || credential.securityKeys > 0,
      hasCodes: credential.isTotpConfirmed,
      securityKeys: credential.securityKeys,
      recoveryCodesLeft: credential.recoveryHashes.length,
    },
    stage: "stage" in standing ? standing.stage : standing.session.stage,
  };
}
