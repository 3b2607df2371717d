import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** The server, how large the database is, and the last change of its tables. */
export async function databaseState(
  db: Kysely<Tables>,
): Promise<{ readonly version: string; readonly bytes: number; readonly migration: string }> {
  const { rows } = await sql<{ version: string; bytes: number; migration: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      (select max(name) from kysely_migration) as migration`.execute(db);
  return rows[0] ?? { version: "", bytes: 0, migration: "" };
}
