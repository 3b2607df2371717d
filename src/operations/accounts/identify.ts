import { EVERY_AGENCY } from "../../register/account.js";
import { findSession, type Session, touchSession } from "../../storage/accounts/session-store.js";
import { type AccessToken, findToken, touchToken } from "../../storage/accounts/token-store.js";
import type { Actor, Office } from "../office.js";

export type { Session, SessionStage } from "../../storage/accounts/session-store.js";
export type { AccessToken } from "../../storage/accounts/token-store.js";
export { EVERY_AGENCY };

const MINUTE = 60_000;

export interface SignedIn {
  readonly actor: Actor;
  readonly session: Session;
}

/** Who the session of a browser belongs to; null when it is over, or the account was closed. */
export async function identifySession(office: Office, secret: string): Promise<SignedIn | null> {
  const now = office.now();
  const found = await findSession(office.database, secret, now.toISOString());
  if (found === null || found.account.isDisabled) return null;
  const { account, session } = found;
  // Once a minute is enough to know whether somebody is still there, and spares a write with each request.
  if (now.getTime() - Date.parse(session.seenAt) > MINUTE) await touchSession(office.database, session, now.toISOString());
  return { actor: { id: account.id, name: account.name, roles: account.roles }, session };
}

/** The access token another system shows; null when it is none, over, or revoked. */
export async function identifyToken(office: Office, secret: string): Promise<AccessToken | null> {
  const now = office.now();
  const token = await findToken(office.database, secret, now.toISOString());
  if (token === null) return null;
  if (token.usedAt === null || now.getTime() - Date.parse(token.usedAt) > MINUTE) {
    await touchToken(office.database, token.id, now.toISOString());
  }
  return token;
}
