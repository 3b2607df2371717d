import type { RedactionMark } from "../../register/redaction/redaction-mark.js";
import { type RedactedPart, redactedParts, redactionSummary } from "../../register/redaction/redaction-summary.js";
import { saveAttachmentEdition } from "../../storage/stores/attachment-edition-store.js";
import type { Attachment } from "../../storage/stores/attachment-store.js";
import type { Actor, Office } from "../office.js";
import { type AttachmentPlace, attachedPdf, editionName } from "./attached-file.js";
import { redactPdf } from "./redact-pdf.js";

export interface AttachmentToRedact extends AttachmentPlace {
  readonly newId: string;
  readonly marks: readonly RedactionMark[];
  readonly hasLegend: boolean;
}

/** What came of it, and what the letter says about it. */
export interface RedactedAttachment {
  readonly attachment: Attachment;
  readonly pages: number;
  readonly boxes: number;
  readonly summary: readonly string[];
  /** The parts that are withheld, as the letter lists them. */
  readonly parts: readonly RedactedPart[];
  readonly elsewhere: readonly { readonly text: string; readonly page: number }[];
  readonly unseen: readonly number[];
}

/** Stores a pdf without what is marked, beside the one it was made from, for 部分公开 (第三十七条). Only what was proved is stored. */
export async function redactAttachment(
  office: Office,
  actor: Actor,
  { newId, marks, hasLegend, ...place }: AttachmentToRedact,
): Promise<RedactedAttachment> {
  const { id, name, caseId, bytes } = await attachedPdf(office, place);
  const { placed, pages, elsewhere, unseen, bytes: redacted } = await redactPdf(bytes, marks, { hasLegend });
  const attachment = await saveAttachmentEdition(
    office.database,
    {
      attachment: { id: newId, agencyId: place.agencyId, caseId, name: editionName(name, "已遮盖"), bytes: redacted },
      ...{ madeFrom: id, how: "redacted" },
      // Where and why; a term that was searched for is what was hidden, and stays out of the record.
      body: { marks: placed.map(({ page, box, ground }) => ({ page, box, ground })) },
    },
    actor.id,
  );
  const title = name.replace(/\.pdf$/i, "");
  const told = { summary: redactionSummary(placed, title), parts: redactedParts(placed, title) };
  return { attachment, pages, boxes: placed.length, ...told, elsewhere, unseen };
}
