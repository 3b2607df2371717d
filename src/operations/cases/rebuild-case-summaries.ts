import { loadAgencies } from "../../storage/stores/agency-store.js";
import { remakeSummaries } from "../../storage/stores/refresh-summaries.js";
import type { Office } from "../office.js";
import { lawOf } from "./own-case.js";

/** Makes the summaries of every case again from the events, of one agency or of all. Gives how many. */
export async function rebuildCaseSummaries(office: Office, agencyId: string | null = null): Promise<number> {
  const { database } = office;
  const ids = agencyId === null ? (await loadAgencies(database)).map(({ agency }) => agency.id) : [agencyId];
  let made = 0;
  for (const id of ids) made += await remakeSummaries(database, id, await lawOf(office, id));
  return made;
}
