import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { Actor, Office } from "../office.js";
import { deliverMessage, type Receiver, secretsOf, sendTrial } from "./deliver-message.js";
import { type DeliveryView, deliveryOf, deliverySince, deliveryView, listDeliveries } from "./deliveries.js";
import type { sendWebhook, WebhookAnswer } from "./send-webhook.js";
import { readWebhookHosts } from "./webhook-hosts.js";
import { type HookPlace, webhookOf } from "./webhooks.js";

/** Sends a trial message to a hook and tells what the other side answered. */
export async function tryWebhook(
  office: Office,
  _actor: Actor,
  place: HookPlace,
  send?: typeof sendWebhook,
): Promise<WebhookAnswer> {
  return sendTrial(office, await receiverOf(office, place, send), randomUUID());
}

/** Sends a message again now, whether or not its time has come or it was given up. What has arrived is not sent twice. */
export async function retryDelivery(
  office: Office,
  _actor: Actor,
  { messageId, ...place }: HookPlace & { readonly messageId: string },
  send?: typeof sendWebhook,
): Promise<DeliveryView> {
  const receiver = await receiverOf(office, place, send);
  const known = { agencyId: place.agencyId, target: place.hookId, messageId };
  const delivery = await deliveryOf(office, known);
  if (delivery.attempts.some(({ isDone }) => isDone)) throw new AppError("STEP_REFUSED", { reason: "这条消息已经送达。" });
  await deliverMessage(office, receiver, { ...delivery, attempts: delivery.attempts.length });
  return deliveryView(await deliveryOf(office, known));
}

/** The log of a hook, the latest message first; empty as long as it has no secret. */
export async function readDeliveries(
  office: Office,
  { agencyId, hookId, ...page }: HookPlace & Parameters<typeof listDeliveries>[2],
): ReturnType<typeof listDeliveries> {
  const { id: target } = await webhookOf(office, { agencyId, hookId });
  const since = deliverySince(office, await secretsOf(office, agencyId, target));
  return since === null ? { deliveries: [], next: null } : listDeliveries(office, { agencyId, target, since }, page);
}

async function receiverOf(office: Office, place: HookPlace, send: typeof sendWebhook | undefined): Promise<Receiver> {
  const target = await webhookOf(office, place);
  const { hosts: allowed } = await readWebhookHosts(office);
  return { agencyId: place.agencyId, target, secrets: await secretsOf(office, place.agencyId, target.id), allowed, send };
}
