import type { Kysely } from "kysely";
import type { Tables } from "../tables.js";

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
  db: Kysely<Tables>,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("attachment")
    .select(["id", "name", "media_type", "sha256"])
    .select(({ fn }) => fn<number>("octet_length", ["bytes"]).as("size"))
    .where("id", "in", [...ids])
    .where("chain_id", "=", agencyId)
    .where("case_id", "is", null)
    .execute();
  return new Map(
    rows.map(({ id, name, media_type: mediaType, sha256, size }) => [
      id,
      { id, name, mediaType, sha256: sha256.toString("hex"), size },
    ]),
  );
}
