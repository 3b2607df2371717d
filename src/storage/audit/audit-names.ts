import { sql } from "kysely";
import type { Database } from "../database.js";

/** The numbers people know requests by, of those of these names that are requests. */
export async function caseNumbers({ db }: Pick<Database, "db">, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("case_file").select(["id", "number"]).where("id", "=", sql<string>`any(${ids})`).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** What other systems are called, by the ids of their tokens. */
export async function tokenNames({ db }: Pick<Database, "db">, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("access_token").select(["id", "name"]).where("id", "=", sql<string>`any(${ids})`).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What somebody means who asks the audit trail for a number or a name of a record: that, and the requests and letters with the number. */
export async function recordsCalled({ db }: Pick<Database, "db">, text: string): Promise<string[]> {
  const [cases, letters] = await Promise.all([
    db.selectFrom("case_file").select("id").where("number", "=", text).execute(),
    db.selectFrom("issued_letter").select("id").where("number", "=", text).execute(),
  ]);
  return [text, ...[...cases, ...letters].map(({ id }) => id)];
}
