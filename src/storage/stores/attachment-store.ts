import { createHash } from "node:crypto";
import { AppError } from "../../errors.js";
import type { Database } from "../database.js";
import { type Writing, write } from "../write.js";
import { attachmentMediaType } from "./attachment-kind.js";

const MEGABYTES = 64;

export interface NewAttachment {
  readonly id: string;
  readonly agencyId: string;
  readonly caseId: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of a stored file. */
export interface Attachment extends Omit<NewAttachment, "bytes"> {
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** Stores a file whose bytes are of the kind its name says. The same file under the same id is stored once. */
export async function saveAttachment(database: Database, attachment: NewAttachment, recordedBy: string): Promise<Attachment> {
  return write(database, { chain: attachment.agencyId, recordedBy }, (writing) => addAttachment(writing, attachment));
}

/** The same inside a transaction: a letter is issued with its file or not at all. */
export async function addAttachment(writing: Writing, attachment: NewAttachment): Promise<Attachment> {
  const { name, bytes } = attachment;
  requireSize(bytes);
  return addOwnFile(writing, attachment, attachmentMediaType(name, bytes));
}

function requireSize({ length }: Uint8Array): void {
  if (length === 0) throw new AppError("FILE_EMPTY", {});
  if (length > MEGABYTES * 2 ** 20) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(length / 2 ** 20), limit: MEGABYTES });
  }
}

/** Keeps a file that we wrote ourselves, of whatever kind: what comes from outside goes through addAttachment. */
export async function addOwnFile(
  writing: Writing,
  { id, caseId, name, bytes }: NewAttachment,
  mediaType: string,
): Promise<Attachment> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  requireSize(bytes);
  const sha256 = createHash("sha256").update(bytes).digest();
  const [known] = await attachmentsOf(trx, { id });
  if (known !== undefined) {
    if (known.sha256 !== sha256.toString("hex") || known.name !== name || known.caseId !== caseId) {
      throw new AppError("RECORD_ID_REUSED", { id });
    }
    return known;
  }
  await writing.add("attachment", [
    {
      id,
      chain_id: chain,
      case_id: caseId,
      name,
      media_type: mediaType,
      sha256,
      bytes: Buffer.from(bytes),
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    },
  ]);
  return {
    id,
    agencyId: chain,
    caseId,
    name,
    mediaType,
    sha256: sha256.toString("hex"),
    size: bytes.length,
    recordedAt,
    recordedBy,
  };
}

/** The files of a case in the order they were stored, without their bytes. */
export async function attachmentsOfCase({ db }: Pick<Database, "db">, caseId: string): Promise<Attachment[]> {
  return attachmentsOf(db, { caseId });
}

/** The bytes of a file. Throws DATABASE_DAMAGED when they are not those that were stored. */
export async function loadAttachmentBytes({ db }: Pick<Database, "db">, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom("attachment").select(["bytes", "sha256", "name"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  if (!createHash("sha256").update(row.bytes).digest().equals(row.sha256))
    throw new AppError("DATABASE_DAMAGED", { detail: row.name });
  return row.bytes;
}

async function attachmentsOf(
  db: Database["db"],
  { id, caseId }: { readonly id?: string; readonly caseId?: string },
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom("attachment")
    .select(["id", "chain_id", "case_id", "name", "media_type", "sha256", "recorded_at", "recorded_by"])
    .select(({ fn }) => fn<number>("octet_length", ["bytes"]).as("size"))
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .$if(caseId !== undefined, (query) => query.where("case_id", "=", caseId ?? ""))
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, agencyId: row.chain_id, caseId: row.case_id, name: row.name, mediaType: row.media_type },
    ...{ sha256: row.sha256.toString("hex"), size: row.size, recordedAt: row.recorded_at, recordedBy: row.recorded_by },
  }));
}
