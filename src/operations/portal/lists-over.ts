import {
  type ItemFacets,
  type ItemFilter,
  type ItemListQuery,
  type ItemPage,
  type ItemSummary,
  LIST_PAGE_SIZE,
  MOST_LIST_PAGES,
  MOST_PAGE_SIZE,
} from "../../register/portal/public-item.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import { listItems, readFacets } from "../../storage/portal/read-items.js";
import { KeptCounts } from "./kept-counts.js";
import { KeptFor } from "./kept-for.js";
import type { PortalChanges } from "./portal-changes.js";
import type { PublicSite, Shown } from "./public-site.js";

const COUNT_UP_TO = 10_000;
const FACETS_KEPT_MS = 60_000;
const LATEST = 5;
const LATEST_KEPT_MS = 5_000;

interface Lists extends Pick<PublicSite, "items" | "facets"> {
  /** What some agencies, or all of them, published last. */
  latest(agencyIds: readonly string[]): Promise<readonly ItemSummary[]>;
}

/** The lists of the public site: their pages, the counts beside their filters, and the newest of them. */
export function listsOver(pool: PortalPool, changes: PortalChanges): Lists {
  const counts = new KeptCounts(changes);
  const keptFacets = new KeptFor<ItemFacets>(FACETS_KEPT_MS, 200);
  const keptLatest = new KeptFor<readonly ItemSummary[]>(LATEST_KEPT_MS, 50);
  return {
    items: (query) => itemPage(pool, { changes, counts }, query),
    facets(filter) {
      const since = changes.heard;
      return keptFacets.getLate(JSON.stringify(filter), () => readFacets(pool, filter), {
        // Nothing is counted again where nothing has changed.
        isStill: () => changes.isSince(since, listOf(filter)),
      });
    },
    latest: (agencyIds) => keptLatest.get(JSON.stringify([changes.heard, agencyIds]), () => latestItems(pool, agencyIds)),
  };
}

/** What a list with a filter shows: items of its agencies, or for null of all. */
function listOf({ agencyIds = [] }: ItemFilter): Shown | null {
  return agencyIds.length === 0 ? null : { itemIds: [], agencyIds };
}

async function latestItems(pool: PortalPool, agencyIds: readonly string[]) {
  const uncounted = { countUpTo: 0, total: { count: 0, isMore: true } };
  return (await listItems(pool, { filter: { agencyIds }, withoutTombstones: true, offset: 0, limit: LATEST, ...uncounted }))
    .items;
}

interface Known {
  readonly changes: PortalChanges;
  readonly counts: KeptCounts;
}

async function itemPage(pool: PortalPool, { changes, counts }: Known, query: ItemListQuery): Promise<ItemPage> {
  const { page = 1, pageSize = LIST_PAGE_SIZE, withoutTombstones = false, ...filter } = query;
  const size = bounded(pageSize, 1, MOST_PAGE_SIZE);
  const at = bounded(page, 1, MOST_LIST_PAGES);
  const list = JSON.stringify([filter, withoutTombstones]);
  const known = counts.of(list);
  const since = changes.heard;
  const { items, total } = await listItems(pool, {
    ...{ filter, withoutTombstones, offset: (at - 1) * size, limit: size, countUpTo: COUNT_UP_TO, total: known },
  });
  if (known === null) counts.keep(list, { total, agencyIds: filter.agencyIds ?? [], since });
  const pages = Math.min(Math.max(1, Math.ceil(total.count / size)), MOST_LIST_PAGES);
  return { items, total, page: at, pageSize: size, pages };
}

/** A whole number between two others; the least for what is none. */
export function bounded(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.floor(value), least), most) : least;
}
