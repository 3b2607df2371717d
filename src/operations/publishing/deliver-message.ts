import { signingSecrets } from "../../register/publishing/delivery.js";
import { addAttempt, type OutboxMessage } from "../../storage/stores/outbox-store.js";
import { type WebhookSecret, webhookSecrets } from "../../storage/stores/webhook-secret-store.js";
import type { Office } from "../office.js";
import { sendWebhook, type WebhookAnswer, type WebhookHost } from "./send-webhook.js";
import { ATTEMPT_HEADER, DELIVERY_HEADER, SIGNATURE_HEADER, signatureOf } from "./webhook-signature.js";

/** A system that is told something, with all there is to tell it safely. */
export interface Receiver {
  readonly agencyId: string;
  readonly target: { readonly id: string; readonly url: string };
  readonly secrets: readonly WebhookSecret[];
  readonly allowed: readonly WebhookHost[];
  readonly send?: typeof sendWebhook | undefined;
}

/** The secrets of a hook, as a part of its receiver. */
export async function secretsOf({ database }: Office, agencyId: string, target: string): Promise<WebhookSecret[]> {
  return webhookSecrets(database, { agencyId, target });
}

/** Sends one message once, signed, and records what became of it. */
export async function deliverMessage(
  office: Office,
  receiver: Receiver,
  { id, body, recordedAt, attempts }: Pick<OutboxMessage, "id" | "body" | "recordedAt"> & { readonly attempts: number },
): Promise<WebhookAnswer> {
  const at = office.now();
  const answer = await sendSigned(receiver, { id, recordedAt, ...(body as object), attempt: attempts + 1, at }); // an announcement
  const { isDone, detail } = answer;
  const record = { messageId: id, target: receiver.target.id, attempt: attempts + 1, at: at.toISOString(), isDone, detail };
  await addAttempt(office.database, record);
  return answer;
}

/** Tells a system something made up, so that whoever sets it up sees whether it arrives and is understood. Nothing is recorded. */
export async function sendTrial(office: Office, receiver: Receiver, id: string): Promise<WebhookAnswer> {
  const at = office.now();
  return sendSigned(receiver, { id, recordedAt: at.toISOString(), event: "trial", attempt: 1, at });
}

interface Signable {
  readonly id: string;
  readonly recordedAt: string;
  readonly attempt: number;
  readonly at: Date;
  readonly event?: string;
}

/** What is sent without a signature could have come from anybody, so without a secret nothing is sent. */
async function sendSigned(
  { target, secrets, allowed, send = sendWebhook }: Receiver,
  { attempt, at, ...message }: Signable,
): Promise<WebhookAnswer> {
  const current = signingSecrets(secrets, at.toISOString()).map(({ secret }) => secret);
  if (current.length === 0) return { isDone: false, detail: "还没有签名密钥，请先生成" };
  const body = JSON.stringify(message);
  const headers = {
    [SIGNATURE_HEADER]: signatureOf(body, { at, secrets: current }),
    [DELIVERY_HEADER]: message.id,
    [ATTEMPT_HEADER]: String(attempt),
  };
  return send({ url: target.url, body, headers, allowed });
}
