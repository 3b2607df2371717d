import { AppError } from "../../errors.js";
import { ownAttachment } from "../../storage/stores/attachment-edition-store.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import type { Office } from "../office.js";

/** Which file of which agency. */
export interface AttachmentPlace {
  readonly agencyId: string;
  readonly attachmentId: string;
}

/** A file of an agency with its bytes. Throws RECORD_UNKNOWN for that of another. */
export async function attachedFile({ database }: Office, { agencyId, attachmentId }: AttachmentPlace) {
  const attachment = await ownAttachment(database, agencyId, attachmentId);
  const bytes = attachment === null ? null : await loadAttachmentBytes(database, attachmentId);
  if (attachment === null || bytes === null) throw new AppError("RECORD_UNKNOWN", { id: attachmentId, kind: "附件" });
  return { ...attachment, bytes };
}

/** A pdf of an agency. Throws REDACTION_NEEDS_PDF for anything else. */
export async function attachedPdf(office: Office, place: AttachmentPlace) {
  const file = await attachedFile(office, place);
  const isPdf = Buffer.from(file.bytes.subarray(0, 1024)).includes("%PDF-");
  if (!isPdf) throw new AppError("REDACTION_NEEDS_PDF", { name: file.name });
  return file;
}

/** The name of a file made from another: 名单.docx becomes 名单（已隐去）.docx. */
export function editionName(name: string, word: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  return `${stem.replace(/（已(?:隐去|遮盖)）$/, "")}（${word}）${extension}`;
}
