import { itemState, openHits } from "../../register/publishing/item-state.js";
import { recallSubmission as recallStep } from "../../register/publishing-steps/recall-submission.js";
import { submitItem as submitStep } from "../../register/publishing-steps/submit-item.js";
import { itemOf } from "../../storage/stores/item-store.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { foundIn, screeningStep } from "./screen-item.js";
import { supersededFiles } from "./superseded-files.js";
import { type ItemAtVersion, type ItemStep, takeItemSteps } from "./take-item-step.js";

/** Sends a draft into the review of the agency. What was not screened is screened first; hits that are open keep it here. */
export async function submitItem(office: Office, actor: Actor, at: ItemAtVersion): Promise<ItemView> {
  const item = await itemOf(office.database.db, at.itemId);
  const state = item?.agencyId === at.agencyId ? itemState(item) : null;
  const isUnscreened = state?.content?.attribute?.value === "active" && openHits(state) === null;
  if (isUnscreened && state !== null) {
    const found = await foundIn(office, state);
    const screened = await takeItemSteps(office, actor, at, [screeningStep(state.revision, found)]);
    // Recorded by itself: what was found must be seen although the submission is refused for it.
    return itemView(office, actor, await takeItemSteps(office, actor, { ...at, version: screened.version }, [SUBMISSION]));
  }
  return itemView(office, actor, await takeItemSteps(office, actor, at, [SUBMISSION]));
}

/** Takes a draft back out of the review, whoever's turn it is: so a draft nobody may sign any more is not lost. */
export async function recallSubmission(
  office: Office,
  actor: Actor,
  { why, ...at }: ItemAtVersion & { readonly why: string },
): Promise<ItemView> {
  return itemView(office, actor, await takeItemSteps(office, actor, at, [{ transition: recallStep, input: () => ({ why }) }]));
}

const SUBMISSION: ItemStep = {
  transition: submitStep,
  input: async ({ settings, writing, item }) => ({ chain: settings.chain, superseded: await supersededFiles(writing, item) }),
};
