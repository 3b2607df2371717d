import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { AppError, isAppError } from "../errors.js";
import { MIGRATIONS } from "./migrations/index.js";
import type { Tables } from "./tables.js";

/** Brings the tables to what this version needs. Of several processes that start at once one does the work, the others wait. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (isAppError(error)) throw error;
  const detail = error instanceof Error ? error.message : String(error);
  const unknown = /corrupted migrations: previously executed migration (\S+) is missing/.exec(detail);
  if (unknown) throw new AppError("DATABASE_NEWER", { detail: unknown[1] ?? "" }, { cause: error });
  throw error;
}
