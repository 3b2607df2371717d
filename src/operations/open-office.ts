import { isAppError } from "../errors.js";
import type { StorageConfiguration } from "../storage/configuration.js";
import type { Database } from "../storage/database.js";
import { openDatabase } from "../storage/open-database.js";
import { readConfiguration } from "../storage/read-configuration.js";
import { addFirstAccount } from "./accounts/save-account.js";
import { type Office, officeOver } from "./office.js";
import type { OfficeSettings } from "./office-settings.js";
import { configurationIn } from "./open-register.js";
import { preparePortal } from "./portal/prepare-portal.js";
import { publishAgencies } from "./portal/publish-agencies.js";

/** An office that is ready to be served. Whoever opens it must close it. */
export interface OpenOffice {
  readonly office: Office;
  readonly configuration: StorageConfiguration;
  readonly settings: OfficeSettings;
  /** The account of a first start, with the password that is shown once; null when there were accounts. */
  readonly firstAccount: { readonly loginName: string; readonly password: string } | null;
  /** Why the portal has no way into this database yet; the office works without. */
  readonly portalFault: string | null;
  close(): Promise<void>;
}

/** Opens the office over the configured register, or over one in a folder of its own. */
export async function openOffice(folder: string | null): Promise<OpenOffice> {
  const configuration = folder === null ? readConfiguration() : configurationIn(folder);
  const database = await openDatabase(configuration);
  try {
    return await officeIn(database, configuration);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The same over a register that is open: the first account where there is none, and the way in for the portal. */
export async function officeIn(database: Database, configuration: StorageConfiguration): Promise<OpenOffice> {
  const office = officeOver(database);
  const firstAccount = await addFirstAccount(office);
  const portalFault = await readyPortal(office, configuration);
  return { office, configuration, settings: configuration.office, firstAccount, portalFault, close: database.close };
}

/** Makes the way in for the portal, and shows the agencies as they are today. */
export async function readyPortal(office: Office, configuration: StorageConfiguration): Promise<string | null> {
  try {
    await preparePortal(office.database, configuration);
    await publishAgencies(office);
    return null;
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
}
