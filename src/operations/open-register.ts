import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "../errors.js";
import type { StorageConfiguration } from "../storage/configuration.js";
import type { Database } from "../storage/database.js";
import { openDatabase } from "../storage/open-database.js";
import { readConfiguration } from "../storage/read-configuration.js";

/** Opens the register of the configuration, or the one in a folder that is there already. Whoever opens it must close it. */
export async function openRegister(folder: string | null): Promise<Database> {
  if (folder === null) return openDatabase(readConfiguration());
  if (!existsSync(folder)) throw new AppError("FILE_NOT_FOUND", { path: folder });
  return openDatabase(configurationIn(folder));
}

/** The settings of this process, with everything of the register in one folder: its server, its password, its keys. */
export function configurationIn(folder: string): StorageConfiguration {
  const configured = readConfiguration();
  const dataDirectory = resolve(folder);
  return {
    dataDirectory,
    keyFile: join(dataDirectory, "identity-keys.json"),
    database: { ...configured.database, url: null, port: null },
    portal: { ...configured.portal, databaseUrl: null },
    office: configured.office,
    mail: configured.mail,
  };
}
