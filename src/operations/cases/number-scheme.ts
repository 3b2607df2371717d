import { DEFAULT_NUMBER_SCHEME } from "../../register/request-number.js";
import { KeptReading } from "../../storage/kept-reading.js";
import { loadSetting } from "../../storage/stores/setting-store.js";
import type { Office } from "../office.js";

/** The setting of an agency that says how its requests are numbered, with {year} and {number}. */
export const NUMBER_SCHEME_SETTING = "request-number-scheme";

/** How an agency numbers requests. */
export async function numberScheme({ database }: Office, agencyId: string): Promise<string> {
  return schemes.of(database.db, agencyId, async () => {
    const value = (await loadSetting(database, agencyId, NUMBER_SCHEME_SETTING))?.value;
    const isPattern = typeof value === "string" && value.includes("{year}") && value.includes("{number}");
    return isPattern ? value : DEFAULT_NUMBER_SCHEME;
  });
}

/** Every registration asks, and it changes once in years. */
const schemes = new KeptReading<string>(["setting_version"], 5);
