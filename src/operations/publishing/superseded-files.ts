import type { InformationItem } from "../../register/publishing/item-event.js";
import { itemState } from "../../register/publishing/item-state.js";
import { supersededAttachments } from "../../storage/stores/attachment-edition-store.js";
import type { Writing } from "../../storage/write.js";

/**
 * The names of the files an item would release although a masked or redacted version of them was made: they themselves, and the same bytes
 * sent again under another name.
 */
export async function supersededFiles({ trx }: Writing, item: InformationItem): Promise<string[]> {
  const { content } = itemState(item);
  if (content === null || content.attachments.length === 0) return [];
  const everNamed = item.events.flatMap(({ body }) => ("content" in body ? body.content.attachments : []));
  const replaced = await supersededAttachments({ db: trx }, [
    ...new Set([...everNamed, ...content.attachments].map(({ id }) => id)),
  ]);
  const bytes = new Set(everNamed.filter(({ id }) => replaced.has(id)).map(({ sha256 }) => sha256));
  return content.attachments.filter(({ id, sha256 }) => replaced.has(id) || bytes.has(sha256)).map(({ name }) => name);
}
