import type { PublicAgency } from "../../register/portal/public-agency.js";
import {
  type ItemFacets,
  type ItemFilter,
  type ItemListQuery,
  type ItemSummary,
  LIST_PAGE_SIZE,
  MOST_LIST_PAGES,
  MOST_PAGE_SIZE,
  type PublicItem,
} from "../../register/portal/public-item.js";
import type { ReportSeries } from "../../report/public-report.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { LongLists } from "../../storage/portal/long-lists.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import { readAgencies, readCounter, readGuide, readOfficeKey, readRules } from "../../storage/portal/read-entries.js";
import {
  listItems,
  readAttachment,
  readChanges,
  readFacets,
  readItemByIndexNumber,
  readItems,
} from "../../storage/portal/read-items.js";
import { readMoment } from "../../storage/portal/read-moment.js";
import { listReports, readFigures, readReport, readReportFile } from "../../storage/portal/read-reports.js";
import { askRequestStatus } from "./ask-request-status.js";
import { AskedTogether } from "./asked-together.js";
import { findSimilar } from "./find-similar.js";
import { KeptCounts } from "./kept-counts.js";
import { KeptFor } from "./kept-for.js";
import { PortalChanges } from "./portal-changes.js";
import type { PublicSite, Shown } from "./public-site.js";
import { searchSite } from "./search-site.js";
import { submitRequest } from "./submit-request.js";
import { suggestWords } from "./suggest-words.js";

const COUNT_UP_TO = 10_000;
const MOST_CHANGES = 1_000;
const AGENCIES_KEPT_MS = 5_000;
const FACETS_KEPT_MS = 60_000;
const LATEST = 5;
const LATEST_KEPT_MS = 5_000;

/** The public site over the connections of the portal. */
export function publicSiteOver(
  pool: PortalPool,
  settings: StorageConfiguration["portal"],
  close: () => Promise<void>,
): PublicSite {
  const keptAgencies = new KeptFor<readonly PublicAgency[]>(AGENCIES_KEPT_MS, 1);
  const keptFacets = new KeptFor<ItemFacets>(FACETS_KEPT_MS, 200);
  const changes = new PortalChanges((after) => readMoment(pool, after));
  const agencies = () => keptAgencies.get(String(changes.allAt), async () => inOrder(await readAgencies(pool)));
  const agency = async (id: string) => (await agencies()).find((one) => one.id === id) ?? null;
  const takesRequests = async (agencyId: string) => {
    // What was merged away answers nothing any more: its successor is asked.
    if (((await agency(agencyId))?.successorId ?? null) !== null) return false;
    const guide = await readGuide(pool, agencyId);
    return guide?.channels.some(({ channel }) => channel === "online") === true && (await readOfficeKey(pool)) !== null;
  };
  const facets = (filter: ItemFilter) => {
    const since = changes.heard;
    return keptFacets.getLate(JSON.stringify(filter), () => readFacets(pool, filter), {
      // Nothing is counted again where nothing has changed.
      isStill: () => changes.isSince(since, listOf(filter)),
    });
  };
  const counts = new KeptCounts(changes);
  const longLists = new LongLists();
  const itemsTogether = new AskedTogether<PublicItem>((ids) => readItems(pool, ids));
  const keptLatest = new KeptFor<readonly ItemSummary[]>(LATEST_KEPT_MS, 50);
  const latest = (agencyIds: readonly string[]) =>
    keptLatest.get(JSON.stringify([changes.heard, agencyIds]), () => latestItems(pool, agencyIds));
  const searching = { searchCap: settings.searchCap, longLists, latest, now: Date.now };
  return {
    now: () => changes.now(),
    isSince: (sequence, shown) => changes.isSince(sequence, shown),
    agencies,
    agency,
    guide: (agencyId) => readGuide(pool, agencyId),
    rules: (agencyId) => readRules(pool, agencyId),
    items: (query) => itemPage(pool, { changes, counts }, query),
    facets,
    item: (id) => itemsTogether.read(id),
    itemByIndexNumber: (indexNumber) => readItemByIndexNumber(pool, indexNumber),
    attachment: (id) => readAttachment(pool, id),
    async changes(filter, after, limit) {
      const most = bounded(limit, 1, MOST_CHANGES);
      const rows = await readChanges(pool, { filter, after, limit: most });
      return {
        changes: rows.map(({ sequence, summary, revised_at }) => ({
          sequence,
          changedAt: revised_at ?? summary.publishedAt,
          item: summary,
        })),
        next: rows.length < most ? null : (rows.at(-1)?.sequence ?? null),
      };
    },
    search: (query) => searchSite(pool, searching, query),
    suggest: (text, agencyId) => suggestWords(pool, { text, agencyId: agencyId ?? null, agencies }),
    similar: (description, agencyId) => findSimilar(pool, { description, agencyId: agencyId ?? null }),
    reports: (agencyId) => listReports(pool, agencyId ?? null),
    report: (agencyId, year, edition) => readReport(pool, { agencyId, year, edition: edition ?? null }),
    reportFile: (file) => readReportFile(pool, file),
    series: async (agencyIds) => seriesOf(agencyIds, await readFigures(pool, agencyIds), await agencies()),
    takesRequests,
    submit: (submission) => submitRequest(pool, { agency, takesRequests }, submission),
    statusOf: (number, code) => askRequestStatus(pool, agency, { number, code }),
    async state() {
      const { value, changed_at, mode } = await readCounter(pool);
      return { sequence: value, changedAt: value === 0 ? null : changed_at, mode };
    },
    close,
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

async function itemPage(pool: PortalPool, { changes, counts }: Known, query: ItemListQuery) {
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

function bounded(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.floor(value), least), most) : least;
}

const RANKS: readonly string[] = ["central", "province", "city", "county", "town"];

/** Governments first, then by place and name. */
function inOrder(agencies: readonly PublicAgency[]): PublicAgency[] {
  const key = ({ kind, level, place, name }: PublicAgency) =>
    `${kind.includes("government") ? 0 : 1}${RANKS.indexOf(level)}${place.divisionCode ?? "~"}${name}`;
  return agencies.toSorted((one, other) => key(one).localeCompare(key(other), "zh-CN"));
}

function seriesOf(
  agencyIds: readonly string[],
  rows: Awaited<ReturnType<typeof readFigures>>,
  agencies: readonly PublicAgency[],
): ReportSeries[] {
  return agencyIds.flatMap((agencyId) => {
    const years = rows.filter(({ agency_id }) => agency_id === agencyId).map(({ figures }) => figures);
    if (years.length === 0) return [];
    return [{ agencyId, agencyName: agencies.find(({ id }) => id === agencyId)?.name ?? agencyId, years }];
  });
}
