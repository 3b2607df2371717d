import type { Kysely } from "kysely";
import type { Tables } from "../tables.js";

/** What files say, as far as it has been read: a text, or null where there is none to read. Files that were never read are left out. */
export async function attachmentTexts(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("attachment_text")
    .selectAll()
    .where("attachment_id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.attachment_id, row.body_text]));
}

/** Keeps what a file says, so that it is read once. */
export async function keepAttachmentText(db: Kysely<Tables>, id: string, text: string | null): Promise<void> {
  await db
    .insertInto("attachment_text")
    .values({ attachment_id: id, body_text: text })
    .onConflict((conflict) => conflict.column("attachment_id").doUpdateSet({ body_text: text }))
    .execute();
}
