import { PUBLICATION_CHANNEL_LABELS } from "../law/publication/channels.js";
import { disclosureItem } from "../law/publication/disclosure-items.js";
import type { InformationItem } from "../register/publishing/item-event.js";
import { itemState } from "../register/publishing/item-state.js";
import type { ColumnCount } from "./year-facts.js";

/** What section one says of a year's publishing, each number with the items behind it. */
export interface PublicationFacts {
  readonly published: readonly CountedItems[];
  readonly channels: readonly CountedItems[];
}

/** How many items, and which. */
export interface CountedItems extends ColumnCount {
  readonly records: readonly string[];
}

const OTHER_COLUMN = "其他信息";
const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/**
 * Section one counted from the items: what was first published in a year by the columns of Articles 20 and 21, and where else it was made
 * public by channel. What was withdrawn by then is not counted as published; samples never are. With `asOf`, as it was known at an instant.
 */
export function publicationFacts(
  items: Iterable<Pick<InformationItem, "id" | "events" | "isSample">>,
  year: number,
  asOf?: string,
): PublicationFacts {
  const columns = new Map<string, string[]>();
  const channels = new Map<string, string[]>();
  for (const { id, events, isSample } of items) {
    if (isSample) continue;
    const { publication, channels: uses } = itemState({ events }, asOf);
    if (publication === null) continue;
    if (publication.tombstone === null && yearInChina(publication.publishedAt) === year) {
      const column = publication.content.disclosureItem;
      add(columns, (column === null ? null : disclosureItem(column)?.shortName) ?? OTHER_COLUMN, id);
      add(channels, PUBLICATION_CHANNEL_LABELS.website, id);
    }
    for (const { channel, publishedOn } of uses) {
      // The site itself is counted once an item, whether or not somebody wrote it down as well.
      if (channel !== "website" && Number(publishedOn.slice(0, 4)) === year)
        add(channels, PUBLICATION_CHANNEL_LABELS[channel], id);
    }
  }
  return { published: counted(columns), channels: counted(channels) };
}

function add(counts: Map<string, string[]>, name: string, id: string): void {
  const ids = counts.get(name);
  if (ids === undefined) counts.set(name, [id]);
  else ids.push(id);
}

/** The largest first. */
function counted(counts: ReadonlyMap<string, readonly string[]>): CountedItems[] {
  return [...counts]
    .map(([name, records]): CountedItems => ({ name, items: records.length, records }))
    .sort((one, other) => other.items - one.items || (one.name < other.name ? -1 : 1));
}

function yearInChina(instant: string): number {
  return new Date(Date.parse(instant) + CHINA_AHEAD).getUTCFullYear();
}
