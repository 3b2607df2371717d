import { dayOf, type PlainDate } from "../law/plain-date.js";
import { type Agency, onDay } from "../register/agency.js";
import { sourcesOf } from "../register/reporting-agency.js";

/** An agency whose records are counted, with the days it existed. */
export interface CountedAgency {
  readonly agencyId: string;
  /** As people know it, for messages; its id when not given. */
  readonly name?: string;
  readonly from: PlainDate | null;
  /** The first day it existed no more. */
  readonly until: PlainDate | null;
}

/** A circle of parents is a fault of the data; the walk ends all the same. */
const MOST_GENERATIONS = 20;

/** 31 December of a year. */
export function yearEnd(year: number): PlainDate {
  return soundDay(year, 12, 31);
}

/** 1 January of a year. */
export function yearBegin(year: number): PlainDate {
  return soundDay(year, 1, 1);
}

function soundDay(year: number, month: number, day: number): PlainDate {
  const found = dayOf(year, month, day);
  if (found === null) throw new RangeError(`There is no year ${year}.`);
  return found;
}

/** The agency as it is counted: from its first name to its end, by succession or without a successor. */
export function countedAgency({ id, names, successor }: Agency): CountedAgency {
  const from = names.reduce<PlainDate | null>((first, name) => (first === null || name.from < first ? name.from : first), null);
  const isEnded = names.length > 0 && names.every(({ until }) => until !== null);
  const lastName = names.reduce<PlainDate | null>(
    (last, { until }) => (until !== null && (last === null || until > last) ? until : last),
    null,
  );
  const name = names.at(-1)?.value ?? id;
  return { agencyId: id, name, from, until: successor?.from ?? (isEnded ? lastName : null) };
}

/** The agencies whose records the report of one agency counts in a year, itself and those it has succeeded, with the days they existed. */
export function reportingAgencies(agencies: readonly Agency[], agencyId: string, year: number): CountedAgency[] {
  const sources = new Set(sourcesOf(agencies, agencyId, year));
  return agencies.filter(({ id }) => sources.has(id)).map(countedAgency);
}

/**
 * The agencies that report in the area of a government: itself and all below it in the tree as it stood on 31 December
 * (or on the last day an agency existed in the year). Those that another one has succeeded are counted with their successor.
 */
export function areaAgencies(agencies: readonly Agency[], governmentId: string, year: number): string[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const isBelow = (agency: Agency, day: PlainDate): boolean => {
    let at: Agency | undefined = agency;
    for (let generation = 0; at !== undefined && generation < MOST_GENERATIONS; generation += 1) {
      if (at.id === governmentId) return true;
      at = byId.get(onDay(at.parents, day) ?? "");
    }
    return false;
  };
  return agencies
    .filter((agency) => {
      const { from, until } = countedAgency(agency);
      if (from !== null && from > yearEnd(year)) return false;
      if (until === null || until > yearEnd(year)) return isBelow(agency, yearEnd(year));
      if (agency.successor !== null || until <= yearBegin(year)) return false;
      const lastParent = agency.parents.findLast((parent) => parent.from < until);
      return lastParent !== undefined && isBelow(agency, lastParent.from > yearBegin(year) ? lastParent.from : yearBegin(year));
    })
    .map(({ id }) => id);
}
