import type { Database } from "../database.js";
import { loadEditions, type ReportEdition } from "../stores/edition-store.js";
import { loadReleases, type ReportRelease } from "../stores/release-store.js";

/** Every edition of an agency's reports that was given out, with how it was. */
export async function releasedEditions(
  database: Database,
  agencyId: string,
): Promise<{ readonly edition: ReportEdition; readonly release: ReportRelease }[]> {
  const years = await database.db
    .selectFrom("report_edition")
    .select("year")
    .distinct()
    .where("chain_id", "=", agencyId)
    .orderBy("year")
    .execute();
  const released = [];
  for (const { year } of years) {
    const releases = await loadReleases(database, agencyId, year);
    for (const edition of await loadEditions(database, agencyId, year)) {
      const release = releases.get(edition.edition);
      if (release !== undefined) released.push({ edition, release });
    }
  }
  return released;
}
