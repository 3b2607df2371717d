import { cancelSchedule as cancelStep } from "../../register/publishing-steps/cancel-schedule.js";
import { scheduleItem as scheduleStep } from "../../register/publishing-steps/schedule-item.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps } from "./take-item-step.js";

/** Has the server publish an item at an instant that lies ahead. */
export async function scheduleItem(
  office: Office,
  actor: Actor,
  { publishAt, ...at }: ItemAtVersion & { readonly publishAt: string },
): Promise<ItemView> {
  const input = () => ({ publishAt: new Date(publishAt).toISOString(), now: office.now().toISOString() });
  return itemView(office, actor, await takeItemSteps(office, actor, at, [{ transition: scheduleStep, input }]));
}

/** Takes that back. */
export async function cancelSchedule(
  office: Office,
  actor: Actor,
  { why, ...at }: ItemAtVersion & { readonly why: string },
): Promise<ItemView> {
  return itemView(office, actor, await takeItemSteps(office, actor, at, [{ transition: cancelStep, input: () => ({ why }) }]));
}
