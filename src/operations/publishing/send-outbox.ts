import { nextAttemptAt } from "../../register/publishing/delivery.js";
import { loadAgencies } from "../../storage/stores/agency-store.js";
import { type OpenMessage, openMessages } from "../../storage/stores/outbox-store.js";
import { type Office, todayIn } from "../office.js";
import { deliverMessage, type Receiver, secretsOf } from "./deliver-message.js";
import { deliverySince } from "./deliveries.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import type { sendWebhook } from "./send-webhook.js";
import { readWebhookHosts } from "./webhook-hosts.js";

const AT_ONCE = 50;

export interface OutboxSent {
  readonly sent: number;
  readonly failed: number;
}

/** Tells other systems what was published since they were last told, each in the order of the publishing. Called every minute. */
export async function sendOutbox(office: Office, send?: typeof sendWebhook): Promise<OutboxSent> {
  const { hosts: allowed } = await readWebhookHosts(office);
  const result = { sent: 0, failed: 0 };
  if (allowed.length === 0) return result;
  for (const { agency } of await loadAgencies(office.database)) {
    const { settings } = await publishingSettingsOf(office.database, agency.id, todayIn(office));
    for (const target of settings.webhooks.filter(({ isActive }) => isActive)) {
      const secrets = await secretsOf(office, agency.id, target.id);
      const told = await sendTo(office, { agencyId: agency.id, target, secrets, allowed, send });
      result.sent += told.sent;
      result.failed += told.failed;
    }
  }
  return result;
}

async function sendTo(office: Office, receiver: Receiver): Promise<OutboxSent> {
  const { agencyId, target, secrets } = receiver;
  const since = deliverySince(office, secrets);
  if (since === null) return { sent: 0, failed: 0 };
  let sent = 0;
  for (const message of await openMessages(office.database, { agencyId, target: target.id, since }, AT_ONCE)) {
    // What comes later waits, so that a receiver never hears of a withdrawal before the publishing.
    if (!isDue(message, office.now().toISOString())) break;
    const { isDone } = await deliverMessage(office, receiver, message);
    if (!isDone) return { sent, failed: 1 };
    sent += 1;
  }
  return { sent, failed: 0 };
}

function isDue({ attempts, lastAt }: OpenMessage, now: string): boolean {
  if (lastAt === null) return true;
  const next = nextAttemptAt({ attempts, lastAt });
  return next !== null && next <= now;
}
