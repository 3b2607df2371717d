import type { accountRoutes } from "../../api/accounts.js";
import { accountState } from "../../operations/accounts/account-state.js";
import { linkAccount } from "../../operations/accounts/external-sign-in.js";
import { signOutEverywhere } from "../../operations/accounts/own-sessions.js";
import {
  accountById,
  addAccount,
  changeAccount,
  resetPassword,
  type StoredAccount,
} from "../../operations/accounts/save-account.js";
import { unlinkAccount } from "../../operations/accounts/unlink-account.js";
import type { HandlersOf } from "./handle.js";
import { serviceOf } from "./identity-service.js";
import { demandAccount, demandAll, manageableAccounts } from "./managed-accounts.js";
import { signInHandlers } from "./sign-in-handlers.js";
import { tokenHandlers } from "./token-handlers.js";

const managedAccountHandlers = {
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
} satisfies Partial<HandlersOf<typeof accountRoutes>>;

/** What answers the routes of accounts: signing in, the accounts one manages, the tokens of other systems. */
export const accountHandlers: HandlersOf<typeof accountRoutes> = {
  ...signInHandlers,
  ...managedAccountHandlers,
  ...tokenHandlers,
};

function shown({ account, version }: StoredAccount) {
  return { ...account, roles: account.roles.map((one) => ({ ...one })), version };
}
