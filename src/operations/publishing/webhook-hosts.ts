import { isIP } from "node:net";
import { z } from "zod";
import { AppError } from "../../errors.js";
import { loadSetting, replaceSetting } from "../../storage/stores/setting-store.js";
import { REGISTER_CHAIN } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";
import type { WebhookHost } from "./send-webhook.js";

const HOSTS = z.array(z.object({ host: z.string().min(1).max(253), mayBePrivate: z.boolean().default(false) })).max(200);

/** The setting of the whole system that says which hosts may be told anything; without it nothing is sent. */
const WEBHOOK_HOSTS = "webhook-hosts";

export interface AllowedHosts {
  readonly version: number;
  readonly hosts: WebhookHost[];
}

/** The hosts that may be told anything. */
export async function readWebhookHosts({ database }: Office): Promise<AllowedHosts> {
  const stored = await loadSetting(database, REGISTER_CHAIN, WEBHOOK_HOSTS);
  return { version: stored?.version ?? 0, hosts: HOSTS.parse(stored?.value ?? []) };
}

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Sets them. A host is a plain name or number as it stands in an address: no protocol, no port, no star. */
export async function writeWebhookHosts(
  office: Office,
  actor: Actor,
  { version, hosts }: { readonly version: number; readonly hosts: readonly WebhookHost[] },
): Promise<AllowedHosts> {
  const plain = hosts.map(({ host, mayBePrivate }) => ({ host: host.trim().toLowerCase(), mayBePrivate }));
  const wrong = plain.find(({ host }) => !NAME.test(host) && isIP(host) === 0);
  if (wrong !== undefined) {
    throw new AppError("INPUT_INVALID", { fields: `“${wrong.host}”不是主机名：只写主机，不写 https://、端口和路径` });
  }
  const twice = plain.find(({ host }, index) => plain.findIndex((other) => other.host === host) !== index);
  if (twice !== undefined) throw new AppError("INPUT_INVALID", { fields: `“${twice.host}”写了两次` });
  const writer = { chain: REGISTER_CHAIN, recordedBy: actor.id };
  const replaced = await replaceSetting(office.database, writer, { name: WEBHOOK_HOSTS, value: plain, version });
  if (replaced.result === "stale") throw await staleSetting(office, replaced.current, "允许推送的主机");
  return { version: replaced.setting.version, hosts: plain };
}
