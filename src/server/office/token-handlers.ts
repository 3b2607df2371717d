import type { accountRoutes } from "../../api/accounts.js";
import { AppError } from "../../errors.js";
import { findTokenById, listTokens, makeToken, revokeToken } from "../../operations/accounts/access-tokens.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of the tokens of other systems. */
export const tokenHandlers = {
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
} satisfies Partial<HandlersOf<typeof accountRoutes>>;
