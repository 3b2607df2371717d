import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { StorageConfiguration } from "../configuration.js";
import { connect } from "../connection/connect.js";
import { PORTAL_MIGRATIONS } from "../migrations/index.js";
import type { Tables } from "../tables.js";
import { type PortalAddress, preparePortalRole } from "./portal-role.js";

/** The database of a portal that stands alone, as bundles are put into it. The site itself connects with `address`. */
export interface Standalone {
  readonly db: Kysely<Tables>;
  readonly address: PortalAddress;
  close(): Promise<void>;
}

const NAME = "portal";

/** Opens, or makes, the database of a portal in a folder: the tables of the portal and none of the office's. */
export async function openStandalone(configuration: StorageConfiguration, name = NAME): Promise<Standalone> {
  const { db, server, close } = await connect(configuration, name);
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...PORTAL_MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await sql`update portal.counter set mode = 'standalone' where mode <> 'standalone'`.execute(db);
    const address = await preparePortalRole({ db, server }, configuration);
    if (address === null) throw new Error("A portal that stands alone has an embedded server.");
    return { db, address, close };
  } catch (error) {
    await close();
    throw error;
  }
}
