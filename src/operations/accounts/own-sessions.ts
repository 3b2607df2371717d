import { endSession, endSessionsOf, type Session, sessionsOf } from "../../storage/accounts/session-store.js";
import type { Actor, Office } from "../office.js";
import type { SignedIn } from "./identify.js";
import { recordActivity } from "./record-activity.js";

/** Ends the session somebody is in. */
export async function signOut(office: Office, { actor, session }: SignedIn): Promise<void> {
  await endSession(office.database, session.id);
  await recordActivity(office, actor, { kind: "signed-out", subject: actor.id });
}

/** Ends every session of an account, on every machine. */
export async function signOutEverywhere(office: Office, actor: Actor, accountId: string): Promise<void> {
  const sessions = await endSessionsOf(office.database, accountId);
  await recordActivity(office, actor, { kind: "signed-out-everywhere", subject: accountId, body: { sessions } });
}

/** Where somebody is signed in. */
export async function ownSessions(office: Office, { actor }: SignedIn): Promise<Session[]> {
  return sessionsOf(office.database, actor.id, office.now().toISOString());
}
