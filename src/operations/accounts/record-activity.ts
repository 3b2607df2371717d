import { EVERY_AGENCY } from "../../register/account.js";
import type { ActivityKind } from "../../register/activity.js";
import { recordActivity as store } from "../../storage/accounts/activity-store.js";
import type { Actor, Office } from "../office.js";

export interface Doing {
  readonly kind: ActivityKind;
  /** What it was done to: an account, a case, a report; empty when it is nothing of ours. */
  readonly subject: string;
  /** In whose audit trail it belongs; left out: the one for all. */
  readonly agencyId?: string;
  /** More to read later. No personal data of requesters, no secrets. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Puts into the audit trail what somebody did that changed no record: looked at identity data, exported, signed in. */
export async function recordActivity(
  { database }: Office,
  actor: Actor,
  { kind, subject, agencyId, body }: Doing,
): Promise<void> {
  await store(database, { chain: agencyId ?? EVERY_AGENCY, recordedBy: actor.id, kind, subject, body: body ?? {} });
}
