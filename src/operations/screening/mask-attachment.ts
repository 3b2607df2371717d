import type { Removal } from "../../register/redaction/removal.js";
import { saveAttachmentEdition } from "../../storage/stores/attachment-edition-store.js";
import type { Attachment } from "../../storage/stores/attachment-store.js";
import type { Actor, Office } from "../office.js";
import { type AttachmentPlace, attachedFile, editionName } from "./attached-file.js";
import { maskFile } from "./mask-file.js";
import type { FileScreening } from "./screen-file.js";

export interface AttachmentToMask extends AttachmentPlace {
  readonly newId: string;
  readonly hitIds: readonly string[];
  readonly remove: readonly Removal[];
}

/** Stores a version of a file without what was chosen, beside the file it was made from. Only what was proved to be clean is stored. */
export async function maskAttachment(
  office: Office,
  actor: Actor,
  { newId, hitIds, remove, ...place }: AttachmentToMask,
): Promise<{ readonly attachment: Attachment; readonly left: FileScreening }> {
  const { id, name, caseId, bytes } = await attachedFile(office, place);
  const masked = await maskFile({ attachmentId: id, name, bytes, hitIds, remove });
  const attachment = await saveAttachmentEdition(
    office.database,
    {
      attachment: { id: newId, agencyId: place.agencyId, caseId, name: editionName(name, "已隐去"), bytes: masked.bytes },
      ...{ madeFrom: id, how: "masked", body: { hitIds, remove } },
    },
    actor.id,
  );
  const hits = masked.left.hits.map((hit) =>
    hit.place.in === "text" ? hit : { ...hit, place: { ...hit.place, attachmentId: newId } },
  );
  return { attachment, left: { ...masked.left, hits } };
}
