import { withdrawItem as withdrawStep } from "../../register/publishing-steps/withdraw-item.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps } from "./take-item-step.js";

export interface Withdrawal extends ItemAtVersion {
  readonly authority: string;
  readonly why: string;
}

/** Takes an item back from the public; its address keeps date, authority and reason. */
export async function withdrawItem(office: Office, actor: Actor, { authority, why, ...at }: Withdrawal): Promise<ItemView> {
  const step = {
    transition: withdrawStep,
    input: ({ writing }: { readonly writing: { readonly recordedAt: string } }) => ({
      authority,
      why,
      withdrawnAt: writing.recordedAt,
    }),
  };
  return itemView(office, actor, await takeItemSteps(office, actor, at, [step]));
}
