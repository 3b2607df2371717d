import type { Database } from "../database.js";

/** What the texts of files are sealed for. */
export const ATTACHMENT_TEXT = "attachment-text";

type Reading = Pick<Database, "db" | "keys">;

/** What files say, as far as it has been read: a text, or null where there is none to read. Files that were never read are left out. */
export async function attachmentTexts({ db, keys }: Reading, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("attachment_text")
    .selectAll()
    .where("attachment_id", "in", [...ids])
    .execute();
  const vault = keys.vault(ATTACHMENT_TEXT);
  return new Map(
    rows.map(({ attachment_id: id, body_text: text, sealed_text: sealed }) => [
      id,
      sealed === null ? text : vault.open(sealed, id).toString("utf8"),
    ]),
  );
}

/** Keeps what a file says, so that it is read once. It is sealed as the file is. */
export async function keepAttachmentText({ db, keys }: Reading, id: string, text: string | null): Promise<void> {
  const kept = { body_text: null, sealed_text: text === null ? null : keys.vault(ATTACHMENT_TEXT).seal(text, id) };
  await db
    .insertInto("attachment_text")
    .values({ attachment_id: id, ...kept })
    .onConflict((conflict) => conflict.column("attachment_id").doUpdateSet(kept))
    .execute();
}
