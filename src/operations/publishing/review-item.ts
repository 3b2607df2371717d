import type { ReviewVerdict } from "../../register/publishing/item-event.js";
import type { SecrecyForm } from "../../register/publishing/secrecy-form.js";
import { reviewItem as reviewStep } from "../../register/publishing-steps/review-item.js";
import { reviewSecrecy as secrecyStep } from "../../register/publishing-steps/review-secrecy.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, takeItemSteps } from "./take-item-step.js";

export interface Review extends ItemAtVersion {
  readonly stepId: string;
  readonly verdict: ReviewVerdict;
  readonly opinion: string | null;
  readonly checked: readonly string[];
  readonly referredTo: string | null;
}

/** Signs one step of the review. */
export async function reviewItem(office: Office, actor: Actor, review: Review): Promise<ItemView> {
  const { stepId, verdict, opinion, checked, referredTo } = review;
  const input = () => ({ stepId, verdict, opinion, checked, referredTo });
  return itemView(office, actor, await takeItemSteps(office, actor, review, [{ transition: reviewStep, input }]));
}

export interface SecrecyReview extends ItemAtVersion {
  readonly stepId: string;
  readonly form: SecrecyForm;
}

/** Signs the secrecy review with its form: 先审查后公开. */
export async function reviewSecrecy(office: Office, actor: Actor, review: SecrecyReview): Promise<ItemView> {
  const { stepId, form } = review;
  const input = () => ({ stepId, form });
  return itemView(office, actor, await takeItemSteps(office, actor, review, [{ transition: secrecyStep, input }]));
}
