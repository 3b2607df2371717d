import { AppError } from "../../errors.js";
import { addActivities } from "../../storage/accounts/activity-store.js";
import { type AccessToken, addToken, loadTokens, revokeToken as revoke, tokenById } from "../../storage/accounts/token-store.js";
import { REGISTER_CHAIN, write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { agencyExists } from "./agency-exists.js";

export interface TokenInput {
  readonly agencyId: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly days: number;
}

/** Makes a token for another system: rights in one agency, for a time. The secret is shown once. */
export async function makeToken(
  office: Office,
  actor: Actor,
  { agencyId, name, rights, days }: TokenInput,
): Promise<{ readonly token: AccessToken; readonly secret: string }> {
  await agencyExists(office, agencyId);
  const now = office.now();
  const endsAt = new Date(now.getTime() + days * 24 * 3_600_000).toISOString();
  return write(office.database, { chain: REGISTER_CHAIN, recordedBy: actor.id }, async (writing) => {
    const made = await addToken(writing.trx, {
      agencyId,
      name,
      rights: [...new Set(rights)],
      madeAt: now.toISOString(),
      madeBy: actor.id,
      endsAt,
    });
    await addActivities(writing, [{ kind: "token-made", subject: made.token.id, body: { agencyId, name, rights, endsAt } }]);
    return made;
  });
}

/** Ends a token at once. Ended twice is ended. */
export async function revokeToken(office: Office, actor: Actor, id: string): Promise<void> {
  const token = await findTokenById(office, id);
  if (token.revokedAt !== null) return;
  await write(office.database, { chain: REGISTER_CHAIN, recordedBy: actor.id }, async (writing) => {
    await revoke(writing.trx, id, office.now().toISOString());
    await addActivities(writing, [{ kind: "token-revoked", subject: id, body: { agencyId: token.agencyId, name: token.name } }]);
  });
}

export async function findTokenById({ database }: Office, id: string): Promise<AccessToken> {
  const token = await tokenById(database, id);
  if (token === null) throw new AppError("RECORD_UNKNOWN", { id, kind: "访问令牌" });
  return token;
}

/** The tokens of some agencies; null: of all. */
export async function listTokens({ database }: Office, agencyIds: readonly string[] | null): Promise<AccessToken[]> {
  return loadTokens(database, agencyIds);
}
