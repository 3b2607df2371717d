import { createHmac } from "node:crypto";

/** The header that proves who sent a message and when: `t=1700000000,v1=<hex>`, with a second `v1` while a secret is being changed. */
export const SIGNATURE_HEADER = "yangguang-signature";
export const DELIVERY_HEADER = "yangguang-delivery";
export const ATTEMPT_HEADER = "yangguang-attempt";

/**
 * HMAC-SHA256 over "seconds.body", for each secret. The time is signed with the text, so that a receiver refuses what is older than a few
 * minutes; the id of the message is in the body, so that it refuses what it had before. docs/publishing/webhooks.md says how.
 */
export function signatureOf(body: string, { at, secrets }: { readonly at: Date; readonly secrets: readonly string[] }): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map(
    (secret) => `v1=${createHmac("sha256", secret).update(`${seconds}.${body}`, "utf8").digest("hex")}`,
  );
  return [`t=${seconds}`, ...signatures].join(",");
}
