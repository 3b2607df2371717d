import type { Database } from "../database.js";
import { LABEL_COLUMNS, labelOf, PLAIN_SIZE } from "./attachment-row.js";

/** What an item says of one of its files. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** The files of an agency with these ids that belong to no case: nothing of a requester can be published by naming it. */
export async function filesForItems(
  { db, keys }: Pick<Database, "db" | "keys">,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("attachment")
    .select([...LABEL_COLUMNS, "media_type"])
    .select(PLAIN_SIZE.as("size"))
    .where("id", "in", [...ids])
    .where("chain_id", "=", agencyId)
    .where("case_id", "is", null)
    .execute();
  return new Map(
    rows.map(({ media_type: mediaType, size, ...row }) => [row.id, { id: row.id, mediaType, size, ...labelOf(row, keys) }]),
  );
}
