import { agencyStandings } from "../../storage/statistics/case-statistics.js";
import { publishedCounts, reportStandings } from "../../storage/statistics/review-statistics.js";
import { refreshSummaries } from "../../storage/stores/refresh-summaries.js";
import { type NamedAgency, ownAgencies } from "../accounts/own-agencies.js";
import { lawOf } from "../cases/own-case.js";
import type { Actor, Office } from "../office.js";
import { deadlineOf } from "../reports/list-reports.js";
import { workingDaysAround, yearSpan } from "./counted-year.js";
import { keptUntilWritten } from "./kept-statistics.js";

/** How one agency stands in a year, beside the others. */
export interface AgencyFigures {
  readonly agencyId: string;
  readonly name: string;
  readonly received: number;
  readonly closed: number;
  readonly closedLate: number;
  readonly extended: number;
  readonly open: number;
  readonly openLate: number;
  readonly cases: number;
  readonly median: number | null;
  readonly mean: number | null;
  readonly ninth: number | null;
  readonly published: number;
  readonly report: "released" | "frozen" | "none";
  readonly reportDeadline: string | null;
}

/** The agencies that are supervised from one agency (条例 第三条、第四十七条), each with its year. Empty for whoever supervises none. */
export async function readAgenciesBelow(
  office: Office,
  actor: Actor,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<{ readonly year: number; readonly reportYear: number; readonly agencies: readonly AgencyFigures[] }> {
  const span = yearSpan(office, year);
  const below = under(agencyId, await ownAgencies(office, actor));
  const ids = below.map(({ agency }) => agency.id);
  for (const id of ids) await refreshSummaries(office.database, id, await lawOf(office, id));
  const key = `below ${agencyId} ${year} ${ids.join(" ")}`;
  const agencies = await keptUntilWritten(office.database, { key, agencies: ids, day: span.today }, async () => {
    const days = workingDaysAround(office, span);
    const standings = await agencyStandings(office.database, days, { ...span, agencies: ids });
    const byId = new Map(standings.map((one) => [one.agencyId, one]));
    const published = await publishedCounts(office.database, { ...span, agencies: ids });
    const reports = await reportStandings(office.database, { agencies: ids, year });
    return below.map(({ agency: { id }, name }): AgencyFigures => {
      const { firstDay: _first, ...figures } = byId.get(id) ?? { ...NO_CASES, firstDay: null };
      const report = reports.get(id);
      return {
        ...figures,
        agencyId: id,
        name,
        published: published.get(id) ?? 0,
        report: report === undefined ? "none" : report.isReleased ? "released" : "frozen",
        reportDeadline: deadlineOf(name, year),
      };
    });
  });
  return { year, reportYear: year, agencies };
}

const NO_CASES = {
  ...{ received: 0, closed: 0, closedLate: 0, extended: 0, open: 0, openLate: 0 },
  ...{ cases: 0, median: null, mean: null, ninth: null },
};

function under(top: string, agencies: readonly NamedAgency[]): readonly NamedAgency[] {
  const parents = new Map(agencies.map(({ agency, parentId }) => [agency.id, parentId]));
  return agencies.filter(({ agency, isBelow, parentId }) => {
    const seen = new Set([agency.id]);
    for (let at = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === top) return isBelow || parents.has(top);
      seen.add(at);
    }
    return false;
  });
}
