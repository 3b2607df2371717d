import { reassessItem as reassessStep } from "../../register/publishing-steps/reassess-item.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps } from "./take-item-step.js";

export interface Reassessment extends ItemAtVersion {
  readonly outcome: "stays" | "open";
  readonly why: string;
}

/** Looks again at what is not published (条例 第十八条): it stays so, or goes back to its draft to be published. */
export async function reassessItem(office: Office, actor: Actor, { outcome, why, ...at }: Reassessment): Promise<ItemView> {
  const step = { transition: reassessStep, input: () => ({ outcome, why }) };
  return itemView(office, actor, await takeItemSteps(office, actor, at, [step]));
}
