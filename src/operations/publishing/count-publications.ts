import type { InformationItem } from "../../register/publishing/item-event.js";
import type { Database } from "../../storage/database.js";
import { itemsOf } from "../../storage/stores/item-store.js";
import { itemsToCount } from "../../storage/stores/item-summary-store.js";
import { type PublicationFacts, publicationFacts } from "../../tally/publication-facts.js";
import type { YearFacts } from "../../tally/year-facts.js";

export interface PublicationQuestion {
  readonly agencyId: string;
  readonly year: number;
  readonly asOf?: string | undefined;
}

const AT_ONCE = 500;

/** What section one says of a year's publishing, counted from the items; null where the agency publishes elsewhere. */
export async function countPublications(
  database: Database,
  { agencyId, year, asOf }: PublicationQuestion,
): Promise<PublicationFacts | null> {
  const midnight = (of: number): string => new Date(`${of}-01-01T00:00:00+08:00`).toISOString();
  const ids = await itemsToCount(database, agencyId, { from: midnight(year), until: midnight(year + 1) });
  if (ids.length === 0) return null;
  const items: InformationItem[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const item of await itemsOf(database.db, ids.slice(from, from + AT_ONCE))) items.push(item);
  }
  return publicationFacts(items, year, asOf);
}

/** The counts of columns and channels: those a person entered hold; where nobody did, the items are counted. */
export async function countedColumns(
  database: Database,
  question: PublicationQuestion,
  entered: Pick<YearFacts, "published" | "channels">,
): Promise<Pick<YearFacts, "published" | "channels">> {
  const { published, channels } = entered;
  if (published !== null && channels !== null) return { published, channels };
  const counted = await countPublications(database, question);
  const plain = (columns: PublicationFacts["published"] | undefined) => {
    const shown = columns?.map(({ name, items }) => ({ name, items })) ?? [];
    return shown.length === 0 ? null : shown;
  };
  return { published: published ?? plain(counted?.published), channels: channels ?? plain(counted?.channels) };
}
