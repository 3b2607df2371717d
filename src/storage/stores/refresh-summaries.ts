import type { LawOfDays } from "../../register/case-clock.js";
import type { Database } from "../database.js";
import { write } from "../write.js";
import { loadCasesById } from "./case-store.js";
import { forgetSummaries, keepSummaries, outdatedSummaries } from "./case-summary-store.js";

const AT_ONCE = 400;

/**
 * Counts the days of an agency's cases anew where they were counted by another calendar, or not at all. Gives how many. Does nothing, and
 * asks one question of an index, when all are in order. Holds the chain of the agency meanwhile, so that no writer is overtaken.
 */
export async function refreshSummaries(database: Database, agencyId: string, law: LawOfDays): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const ids = await outdatedSummaries(database, { agencyId, law, atMost: AT_ONCE });
    if (ids.length === 0) return refreshed;
    await write(database, { chain: agencyId, recordedBy: "system" }, async ({ trx }) => {
      const files = await loadCasesById({ ...database, db: trx }, ids);
      await keepSummaries(trx, [...files.values()], law);
    });
    refreshed += ids.length;
  }
}

/** Makes every summary of an agency again from its events. */
export async function remakeSummaries(database: Database, agencyId: string, law: LawOfDays): Promise<number> {
  await forgetSummaries(database, agencyId);
  return refreshSummaries(database, agencyId, law);
}
