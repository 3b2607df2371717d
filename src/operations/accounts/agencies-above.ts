import { onDay } from "../../register/agency.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { type Office, todayIn } from "../office.js";

/** The tree has five levels; a loop that somebody entered by mistake must end. */
const MOST_LEVELS = 12;

/** The agencies an agency belongs to today, nearest first; empty for one that is not registered. */
export async function agenciesAbove(office: Office, agencyId: string): Promise<string[]> {
  const above: string[] = [];
  for (let id: string | null = agencyId; id !== null && above.length < MOST_LEVELS; ) {
    const stored = await loadAgency(office.database, id);
    const parent: string | null = stored === null ? null : onDay(stored.agency.parents, todayIn(office));
    if (parent === null || parent === agencyId || above.includes(parent)) break;
    above.push(parent);
    id = parent;
  }
  return above;
}
