import type { LinkRelation } from "../../register/publishing/item-event.js";
import { linkItems as linkStep } from "../../register/publishing-steps/link-items.js";
import { unlinkItems as unlinkStep } from "../../register/publishing-steps/unlink-items.js";
import { itemOf } from "../../storage/stores/item-store.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps, unknownItem } from "./take-item-step.js";

export interface Link extends ItemAtVersion {
  readonly relation: LinkRelation;
  readonly targetId: string;
}

/** Ties an item to another one, which may be another agency's: what interprets, repeals or amends what. Both show it once both are public. */
export async function linkItems(office: Office, actor: Actor, { relation, targetId, ...at }: Link): Promise<ItemView> {
  const target = await itemOf(office.database.db, targetId);
  const isOwn = target?.agencyId === at.agencyId;
  // What another agency has not published is unknown here.
  if (target === null || (!isOwn && !target.events.some(isRelease))) throw unknownItem(targetId);
  const step = { transition: linkStep, input: () => ({ relation, targetId, itemId: at.itemId }) };
  return itemView(office, actor, await takeItemSteps(office, actor, at, [step]));
}

const isRelease = ({ body }: { readonly body: { readonly type: string } }): boolean =>
  body.type === "published" || body.type === "imported";

/** Takes a tie back that was recorded by mistake. */
export async function unlinkItems(
  office: Office,
  actor: Actor,
  { relation, targetId, why, ...at }: Link & { readonly why: string },
): Promise<ItemView> {
  const step = { transition: unlinkStep, input: () => ({ relation, targetId, why }) };
  return itemView(office, actor, await takeItemSteps(office, actor, at, [step]));
}
