import { openDatabase } from "../storage/open-database.js";
import { readConfiguration } from "../storage/read-configuration.js";
import { addFirstAccount } from "./accounts/save-account.js";
import { type Office, officeOver } from "./office.js";
import type { OfficeSettings } from "./office-settings.js";
import { configurationIn } from "./open-register.js";

/** An office that is ready to be served. Whoever opens it must close it. */
export interface OpenOffice {
  readonly office: Office;
  readonly settings: OfficeSettings;
  /** The account of a first start, with the password that is shown once; null when there were accounts. */
  readonly firstAccount: { readonly loginName: string; readonly password: string } | null;
  close(): Promise<void>;
}

/** Opens the office over the configured register, or over one in a folder of its own. */
export async function openOffice(folder: string | null): Promise<OpenOffice> {
  const configuration = folder === null ? readConfiguration() : configurationIn(folder);
  const database = await openDatabase(configuration);
  try {
    const office = officeOver(database);
    const firstAccount = await addFirstAccount(office);
    return { office, settings: configuration.office, firstAccount, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
