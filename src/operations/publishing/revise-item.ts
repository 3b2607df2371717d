import type { ItemContentInput } from "../../register/publishing/item-content.js";
import { reviseItem as reviseStep } from "../../register/publishing-steps/revise-item.js";
import { readingIn } from "../../storage/reading-in.js";
import { filesForItems } from "../../storage/stores/item-attachment-store.js";
import type { Actor, Office } from "../office.js";
import { checkedContent } from "./check-content.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, type ItemStep, takeItemSteps } from "./take-item-step.js";

export interface Revision extends ItemAtVersion {
  readonly content: ItemContentInput;
  readonly why: string | null;
}

/** Writes a new revision of an item. What is public stays as it is until the revision has been through the review. */
export async function reviseItem(office: Office, actor: Actor, revision: Revision): Promise<ItemView> {
  return itemView(office, actor, await takeItemSteps(office, actor, revision, [revisionStep(revision)]));
}

/** The step that records a revision, with its files as the store knows them. */
export function revisionStep({ agencyId, content, why }: Pick<Revision, "agencyId" | "content" | "why">): ItemStep {
  return {
    transition: reviseStep,
    async input({ writing, settings }) {
      const ids = (content.attachments ?? []).map(({ id }) => id);
      const files = await filesForItems(readingIn(writing), agencyId, ids);
      return { content: checkedContent(content, { settings, files }), why };
    },
  };
}
