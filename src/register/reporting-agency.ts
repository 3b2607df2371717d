import { dayOf, type PlainDate } from "../law/plain-date.js";
import { type Agency, onDay } from "./agency.js";

/**
 * Which agency reports what was recorded under another. The report of a year is made by the agencies that exist at its end (条例 第四十九条 has it
 * published in the January after), so an agency that was merged away in the year is reported by its successor, for the whole of that year.
 * The years before stay where they were published.
 */
export function reporterOf(agencies: readonly Agency[], agencyId: string, year: number): string {
  return reporterIn(new Map(agencies.map((agency) => [agency.id, agency])), agencyId, year);
}

/** The same for every agency at once, by its id. */
export function reportersOf(agencies: readonly Agency[], year: number): Map<string, string> {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return new Map(agencies.map(({ id }) => [id, reporterIn(byId, id, year)]));
}

function reporterIn(byId: ReadonlyMap<string, Agency>, agencyId: string, year: number): string {
  const end = lastDayOf(year);
  let reporter = agencyId;
  // No chain of successors is longer than the list, so the walk ends even on a circle.
  for (let step = 0; step < byId.size; step++) {
    const successor = byId.get(reporter)?.successor;
    if (!successor || successor.from > end) break;
    reporter = successor.agencyId;
  }
  return reporter;
}

/** The agencies whose records make up the report of one agency for a year: itself and what was merged into it by the end of the year. */
export function sourcesOf(agencies: readonly Agency[], agencyId: string, year: number): string[] {
  const reporters = reportersOf(agencies, year);
  return agencies.filter(({ id }) => reporters.get(id) === agencyId).map(({ id }) => id);
}

/** The agencies whose reports of the year before this one's books open with: 上年结转 is the sum of their 结转下年度. */
export function openingReportersOf(agencies: readonly Agency[], agencyId: string, year: number): string[] {
  return openingReportersOfAll(agencies, [agencyId], year);
}

/** The same for several agencies at once, each named once. */
export function openingReportersOfAll(agencies: readonly Agency[], agencyIds: readonly string[], year: number): string[] {
  const wanted = new Set(agencyIds);
  const [now, before] = [reportersOf(agencies, year), reportersOf(agencies, year - 1)];
  const published = new Set(reportsFor(agencies, year - 1));
  const openers = agencies.flatMap(({ id }) => (wanted.has(now.get(id) ?? "") ? [before.get(id) ?? ""] : []));
  return [...new Set(openers)].filter((id) => published.has(id));
}

/** The agencies that publish a report for a year: those that exist on its last day. */
export function reportsFor(agencies: readonly Agency[], year: number): string[] {
  const end = lastDayOf(year);
  return agencies.filter(({ names }) => onDay(names, end) !== null).map(({ id }) => id);
}

/** The name the report of a year is published under: the one held on its last day. */
export function reportingName(agency: Agency, year: number): string | null {
  return onDay(agency.names, lastDayOf(year));
}

function lastDayOf(year: number): PlainDate {
  const day = dayOf(year, 12, 31);
  if (day === null || !Number.isInteger(year)) throw new RangeError(`${year} is no year.`);
  return day;
}

/** An agency with the names under which others carried it on since, each from its day: who acts in its stead acts in its own name. */
export function withSuccessorNames(agencies: readonly Agency[], agency: Agency): Agency {
  const byId = new Map(agencies.map((one) => [one.id, one]));
  let names = agency.names;
  let at: Agency = agency;
  // No chain of successors is longer than the list, so the walk ends even on a circle.
  for (let step = 0; step < byId.size && at.successor !== null; step++) {
    const { agencyId, from } = at.successor;
    const next = byId.get(agencyId);
    if (next === undefined) break;
    const later = next.names.filter(({ until }) => until === null || until > from);
    names = [...names, ...later.map((one) => (one.from < from ? { ...one, from } : one))];
    at = next;
  }
  return names === agency.names ? agency : { ...agency, names };
}
