import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** The cases each letter became, in the order they were registered: one, or more when it was split. */
export async function casesOfLetters(db: Kysely<Tables>, letterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (letterIds.length === 0) return new Map();
  const { rows } = await sql<{ letter_id: string; ids: string[] }>`
    select letter_id, array_agg(id order by recorded_at, id) as ids from case_file
    where letter_id = any(${letterIds}::text[]) group by letter_id`.execute(db);
  return new Map(rows.map(({ letter_id, ids }) => [letter_id, ids]));
}
