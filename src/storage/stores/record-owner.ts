import { sql } from "kysely";
import type { Database } from "../database.js";

/** Where a record of each kind says whose it is: its table, the column of its id, the column of its agency. */
const PLACES = {
  case: ["case_file", "id", "chain_id"],
  proceeding: ["proceeding", "id", "chain_id"],
  item: ["information_item", "id", "chain_id"],
  attachment: ["attachment", "id", "chain_id"],
  handover: ["handover_event", "handover_id", "chain_id"],
  webhook: ["webhook_secret", "target", "chain_id"],
  token: ["access_token", "id", "agency_id"],
  submission: ["portal.inbox", "number", "agency_id"],
} as const;
export type OwnedKind = keyof typeof PLACES;
export const OWNED_KINDS = Object.keys(PLACES) as readonly OwnedKind[]; // the keys of that very table

/** The agency whose record bears an id; null when there is none. Reads nothing else of it. */
export async function ownerOf({ db }: Pick<Database, "db">, kind: OwnedKind, id: string): Promise<string | null> {
  const [table, key, agency] = PLACES[kind];
  const { rows } = await sql<{ owner: string }>`
    select ${sql.ref(agency)} as owner from ${sql.table(table)} where ${sql.ref(key)} = ${id} limit 1`.execute(db);
  return rows[0]?.owner ?? null;
}
