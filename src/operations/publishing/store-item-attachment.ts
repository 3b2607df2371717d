import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import { itemState } from "../../register/publishing/item-state.js";
import { loadAttachmentBytes, saveAttachment } from "../../storage/stores/attachment-store.js";
import { filesForItems, type StoredFile } from "../../storage/stores/item-attachment-store.js";
import { itemOf } from "../../storage/stores/item-store.js";
import type { Actor, Office } from "../office.js";
import { cleanPicture } from "./clean-picture.js";
import { unknownItem } from "./take-item-step.js";

const PICTURE = /\.(?:png|jpe?g)$/i;

/**
 * Stores a file for an item, or one to be imported. It belongs to no item until a draft names it. Of a picture only what draws it is kept:
 * where and by whom it was taken is nobody's business.
 */
export async function storeItemAttachment(
  { database }: Office,
  actor: Actor,
  { agencyId, name, bytes }: { readonly agencyId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<StoredFile> {
  const kept = PICTURE.test(name) ? cleanPicture(name, bytes) : bytes;
  const stored = await saveAttachment(database, { id: randomUUID(), agencyId, caseId: null, name, bytes: kept }, actor.id);
  const { id, mediaType, sha256, size } = stored;
  return { id, name, mediaType, sha256, size };
}

/** The bytes of a picture that was stored for an item and is perhaps not yet named by one: the editor shows it. */
export async function readStoredPicture(
  { database }: Office,
  { agencyId, attachmentId }: { readonly agencyId: string; readonly attachmentId: string },
): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array }> {
  const file = (await filesForItems(database, agencyId, [attachmentId])).get(attachmentId);
  const bytes = file?.mediaType.startsWith("image/") ? await loadAttachmentBytes(database, attachmentId) : null;
  if (file === undefined || bytes === null) throw new AppError("RECORD_UNKNOWN", { id: attachmentId, kind: "插图" });
  return { file, bytes };
}

/** The bytes of a file that some revision of an item names. */
export async function readItemAttachment(
  { database }: Office,
  { agencyId, itemId, attachmentId }: { readonly agencyId: string; readonly itemId: string; readonly attachmentId: string },
): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array }> {
  const item = await itemOf(database.db, itemId);
  if (item === null || item.agencyId !== agencyId) throw unknownItem(itemId);
  const { content, publication } = itemState(item);
  const named = [...(content?.attachments ?? []), ...(publication?.content.attachments ?? [])];
  const file = named.some(({ id }) => id === attachmentId)
    ? (await filesForItems(database, agencyId, [attachmentId])).get(attachmentId)
    : undefined;
  const bytes = file === undefined ? null : await loadAttachmentBytes(database, attachmentId);
  if (file === undefined || bytes === null) throw new AppError("RECORD_UNKNOWN", { id: attachmentId, kind: "附件" });
  return { file, bytes };
}
