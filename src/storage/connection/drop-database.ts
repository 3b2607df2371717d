import { sql } from "kysely";
import type { StorageConfiguration } from "../configuration.js";
import { connect } from "./connect.js";

/** Takes a database of the embedded server away with everything in it. Only for what can be made again: a sample city half made. */
export async function dropDatabase(configuration: StorageConfiguration, name: string): Promise<void> {
  const { db, close } = await connect(configuration, "postgres");
  try {
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(db);
  } finally {
    await close();
  }
}
