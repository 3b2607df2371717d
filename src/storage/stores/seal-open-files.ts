import { sql } from "kysely";
import type { Database } from "../database.js";
import { attachmentTexts, keepAttachmentText } from "./attachment-text-store.js";

/** What was sealed now that lay open before. */
export interface SealedNow {
  readonly files: number;
  readonly texts: number;
}

/**
 * Seals the files that were recorded before files were sealed, and what was read out of them. One at a time: a kill loses nothing, nobody
 * waits long, and called again it does what is left. A file that is damaged stays damaged under its seal, and is found as before.
 */
export async function sealOpenFiles(database: Database): Promise<SealedNow> {
  let files = 0;
  while (await sealOneFile(database)) files += 1;
  let texts = 0;
  while (await sealOneText(database)) texts += 1;
  // Gives the room of the open copies back; until it is written over, they are still on the disk (docs/operating/database.md).
  if (files + texts > 0) await sql`vacuum attachment, attachment_text`.execute(database.db);
  return { files, texts };
}

async function sealOneFile({ db, keys }: Database): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("attachment")
      .select(["id", "name", "sha256", "bytes"])
      .where("key_id", "is", null)
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return false;
    const { id, name, sha256, bytes } = row;
    if (name === null || sha256 === null) throw new Error("A file without a key has no name: the rule of the table is gone.");
    const sealed = await keys.sealFile(trx, { id, name, sha256: sha256.toString("hex"), bytes });
    await trx
      .updateTable("attachment")
      .set({ ...sealed, name: null, sha256: null })
      .where("id", "=", id)
      .execute();
    return true;
  });
}

async function sealOneText({ db, keys }: Database): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("attachment_text")
      .select("attachment_id as id")
      .where("body_text", "is not", null)
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (row === undefined) return false;
    const texts = await attachmentTexts({ db: trx, keys }, [row.id]);
    await keepAttachmentText({ db: trx, keys }, row.id, texts.get(row.id) ?? null);
    return true;
  });
}
