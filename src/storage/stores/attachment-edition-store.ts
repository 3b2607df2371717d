import type { Database } from "../database.js";
import { write } from "../write.js";
import { LABEL_COLUMNS, labelOf } from "./attachment-row.js";
import { type Attachment, addAttachment, type NewAttachment } from "./attachment-store.js";

/** A file made from another one, and what was done to it. */
export interface AttachmentEdition {
  readonly attachmentId: string;
  readonly madeFrom: string;
  readonly how: "masked" | "redacted";
  /** Kinds and numbers of what was hidden, grounds and pages; never what was hidden. */
  readonly body: unknown;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

export interface NewEdition {
  readonly attachment: NewAttachment;
  readonly madeFrom: string;
  readonly how: AttachmentEdition["how"];
  readonly body: unknown;
}

/** Stores a file with what it was made from, both or neither. The same sent twice is stored once. */
export async function saveAttachmentEdition(database: Database, edition: NewEdition, recordedBy: string): Promise<Attachment> {
  const { attachment, madeFrom, how, body } = edition;
  return write(database, { chain: attachment.agencyId, recordedBy }, async (writing) => {
    const saved = await addAttachment(writing, attachment);
    const known = await editionRow(writing.trx, saved.id);
    if (known === undefined) {
      await writing.add("attachment_edition", [
        {
          ...{ attachment_id: saved.id, chain_id: attachment.agencyId, made_from: madeFrom, how, body: JSON.stringify(body) },
          ...{ recorded_at: writing.recordedAt, recorded_by: recordedBy },
        },
      ]);
    }
    return saved;
  });
}

/** A file with its bytes' owner: name, case and agency; null when the agency has none of this id. */
export async function ownAttachment(
  { db, keys }: Pick<Database, "db" | "keys">,
  agencyId: string,
  id: string,
): Promise<{ readonly id: string; readonly name: string; readonly caseId: string | null } | null> {
  const row = await db
    .selectFrom("attachment")
    .select([...LABEL_COLUMNS, "case_id"])
    .where("id", "=", id)
    .where("chain_id", "=", agencyId)
    .executeTakeFirst();
  return row === undefined ? null : { id, name: labelOf(row, keys).name, caseId: row.case_id };
}

/** What each of these files was made from; a file that came as it is has no row. */
export async function attachmentEditions({ db }: Pick<Database, "db">, ids: readonly string[]): Promise<AttachmentEdition[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("attachment_edition")
    .selectAll()
    .where("attachment_id", "in", ids)
    .orderBy("recorded_at")
    .execute();
  return rows.map((row) => ({
    ...{ attachmentId: row.attachment_id, madeFrom: row.made_from, how: row.how, body: row.body },
    ...{ recordedAt: row.recorded_at, recordedBy: row.recorded_by },
  }));
}

/** Of these files those of which a masked or redacted version was made: they are kept and not published. */
export async function supersededAttachments({ db }: Pick<Database, "db">, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom("attachment_edition").select("made_from").where("made_from", "in", ids).execute();
  return new Set(rows.map(({ made_from }) => made_from));
}

function editionRow(db: Database["db"], id: string) {
  return db.selectFrom("attachment_edition").select("attachment_id").where("attachment_id", "=", id).executeTakeFirst();
}
