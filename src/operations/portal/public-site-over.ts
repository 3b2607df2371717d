import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublicItem } from "../../register/portal/public-item.js";
import type { ReportSeries } from "../../report/public-report.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { LongLists } from "../../storage/portal/long-lists.js";
import type { PortalPool } from "../../storage/portal/portal-pool.js";
import {
  readAgencies,
  readColumnNames,
  readCounter,
  readGuide,
  readOfficeKey,
  readRules,
} from "../../storage/portal/read-entries.js";
import { readAttachment, readChanges, readItemByIndexNumber, readItems } from "../../storage/portal/read-items.js";
import { readMoment } from "../../storage/portal/read-moment.js";
import { listReports, readFigures, readReport, readReportFile } from "../../storage/portal/read-reports.js";
import { askRequestStatus } from "./ask-request-status.js";
import { AskedTogether } from "./asked-together.js";
import { findSimilar } from "./find-similar.js";
import { KeptFor } from "./kept-for.js";
import { bounded, listsOver } from "./lists-over.js";
import { type KeyedPage, keyedPages, namedPages } from "./named-pages.js";
import { PortalChanges } from "./portal-changes.js";
import type { PublicSite } from "./public-site.js";
import { searchSite } from "./search-site.js";
import { submitRequest } from "./submit-request.js";
import { suggestWords } from "./suggest-words.js";

const MOST_CHANGES = 1_000;
const AGENCIES_KEPT_MS = 5_000;
const NAMES_KEPT_MS = 20_000;

/** The public site over the connections of the portal. */
export function publicSiteOver(
  pool: PortalPool,
  settings: StorageConfiguration["portal"],
  close: () => Promise<void>,
): PublicSite {
  const keptAgencies = new KeptFor<readonly PublicAgency[]>(AGENCIES_KEPT_MS, 1);
  const changes = new PortalChanges((after) => readMoment(pool, after));
  const agencies = () => keptAgencies.get(String(changes.allAt), async () => inOrder(await readAgencies(pool)));
  const agency = async (id: string) => (await agencies()).find((one) => one.id === id) ?? null;
  const takesRequests = async (agencyId: string) => {
    // What was merged away answers nothing any more: its successor is asked.
    if (((await agency(agencyId))?.successorId ?? null) !== null) return false;
    const guide = await readGuide(pool, agencyId);
    return guide?.channels.some(({ channel }) => channel === "online") === true && (await readOfficeKey(pool)) !== null;
  };
  const keptNames = new KeptFor<readonly KeyedPage[]>(NAMES_KEPT_MS, 1);
  const names = () => keptNames.getLate("names", async () => namesOver(await readColumnNames(pool), await agencies()));
  const lists = listsOver(pool, changes);
  const itemsTogether = new AskedTogether<PublicItem>((ids) => readItems(pool, ids));
  const searching = { searchCap: settings.searchCap, longLists: new LongLists(), latest: lists.latest, now: Date.now };
  return {
    now: () => changes.now(),
    isSince: (sequence, shown) => changes.isSince(sequence, shown),
    agencies,
    agency,
    guide: (agencyId) => readGuide(pool, agencyId),
    rules: (agencyId) => readRules(pool, agencyId),
    items: lists.items,
    facets: lists.facets,
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
    named: async (text, agencyId) => namedPages(await names(), text, agencyId ?? null),
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

const RANKS: readonly string[] = ["central", "province", "city", "county", "town"];

/** Governments first, then by place and name. */
function inOrder(agencies: readonly PublicAgency[]): PublicAgency[] {
  const key = ({ kind, level, place, name }: PublicAgency) =>
    `${kind.includes("government") ? 0 : 1}${RANKS.indexOf(level)}${place.divisionCode ?? "~"}${name}`;
  return agencies.toSorted((one, other) => key(one).localeCompare(key(other), "zh-CN"));
}

function namesOver(rows: Awaited<ReturnType<typeof readColumnNames>>, agencies: readonly PublicAgency[]): KeyedPage[] {
  const nameOf = new Map(agencies.map(({ id, name }) => [id, name]));
  return keyedPages([
    ...agencies.map(({ id, name }) => ({ kind: "agency", title: name, agencyId: id, year: null }) as const),
    ...rows.map(({ kind, agency_id, title, year }) => ({
      ...{ kind, agencyId: agency_id, year },
      title: title ?? `${nameOf.get(agency_id) ?? ""}政府信息公开指南`,
    })),
  ]);
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
