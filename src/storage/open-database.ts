import type { StorageConfiguration } from "./configuration.js";
import { connect } from "./connection/connect.js";
import type { Database } from "./database.js";
import { loadIdentityKeys } from "./identity/identity-keys.js";
import { migrate } from "./migrate.js";

/**
 * Opens the register: finds or starts the server, brings the tables up to date, reads the keys. `name` is the database on the
 * embedded server; DATABASE_URL carries its own. Whoever opens it must close it.
 */
export async function openDatabase(configuration: StorageConfiguration, name = "yangguang"): Promise<Database> {
  const { db, server, close } = await connect(configuration, name);
  try {
    await migrate(db);
    return {
      db,
      server,
      close,
      dataDirectory: configuration.dataDirectory,
      keys: await loadIdentityKeys(db, configuration.keyFile),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
