import { loadSetting } from "../../storage/stores/setting-store.js";
import { REGISTER_CHAIN } from "../../storage/write.js";
import type { Office } from "../office.js";

/** Set when the city is complete. */
export const SAMPLE_CITY = "sample-city";

/** Whether this register is a sample city: then every page says so. */
export async function isSampleCity({ database }: Pick<Office, "database">): Promise<boolean> {
  return (await loadSetting(database, REGISTER_CHAIN, SAMPLE_CITY)) !== null;
}
