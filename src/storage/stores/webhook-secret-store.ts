import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "../database.js";
import type { Writing } from "../write.js";

const PURPOSE = "webhook-secret";

/** A secret that signs what one system is told. */
export interface WebhookSecret {
  readonly secret: string;
  readonly recordedAt: string;
}

/** Makes the next secret of a hook. It is shown to whoever asked for it, once; what is stored opens with the key file only. */
export async function addWebhookSecret(writing: Writing, target: string): Promise<string> {
  const { chain, keys, recordedAt, recordedBy } = writing;
  const id = randomUUID();
  const secret = `whsec_${randomBytes(32).toString("base64url")}`;
  const sealed = keys.vault(PURPOSE).seal(secret, placeOf(chain, id));
  await writing.add("webhook_secret", [
    { id, chain_id: chain, target, sealed, recorded_at: recordedAt, recorded_by: recordedBy },
  ]);
  return secret;
}

/** The secrets of a hook, the newest first. */
export async function webhookSecrets(
  { db, keys }: Pick<Database, "db" | "keys">,
  { agencyId, target }: { readonly agencyId: string; readonly target: string },
): Promise<WebhookSecret[]> {
  const rows = await db
    .selectFrom("webhook_secret")
    .select(["id", "sealed", "recorded_at"])
    .where("chain_id", "=", agencyId)
    .where("target", "=", target)
    .orderBy("recorded_at", "desc")
    .execute();
  const vault = keys.vault(PURPOSE);
  return rows.map(({ id, sealed, recorded_at: recordedAt }) => ({
    secret: vault.open(sealed, placeOf(agencyId, id)).toString("utf8"),
    recordedAt,
  }));
}

const placeOf = (chain: string, id: string): string => `${chain}/${id}`;
