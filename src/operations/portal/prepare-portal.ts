import type { StorageConfiguration } from "../../storage/configuration.js";
import type { Database } from "../../storage/database.js";
import { ensureInboxKey } from "../../storage/portal/inbox-keys.js";
import { type PortalAddress, preparePortalRole } from "../../storage/portal/portal-role.js";

/**
 * Makes the portal's way into the database and the key requests are sealed to; called whenever the office starts. Gives the
 * address it left for the portal, or null where `portal.databaseUrl` says it.
 */
export async function preparePortal(database: Database, configuration: StorageConfiguration): Promise<PortalAddress | null> {
  const address = await preparePortalRole(database, configuration);
  await ensureInboxKey(database);
  return address;
}
