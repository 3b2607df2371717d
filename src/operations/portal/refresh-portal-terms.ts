import type { Database } from "../../storage/database.js";
import { refreshGrams } from "../../storage/portal/refresh-grams.js";

/** Counts anew how many titles hold each pair of characters: by that the portal knows which words of a request say something. */
export async function refreshPortalTerms({ db }: Pick<Database, "db">): Promise<void> {
  await refreshGrams(db);
}
