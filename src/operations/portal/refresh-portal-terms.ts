import type { Database } from "../../storage/database.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { refreshGrams, subjectTerms } from "../../storage/portal/refresh-grams.js";

/**
 * Counts anew how many titles hold each pair of characters — by that the portal knows which words of a request say something — and
 * offers the subjects that items bear while people type. Run by night, and after many items came at once.
 */
export async function refreshPortalTerms({ db }: Pick<Database, "db">): Promise<void> {
  await refreshGrams(db);
  for (const text of new Set(await subjectTerms(db))) {
    const id = `theme/${text}`;
    await db
      .transaction()
      .execute((trx) => putEntry(trx, { kind: "term", id, agencyId: null, body: { id, text, agencyId: null } }));
  }
}
