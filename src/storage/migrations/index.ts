import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { firstRegister } from "./first-register.js";

const migration = (text: string): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql.raw(text).execute(db);
  },
});

/** Every change of the tables, in order. A name is never changed and a migration that was released never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-register": migration(firstRegister),
};
