import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ServiceMethod } from "../../register/case-event.js";
import { standingEvents } from "../../register/case-file.js";
import { type Attachment, attachmentsOfCase, loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { loadIssuedLetter } from "../../storage/stores/issued-letter-store.js";
import { serviceWords } from "../../writers/letter/service-words.js";
import type { Office } from "../office.js";
import { closes } from "./draft-order.js";
import { type LetterBody, type LetterSource, loadLetterSource, type OfCase, type StoredLetter } from "./letter-source.js";

/** A file of a letter. */
export type LetterFile = Pick<Attachment, "name" | "mediaType" | "size" | "sha256"> & { readonly format: "docx" | "pdf" };

/** A letter that went out, as a list shows it. */
export interface LetterRow {
  readonly id: string;
  readonly letterId: string;
  readonly title: string;
  readonly number: string | null;
  readonly addressee: string;
  /** It goes to a natural person, whose name not every reader may see. */
  readonly isToPerson: boolean;
  readonly datedOn: PlainDate;
  /** How it was to be served. */
  readonly servedBy: string;
  readonly serviceMethod: ServiceMethod;
  /** The day it is on record as served; null while it is not. */
  readonly servedOn: PlainDate | null;
  /** The letter a receipt of service is about. */
  readonly delivers: string | null;
  readonly cautions: readonly string[];
  readonly files: readonly LetterFile[];
  readonly issuedAt: string;
  readonly issuedBy: string;
}

/** The letters of a case in the order they went out, each with its files. */
export async function lettersOf(office: Pick<Office, "database">, ofCase: OfCase): Promise<LetterRow[]> {
  const source = await loadLetterSource(office.database, ofCase);
  const attachments = new Map((await attachmentsOfCase(office.database, ofCase.caseId)).map((one) => [one.id, one]));
  return source.issued.map((letter) => rowOf(letter, { source, attachments }));
}

/** One of them. */
export async function letterRow(office: Pick<Office, "database">, ofCase: OfCase & { readonly id: string }): Promise<LetterRow> {
  const row = (await lettersOf(office, ofCase)).find(({ id }) => id === ofCase.id);
  if (row === undefined) throw new AppError("RECORD_UNKNOWN", { id: ofCase.id, kind: "文书" });
  return row;
}

function rowOf(
  letter: StoredLetter,
  { source, attachments }: { readonly source: LetterSource; readonly attachments: ReadonlyMap<string, Attachment> },
): LetterRow {
  const { id, letterId, number, datedOn, body, docxId, pdfId, recordedAt, recordedBy } = letter;
  const { title, addressee } = body.draft;
  const { requester } = source.caseFile.request;
  return {
    ...{ id, letterId, title, number, addressee, datedOn },
    // A third party that is a person cannot be told from one that is not, so every other name counts as one.
    isToPerson: addressee !== requester.name || requester.kind === "natural",
    servedBy: serviceWords(body.order.servedBy),
    serviceMethod: body.order.servedBy,
    servedOn: servedOn(letter, source),
    delivers: body.order.delivers ?? null,
    cautions: body.cautions,
    files: [...fileOf(attachments.get(docxId), "docx"), ...(pdfId === null ? [] : fileOf(attachments.get(pdfId), "pdf"))],
    issuedAt: recordedAt,
    issuedBy: recordedBy,
  };
}

function fileOf(attachment: Attachment | undefined, format: LetterFile["format"]): LetterFile[] {
  if (attachment === undefined) return [];
  const { name, mediaType, size, sha256 } = attachment;
  return [{ format, name, mediaType, size, sha256 }];
}

/** The service its receipt tells of, as it stands after corrections; otherwise that of the letter, of an answer also that of the case. */
function servedOn({ id, letterId, datedOn }: StoredLetter, { issued, caseFile }: LetterSource): PlainDate | null {
  const receipts = issued.filter((one) => one.letterId === "L-DELIVER" && one.body.order.delivers === id);
  const acts = new Set(receipts.map(({ actEventId }) => actEventId));
  const standing = standingEvents(caseFile.events);
  const receipted = standing.findLast((event) => acts.has(event.id));
  if (receipted !== undefined || receipts.length > 0) return receipted?.body.on ?? null;
  const service = standing.find(({ body }) =>
    closes(letterId) ? body.type === "served" && body.on >= datedOn : body.type === "letter-served" && body.letter === id,
  );
  return service?.body.on ?? null;
}

/** The bytes of a letter's file, proved to be those that were stored. */
export async function letterFile(
  { database }: Pick<Office, "database">,
  { agencyId, caseId, id, format }: OfCase & { readonly id: string; readonly format: "docx" | "pdf" },
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }> {
  const unknown = () => new AppError("RECORD_UNKNOWN", { id: `${id} ${format}`, kind: "文书" });
  const letter = await loadIssuedLetter<LetterBody>(database, id);
  if (letter === null || letter.caseId !== caseId || letter.agencyId !== agencyId) throw unknown();
  const fileId = format === "docx" ? letter.docxId : letter.pdfId;
  const attachment = (await attachmentsOfCase(database, caseId)).find((one) => one.id === fileId);
  const bytes = attachment === undefined ? null : await loadAttachmentBytes(database, attachment.id);
  if (attachment === undefined || bytes === null) throw unknown();
  return { name: attachment.name, mediaType: attachment.mediaType, bytes };
}
