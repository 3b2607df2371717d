import { onDay } from "../../register/agency.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { type Office, todayIn } from "../office.js";

/** What an agency is called today; its id when nothing is known of it. */
export async function currentName(office: Office, agencyId: string): Promise<string> {
  const stored = await loadAgency(office.database, agencyId);
  if (stored === null) return agencyId;
  return onDay(stored.agency.names, todayIn(office)) ?? stored.agency.names.at(-1)?.value ?? agencyId;
}
