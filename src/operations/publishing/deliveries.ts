import { AppError } from "../../errors.js";
import { deliveryStanding, nextAttemptAt } from "../../register/publishing/delivery.js";
import {
  type Delivery,
  type DeliveryPage,
  loadDeliveries,
  loadDelivery,
  type OutboxTarget,
  openMessages,
} from "../../storage/stores/outbox-store.js";
import type { WebhookSecret } from "../../storage/stores/webhook-secret-store.js";
import type { Office } from "../office.js";

const DAY = 24 * 60 * 60 * 1000;
/** Nobody is told about what is older than this. */
const OLDEST_DAYS = 30;
const COUNTED = 1000;

/** From when on a system is told: from its first secret, and nothing that is older than a month. Null: it has no secret. */
export function deliverySince({ now }: Office, secrets: readonly WebhookSecret[]): string | null {
  const first = secrets.at(-1)?.recordedAt ?? null;
  const oldest = new Date(now().getTime() - OLDEST_DAYS * DAY).toISOString();
  return first === null || first > oldest ? first : oldest;
}

/** How many messages a system has not been told yet; counted up to a thousand. */
export async function openCount({ database }: Office, target: OutboxTarget): Promise<number> {
  return (await openMessages(database, target, COUNTED)).length;
}

export type DeliveryView = ReturnType<typeof deliveryView>;

/** The log of what one system was told, the latest first. */
export async function listDeliveries(
  { database }: Office,
  target: OutboxTarget,
  page: DeliveryPage,
): Promise<{ readonly deliveries: DeliveryView[]; readonly next: DeliveryPage["after"] }> {
  const found = await loadDeliveries(database, target, { ...page, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  const next = last !== undefined && found.length > page.limit ? { recordedAt: last.recordedAt, id: last.id } : null;
  return { deliveries: shown.map(deliveryView), next };
}

/** One message as one system was told it. Throws RECORD_UNKNOWN. */
export async function deliveryOf(
  { database }: Office,
  place: { readonly agencyId: string; readonly target: string; readonly messageId: string },
): Promise<Delivery> {
  const delivery = await loadDelivery(database, place);
  if (delivery === null) throw new AppError("RECORD_UNKNOWN", { id: place.messageId, kind: "推送消息" });
  return delivery;
}

export function deliveryView({ id, body, recordedAt, attempts }: Delivery) {
  const standing = deliveryStanding(attempts);
  const last = attempts.at(-1);
  return {
    ...{ id, recordedAt, standing, event: textIn(body, "event"), title: titleIn(body) },
    attempts,
    nextAt: standing === "retrying" && last !== undefined ? nextAttemptAt({ attempts: attempts.length, lastAt: last.at }) : null,
  };
}

function textIn(body: unknown, name: string): string {
  const value = typeof body === "object" && body !== null ? new Map<string, unknown>(Object.entries(body)).get(name) : undefined;
  return typeof value === "string" ? value : "";
}

function titleIn(body: unknown): string {
  return typeof body === "object" && body !== null && "item" in body ? textIn(body.item, "title") : "";
}
