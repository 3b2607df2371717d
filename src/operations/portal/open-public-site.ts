import type pg from "pg";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { openStandalone } from "../../storage/portal/open-standalone.js";
import { PortalPool } from "../../storage/portal/portal-pool.js";
import { portalAddressFile, readPortalAddress } from "../../storage/portal/portal-role.js";
import { readConfiguration } from "../../storage/read-configuration.js";
import { configurationIn } from "../open-register.js";
import type { PublicSite } from "./public-site.js";
import { publicSiteOver } from "./public-site-over.js";

/**
 * Opens the public site. With a folder: a portal that stands alone, on a database of its own that bundles fill. Without: the one of
 * the configuration, which reads the database of the office through a role that sees published snapshots only.
 */
export async function openPublicSite(folder: string | null): Promise<PublicSite> {
  if (folder === null) return attachPublicSite(readConfiguration());
  const configuration = configurationIn(folder);
  const standalone = await openStandalone(configuration);
  const pool = poolAt(configuration, () => standalone.address);
  return publicSiteOver(pool, configuration.portal, async () => {
    await pool.end();
    await standalone.close();
  });
}

/** The site over the office's database, by `portal.databaseUrl` or by the file the office has left (`preparePortal`). */
export async function attachPublicSite(configuration: StorageConfiguration, database = "yangguang"): Promise<PublicSite> {
  const path = portalAddressFile(configuration, database);
  const locate = (): pg.ClientConfig => {
    const { databaseUrl } = configuration.portal;
    if (databaseUrl !== null) return { connectionString: databaseUrl };
    const address = readPortalAddress(path);
    if (address === null) throw new AppError("PORTAL_NOT_READY", { detail: `没有连接文件“${path}”，请先启动内部系统` });
    return { ...address, ssl: false };
  };
  const pool = poolAt(configuration, locate);
  const site = publicSiteOver(pool, configuration.portal, () => pool.end());
  await site.state(); // told now rather than at the first visit
  return site;
}

function poolAt({ portal, database }: StorageConfiguration, locate: () => pg.ClientConfig): PortalPool {
  return new PortalPool(locate, { connections: portal.connections, connectSeconds: database.connectSeconds });
}
