import { loadAgencies } from "../../storage/stores/agency-store.js";
import { refreshSummaries, remakeSummaries } from "../../storage/stores/refresh-summaries.js";
import type { Office } from "../office.js";
import { lawOf } from "./own-case.js";

/** Makes the summaries of every case again from the events, of one agency or of all. Gives how many. */
export async function rebuildCaseSummaries(office: Office, agencyId: string | null = null): Promise<number> {
  return forAgencies(office, agencyId, async (id) => remakeSummaries(office.database, id, await lawOf(office, id)));
}

/** Counts anew only the days that were counted by another calendar: after a notice of holidays, or after an import. */
export async function refreshCaseSummaries(office: Office, agencyId: string | null = null): Promise<number> {
  return forAgencies(office, agencyId, async (id) => refreshSummaries(office.database, id, await lawOf(office, id)));
}

async function forAgencies(
  { database }: Office,
  agencyId: string | null,
  work: (id: string) => Promise<number>,
): Promise<number> {
  const ids = agencyId === null ? (await loadAgencies(database)).map(({ agency }) => agency.id) : [agencyId];
  let made = 0;
  for (const id of ids) made += await work(id);
  return made;
}
