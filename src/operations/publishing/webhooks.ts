import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import { CHANGEOVER_HOURS } from "../../register/publishing/delivery.js";
import {
  DEFAULT_PUBLISHING_SETTINGS,
  type PublishingSettings,
  publishingSettings,
} from "../../register/publishing/publishing-settings.js";
import { addSetting, loadSetting } from "../../storage/stores/setting-store.js";
import { addWebhookSecret, type WebhookSecret } from "../../storage/stores/webhook-secret-store.js";
import { type Writing, write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { secretsOf } from "./deliver-message.js";
import { deliverySince, openCount } from "./deliveries.js";
import { PUBLISHING_SETTINGS } from "./publishing-settings.js";
import { addressFault, type WebhookHost } from "./send-webhook.js";
import { readWebhookHosts } from "./webhook-hosts.js";

export type Webhook = PublishingSettings["webhooks"][number];

const MOST_HOOKS = 20;

/** A hook as its page shows it; its secret is not among it. */
export interface WebhookView extends Webhook {
  readonly isHostAllowed: boolean;
  /** Since when its newest secret signs; null: it has none, and nothing is sent. */
  readonly secretSince: string | null;
  /** Until when the secret before signs beside it. */
  readonly changeoverUntil: string | null;
  /** Messages it has not been told yet. */
  readonly open: number;
}

/** The systems an agency tells what it publishes, and the hosts that may be told at all. */
export async function listWebhooks(
  office: Office,
  agencyId: string,
): Promise<{ readonly hooks: WebhookView[]; readonly hosts: WebhookHost[] }> {
  const { hosts } = await readWebhookHosts(office);
  const hooks: WebhookView[] = [];
  for (const hook of (await storedSettings(office.database, agencyId)).webhooks) {
    const secrets = await secretsOf(office, agencyId, hook.id);
    const since = deliverySince(office, secrets);
    const open = since === null ? 0 : await openCount(office, { agencyId, target: hook.id, since });
    hooks.push({ ...hook, ...secretView(office, secrets), isHostAllowed: isAllowed(hook.url, hosts), open });
  }
  return { hooks, hosts };
}

function secretView({ now }: Office, [newest, previous]: readonly WebhookSecret[]) {
  const until = newest === undefined ? null : new Date(Date.parse(newest.recordedAt) + CHANGEOVER_HOURS * 3_600_000);
  return {
    secretSince: newest?.recordedAt ?? null,
    changeoverUntil: previous !== undefined && until !== null && now() < until ? until.toISOString() : null,
  };
}

function isAllowed(url: string, hosts: readonly WebhookHost[]): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, "").toLowerCase() : null;
  return hosts.some((one) => one.host.toLowerCase() === host);
}

/** Adds a system that is told from now on. Its secret is given here and never again. */
export async function addWebhook(
  office: Office,
  actor: Actor,
  { agencyId, url }: { readonly agencyId: string; readonly url: string },
): Promise<{ readonly id: string; readonly secret: string }> {
  requireAddress(url);
  const id = randomUUID();
  const secret = await changing(office, actor, agencyId, async (writing, hooks) => {
    if (hooks.length >= MOST_HOOKS) throw new AppError("STEP_REFUSED", { reason: `最多登记 ${MOST_HOOKS} 个推送地址。` });
    await setHooks(writing, [...hooks, { id, url, isActive: true }]);
    return addWebhookSecret(writing, id);
  });
  return { id, secret };
}

/** Changes where a hook leads, or whether it is told anything. */
export async function changeWebhook(
  office: Office,
  actor: Actor,
  { agencyId, hookId, url, isActive }: HookPlace & { readonly url: string; readonly isActive: boolean },
): Promise<void> {
  requireAddress(url);
  await changing(office, actor, agencyId, async (writing, hooks) => {
    requireHook(hooks, hookId);
    await setHooks(
      writing,
      hooks.map((hook) => (hook.id === hookId ? { id: hookId, url, isActive } : hook)),
    );
  });
}

/** Takes a hook away. What it was told stays on record. */
export async function removeWebhook(office: Office, actor: Actor, { agencyId, hookId }: HookPlace): Promise<void> {
  await changing(office, actor, agencyId, async (writing, hooks) => {
    requireHook(hooks, hookId);
    await setHooks(
      writing,
      hooks.filter(({ id }) => id !== hookId),
    );
  });
}

/** Makes a new secret of a hook, given here and never again; the one before signs for a day more. */
export async function renewWebhookSecret(
  office: Office,
  actor: Actor,
  { agencyId, hookId }: HookPlace,
): Promise<{ readonly secret: string }> {
  const secret = await changing(office, actor, agencyId, async (writing, hooks) => {
    requireHook(hooks, hookId);
    return addWebhookSecret(writing, hookId);
  });
  return { secret };
}

export interface HookPlace {
  readonly agencyId: string;
  readonly hookId: string;
}

/** A hook of an agency. Throws RECORD_UNKNOWN for that of another. */
export async function webhookOf({ database }: Office, { agencyId, hookId }: HookPlace): Promise<Webhook> {
  return requireHook((await storedSettings(database, agencyId)).webhooks, hookId);
}

function requireHook(hooks: readonly Webhook[], hookId: string): Webhook {
  const hook = hooks.find(({ id }) => id === hookId);
  if (hook === undefined) throw new AppError("RECORD_UNKNOWN", { id: hookId, kind: "推送地址" });
  return hook;
}

function requireAddress(url: string): void {
  const fault = addressFault(url);
  if (fault !== null) throw new AppError("INPUT_INVALID", { fields: fault });
}

/** Whoever holds the chain reads what stands, so no change of another hook is lost. */
function changing<Outcome>(
  { database }: Office,
  actor: Actor,
  agencyId: string,
  work: (writing: Writing, hooks: readonly Webhook[]) => Promise<Outcome>,
): Promise<Outcome> {
  return write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) =>
    work(writing, (await storedSettings({ db: writing.trx }, agencyId)).webhooks),
  );
}

async function setHooks(writing: Writing, webhooks: readonly Webhook[]): Promise<void> {
  const settings = await storedSettings({ db: writing.trx }, writing.chain);
  await addSetting(writing, { name: PUBLISHING_SETTINGS, value: { ...settings, webhooks } });
}

/** As they were set, without what follows from the code of the agency. */
async function storedSettings(db: Parameters<typeof loadSetting>[0], agencyId: string): Promise<PublishingSettings> {
  const stored = await loadSetting(db, agencyId, PUBLISHING_SETTINGS);
  return stored === null ? DEFAULT_PUBLISHING_SETTINGS : publishingSettings.parse(stored.value);
}
