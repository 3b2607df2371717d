import { AppError } from "../../errors.js";
import {
  type Attachment,
  attachmentsOfCase,
  loadAttachmentBytes,
  saveAttachment,
} from "../../storage/stores/attachment-store.js";
import type { Actor, Office } from "../office.js";
import { namesOf } from "./names-of.js";
import { ownCase } from "./own-case.js";
import { demandRole } from "./procedure-right.js";

export interface FileToAttach {
  readonly agencyId: string;
  readonly caseId: string;
  readonly attachmentId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file with a case. What it holds must be what its name says; the same sent twice is kept once. */
export async function attachFile(office: Office, actor: Actor, file: FileToAttach): Promise<Attachment> {
  const { agencyId, caseId, attachmentId, name, bytes } = file;
  demandRole(actor, agencyId, { role: "registrar", label: "上传附件" });
  await ownCase(office, agencyId, caseId);
  const saved = await saveAttachment(office.database, { id: attachmentId, agencyId, caseId, name, bytes }, actor.id);
  return { ...saved, recordedBy: (await namesOf(office, [saved.recordedBy]))(saved.recordedBy) };
}

export interface AttachedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file of a case, as it was stored. */
export async function readAttachment(
  { database, ...office }: Office,
  { agencyId, caseId, attachmentId }: { readonly agencyId: string; readonly caseId: string; readonly attachmentId: string },
): Promise<AttachedFile> {
  await ownCase({ database, ...office }, agencyId, caseId);
  const attachment = (await attachmentsOfCase(database, caseId)).find(({ id }) => id === attachmentId);
  const bytes = attachment === undefined ? null : await loadAttachmentBytes(database, attachmentId);
  if (attachment === undefined || bytes === null) throw new AppError("RECORD_UNKNOWN", { id: attachmentId, kind: "附件" });
  return { name: attachment.name, mediaType: attachment.mediaType, bytes };
}
