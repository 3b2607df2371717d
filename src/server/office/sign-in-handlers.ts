import type { accountRoutes } from "../../api/accounts.js";
import { changePassword } from "../../operations/accounts/change-password.js";
import { beginExternalSignIn, finishExternalSignIn } from "../../operations/accounts/external-sign-in.js";
import { ownAgencies } from "../../operations/accounts/own-agencies.js";
import { ownSessions, signOut, signOutEverywhere } from "../../operations/accounts/own-sessions.js";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  verifySecondFactor,
} from "../../operations/accounts/second-factor.js";
import { signIn } from "../../operations/accounts/sign-in.js";
import { changeSignInPolicy, loadSignInPolicy } from "../../operations/accounts/sign-in-policy.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { HandlersOf } from "./handle.js";
import { serviceOf } from "./identity-service.js";
import { person, signInStateOf, whereabouts } from "./sign-in-state.js";

const RETURN_PATH = "/api/sign-in/external/return";

/** What answers the routes of signing in, of one's own account, and of the rules for both. */
export const signInHandlers = {
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

  readSignInPolicy: ({ office }) => loadSignInPolicy(office),

  async changeSignInPolicy({ office, actor, body, demand }) {
    await demand("accounts:manage", EVERY_AGENCY);
    return changeSignInPolicy(office, actor, body);
  },
} satisfies Partial<HandlersOf<typeof accountRoutes>>;

/** A path of ours to go on to; whatever could lead elsewhere is the first page. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[\w/?=&.%-]*$/.test(to) ? to : "/";
}
