import { createHash } from "node:crypto";
import { AppError, isAppError } from "../../errors.js";
import type { Database } from "../database.js";
import { readingIn } from "../reading-in.js";
import { type Writing, write } from "../write.js";
import { attachmentMediaType } from "./attachment-kind.js";
import { contentOf, LABEL_COLUMNS, labelOf, PLAIN_SIZE } from "./attachment-row.js";

const MEGABYTES = 64;
/** What we make ourselves may hold the largest file there is, and what stands around it. */
const OWN_MEGABYTES = 80;

type Reading = Pick<Database, "db" | "keys">;

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
  requireSize(bytes, MEGABYTES);
  return addOwnFile(writing, attachment, attachmentMediaType(name, bytes));
}

function requireSize({ length }: Uint8Array, limit = OWN_MEGABYTES): void {
  if (length === 0) throw new AppError("FILE_EMPTY", {});
  if (length > limit * 2 ** 20) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(length / 2 ** 20), limit });
  }
}

/** Keeps a file that we wrote ourselves, of whatever kind: what comes from outside goes through addAttachment. */
export async function addOwnFile(
  writing: Writing,
  { id, caseId, name, bytes }: NewAttachment,
  mediaType: string,
): Promise<Attachment> {
  const { trx, keys, chain, recordedAt, recordedBy } = writing;
  requireSize(bytes);
  const sha256 = hashOf(bytes);
  const [known] = await attachmentsOf(readingIn(writing), { id });
  if (known !== undefined) {
    if (known.sha256 !== sha256 || known.name !== name || known.caseId !== caseId) {
      throw new AppError("RECORD_ID_REUSED", { id });
    }
    return known;
  }
  await writing.add("attachment", [
    {
      id,
      chain_id: chain,
      case_id: caseId,
      name: null,
      media_type: mediaType,
      sha256: null,
      ...(await keys.sealFile(trx, { id, name, sha256, bytes })),
      content_seal: keys.fileSeal({ id, name, sha256 }),
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
    sha256,
    size: bytes.length,
    recordedAt,
    recordedBy,
  };
}

/** The files of a case in the order they were stored, without their bytes. */
export async function attachmentsOfCase(reading: Reading, caseId: string): Promise<Attachment[]> {
  return attachmentsOf(reading, { caseId });
}

/** The bytes of a file. Throws DATABASE_DAMAGED when they are not those that were stored. */
export async function loadAttachmentBytes({ db, keys }: Reading, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("attachment")
    .select([...LABEL_COLUMNS, "bytes"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const damaged = (cause?: unknown) => new AppError("DATABASE_DAMAGED", { detail: `附件 ${id}` }, { cause });
  let content: ReturnType<typeof contentOf>;
  try {
    content = contentOf(row, keys);
  } catch (error) {
    throw isAppError(error) ? error : damaged(error);
  }
  if (hashOf(content.bytes) !== content.sha256) throw damaged();
  return content.bytes;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function attachmentsOf(
  { db, keys }: Reading,
  { id, caseId }: { readonly id?: string; readonly caseId?: string },
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom("attachment")
    .select([...LABEL_COLUMNS, "chain_id", "case_id", "media_type", "recorded_at", "recorded_by"])
    .select(PLAIN_SIZE.as("size"))
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .$if(caseId !== undefined, (query) => query.where("case_id", "=", caseId ?? ""))
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, agencyId: row.chain_id, caseId: row.case_id, mediaType: row.media_type, ...labelOf(row, keys) },
    ...{ size: row.size, recordedAt: row.recorded_at, recordedBy: row.recorded_by },
  }));
}
