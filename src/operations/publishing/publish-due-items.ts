import { isAppError } from "../../errors.js";
import { scheduledBy } from "../../storage/stores/item-summary-store.js";
import { type Office, SYSTEM_ACTOR } from "../office.js";
import { publishItem } from "./publish-item.js";

const AT_ONCE = 200;

/** What the job has done: how many were published, and which could not be, with the sentence why. */
export interface DueItemsPublished {
  readonly published: readonly string[];
  readonly refused: readonly { readonly itemId: string; readonly why: string }[];
}

/** Publishes what was scheduled for now or earlier. Called every minute; two that run at once publish nothing twice. */
export async function publishDueItems(office: Office): Promise<DueItemsPublished> {
  const published: string[] = [];
  const refused: { itemId: string; why: string }[] = [];
  for (const due of await scheduledBy(office.database, office.now().toISOString(), AT_ONCE)) {
    try {
      // Only as it was scheduled: what somebody has changed in the meantime is theirs.
      const at = { agencyId: due.agency_id, itemId: due.item_id, version: due.version };
      await publishItem(office, SYSTEM_ACTOR, at);
      published.push(due.item_id);
    } catch (error) {
      if (!isAppError(error)) throw error;
      refused.push({ itemId: due.item_id, why: error.message });
    }
  }
  return { published, refused };
}
