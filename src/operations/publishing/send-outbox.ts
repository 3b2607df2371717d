import { z } from "zod";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { addAttempt, dueMessages } from "../../storage/stores/outbox-store.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import { REGISTER_CHAIN } from "../../storage/write.js";
import { type Office, todayIn } from "../office.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { sendWebhook, type WebhookHost } from "./send-webhook.js";

const HOSTS = z.array(z.object({ host: z.string().min(1).max(253), mayBePrivate: z.boolean().default(false) })).max(200);

/** The setting of the whole system that says which hosts may be told anything; without it nothing is sent. */
export const WEBHOOK_HOSTS = "webhook-hosts";

const AT_ONCE = 50;
const DAY = 24 * 60 * 60 * 1000;
/** Nobody is told about what is older than this. */
const OLDEST_DAYS = 30;

export interface OutboxSent {
  readonly sent: number;
  readonly failed: number;
}

/** Tells other systems what was published since they were last told, each in the order of the publishing. Called every minute. */
export async function sendOutbox(office: Office, send: typeof sendWebhook = sendWebhook): Promise<OutboxSent> {
  const setting = await loadSetting(office.database, REGISTER_CHAIN, WEBHOOK_HOSTS);
  const allowed: readonly WebhookHost[] = HOSTS.parse(setting?.value ?? []);
  const result = { sent: 0, failed: 0 };
  if (allowed.length === 0) return result;
  for (const { agency } of await loadAgencies(office.database)) {
    const { settings } = await publishingSettingsOf(office.database, agency.id, todayIn(office));
    for (const target of settings.webhooks.filter(({ isActive }) => isActive)) {
      const told = await sendTo(office, { agencyId: agency.id, target, allowed }, send);
      result.sent += told.sent;
      result.failed += told.failed;
    }
  }
  return result;
}

interface Receiver {
  readonly agencyId: string;
  readonly target: { readonly id: string; readonly url: string };
  readonly allowed: readonly WebhookHost[];
}

async function sendTo(office: Office, { agencyId, target, allowed }: Receiver, send: typeof sendWebhook): Promise<OutboxSent> {
  const now = office.now();
  const since = new Date(now.getTime() - OLDEST_DAYS * DAY).toISOString();
  const question = { agencyId, target: target.id, since, now: now.toISOString(), limit: AT_ONCE };
  let sent = 0;
  for (const { id: messageId, body, attempts } of await dueMessages(office.database, question)) {
    const { isDone, detail } = await send({ url: target.url, body: JSON.stringify(body), allowed });
    await addAttempt(office.database, { messageId, target: target.id, attempt: attempts + 1, isDone, detail });
    // What comes later waits, so that a receiver never hears of a withdrawal before the publishing.
    if (!isDone) return { sent, failed: 1 };
    sent += 1;
  }
  return { sent, failed: 0 };
}
