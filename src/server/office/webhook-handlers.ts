import { z } from "zod";
import type { webhookRoutes } from "../../api/webhooks.js";
import { readDeliveries, retryDelivery, tryWebhook } from "../../operations/publishing/try-webhook.js";
import { readWebhookHosts, writeWebhookHosts } from "../../operations/publishing/webhook-hosts.js";
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  renewWebhookSecret,
} from "../../operations/publishing/webhooks.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { HandlersOf } from "./handle.js";

const PLACE = z.object({ recordedAt: z.string(), id: z.string() });

/** What answers the routes of the hooks. */
export const webhookHandlers: HandlersOf<typeof webhookRoutes> = {
  "list-webhooks": async ({ office, params }) => listWebhooks(office, params.agencyId),
  "add-webhook": async ({ office, actor, params, body }) => addWebhook(office, actor, { ...params, ...body }),
  async "change-webhook"({ office, actor, params, body }) {
    await changeWebhook(office, actor, { ...params, ...body });
    return undefined;
  },
  async "remove-webhook"({ office, actor, params }) {
    await removeWebhook(office, actor, params);
    return undefined;
  },
  "renew-webhook-secret": async ({ office, actor, params }) => renewWebhookSecret(office, actor, params),
  "try-webhook": async ({ office, actor, params }) => tryWebhook(office, actor, params),
  async "list-deliveries"({ office, params, query: { cursor, limit }, cursors }) {
    const place = cursors.place(cursor);
    const after = place === null ? null : PLACE.parse(place);
    const { deliveries, next } = await readDeliveries(office, { ...params, after, limit });
    return { items: deliveries, next: next === null ? null : cursors.next(next) };
  },
  "retry-delivery": async ({ office, actor, params }) => retryDelivery(office, actor, params),
  async "read-webhook-hosts"({ office, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    return readWebhookHosts(office);
  },
  async "write-webhook-hosts"({ office, actor, body, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    return writeWebhookHosts(office, actor, body);
  },
};
