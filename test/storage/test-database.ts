import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import { parseConfiguration, type StorageConfiguration } from "../../src/storage/configuration.js";
import { type Connection, connect } from "../../src/storage/connection/connect.js";
import type { Database } from "../../src/storage/database.js";
import { migrate } from "../../src/storage/migrate.js";
import { openDatabase } from "../../src/storage/open-database.js";

export interface TestDatabase extends Database {
  readonly configuration: StorageConfiguration;
  readonly name: string;
}

/** The server of this test run, with a key file of its own for each database. */
export function testConfiguration(name: string, environment: Readonly<Record<string, string>> = {}): StorageConfiguration {
  const directory = process.env.YANGGUANG_TEST_DIRECTORY;
  if (directory === undefined) throw new Error("server-directory.ts must be the global setup of vitest.");
  return parseConfiguration({
    text: null,
    path: "test",
    folder: directory,
    environment: {
      YANGGUANG_DATA_DIRECTORY: directory,
      YANGGUANG_KEY_FILE: join(directory, `keys-${name}.json`),
      YANGGUANG_DATABASE_CONNECTIONS: "6",
      YANGGUANG_DATABASE_FREE_MEGABYTES: "0",
      ...environment,
    },
  });
}

let held: Promise<Connection> | null = null;

/** An empty register on a real server. The server stays up until the file that asked for it is done, and longer if others use it. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const configuration = testConfiguration(name);
  // Starting and stopping between two tests would cost more than the tests.
  held ??= serverWithModel(configuration);
  const { db } = await held;
  await sql`create database ${sql.id(name)} template ${sql.id(MODEL)}`.execute(db);
  return { ...(await openDatabase(configuration, name)), configuration, name };
}

const MODEL = "test_model";

/** Connects to the server and, for the first that comes, makes the register all others are copies of: copying is quicker than migrating. */
async function serverWithModel(configuration: StorageConfiguration): Promise<Connection> {
  const connection = await connect(configuration, "postgres");
  await connection.db.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(7201)`.execute(db);
    try {
      const { rows } = await sql`select from pg_database where datname = ${MODEL} and datistemplate`.execute(db);
      if (rows.length > 0) return;
      const model = await connect(configuration, MODEL);
      await migrate(model.db).finally(() => model.close());
      await sql`alter database ${sql.id(MODEL)} is_template true`.execute(db);
    } finally {
      await sql`select pg_advisory_unlock(7201)`.execute(db);
    }
  });
  return connection;
}
