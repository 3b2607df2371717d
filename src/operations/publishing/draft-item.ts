import { randomUUID } from "node:crypto";
import type { ItemContentInput } from "../../register/publishing/item-content.js";
import { draftItem as draftStep } from "../../register/publishing-steps/draft-item.js";
import { readingIn } from "../../storage/reading-in.js";
import { filesForItems } from "../../storage/stores/item-attachment-store.js";
import { addItem } from "../../storage/stores/item-store.js";
import { write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { checkedContent } from "./check-content.js";
import { type ItemView, itemView } from "./item-view.js";
import { stepIn } from "./take-item-step.js";

export interface NewDraft {
  readonly agencyId: string;
  readonly content: ItemContentInput;
  /** Made up, to try things out; the public is told so. */
  readonly isSample?: boolean;
}

/** Begins an item with its first draft. */
export async function draftItem(
  office: Office,
  actor: Actor,
  { agencyId, content, isSample = false }: NewDraft,
): Promise<ItemView> {
  const item = await write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const fresh = await addItem(writing, { id: randomUUID(), isSample });
    const ids = (content.attachments ?? []).map(({ id }) => id);
    const files = await filesForItems(readingIn(writing), agencyId, ids);
    const input = ({ settings }: { settings: Parameters<typeof checkedContent>[1]["settings"] }) => ({
      content: checkedContent(content, { settings, files }),
    });
    return stepIn(office, writing, { item: fresh, actor, step: { transition: draftStep, input } });
  });
  return itemView(office, actor, item);
}
