import { randomBytes } from "node:crypto";
import type { ActivityKind } from "../../register/activity.js";
import type { Database } from "../database.js";
import { REGISTER_CHAIN, type Writing, write } from "../write.js";

/** Something somebody did that changed no record of the register: signed in, looked at identity data, exported. */
export interface Activity {
  readonly kind: ActivityKind;
  /** What it was done to: an account, a case, a report. */
  readonly subject: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function addActivities(writing: Writing, activities: readonly Activity[]): Promise<void> {
  const { chain, recordedAt, recordedBy } = writing;
  await writing.add(
    "activity",
    activities.map(({ kind, subject, body }) => ({
      id: `a${randomBytes(12).toString("base64url")}`,
      chain_id: chain,
      kind,
      subject,
      body: JSON.stringify(body),
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })),
  );
}

/** Records an activity in the chain of an agency, or of the register. */
export async function recordActivity(
  database: Database,
  { chain = REGISTER_CHAIN, recordedBy, ...activity }: Activity & { readonly chain?: string; readonly recordedBy: string },
): Promise<void> {
  await write(database, { chain, recordedBy }, (writing) => addActivities(writing, [activity]));
}
