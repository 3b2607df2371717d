import type { LawOfDays } from "../../register/case-clock.js";
import { refreshSummaries } from "../../storage/stores/refresh-summaries.js";
import type { Office } from "../office.js";

/** Lists change under our hands: after so many times somebody else keeps counting by another law, and a bug is loud. */
const MOST_TRIES = 5;

/** What is read of an agency's summaries once its days are counted by its law: `read` says null where some are not, then they are counted anew. */
export async function counted<Read>(
  office: Pick<Office, "database">,
  { agencyId, law }: { readonly agencyId: string; readonly law: LawOfDays },
  read: () => Promise<Read | null>,
): Promise<Read> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await read();
    if (found !== null) return found;
    await refreshSummaries(office.database, agencyId, law);
  }
  throw new Error(`The summaries of ${agencyId} are counted anew again and again.`);
}
