import { sql } from "kysely";
import type { Requester } from "../../register/info-request.js";
import type { Database } from "../database.js";

/** Who filed some cases, decrypted: for the rows of one page, not for all. */
export async function loadRequesters({ db, keys }: Database, caseIds: readonly string[]): Promise<Map<string, Requester>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_file")
    .select(["id", "requester", "key_id"])
    .where("id", "=", sql<string>`any(${caseIds})`)
    .execute();
  return new Map(rows.map((row) => [row.id, keys.open(row)]));
}
