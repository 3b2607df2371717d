import type { Actor, Office } from "../office.js";
import { type AttachmentPlace, attachedFile } from "./attached-file.js";
import { type FileScreening, screenFile } from "./screen-file.js";

/** What must be looked at in a stored file before it is published (条例 第十五条、第十七条). Nothing is recorded: the file does not change. */
export async function screenAttachment(office: Office, _actor: Actor, place: AttachmentPlace): Promise<FileScreening> {
  const { bytes } = await attachedFile(office, place);
  return screenFile({ attachmentId: place.attachmentId, bytes });
}
