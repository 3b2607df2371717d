import type { Agency } from "../register/agency.js";
import { reportersOf } from "../register/reporting-agency.js";
import { areaAgencies, type CountedAgency, countedAgency } from "./counted-agency.js";
import { exactSum } from "./exact-sum.js";
import type { Opening } from "./opening.js";
import { blankReason, type TalliedCell, type TallyResult } from "./tally-result.js";
import { type TallyQuestion, tallyYear } from "./tally-year.js";

/** The tables of a whole area with those of each agency they are the sum of. */
export interface AreaTally {
  readonly whole: TallyResult;
  /** In the order of the list of agencies; the government's own is one of them. */
  readonly members: readonly TallyResult[];
}

interface AreaQuestion extends Omit<TallyQuestion, "agencyId" | "agencies"> {
  readonly agencies: readonly Agency[];
  readonly governmentId: string;
}

/** Whose tables make up those of an area, and which reports of last year open their books. */
export interface AreaPlan {
  /**
   * Set when last year's report of the government covered its area too: then it opens the books of the whole, not those of its own
   * office, and the area is counted as one.
   */
  readonly asOne: ReporterPlan | null;
  /** In the order of the list of agencies; the government's own is one of them. */
  readonly members: readonly ReporterPlan[];
}

export interface ReporterPlan {
  readonly agencyId: string;
  readonly agencies: readonly CountedAgency[];
  readonly openings: readonly Opening[];
}

/** Plans the count of an area: every agency below the government as the tree stood in the year, each with its own opening. */
export function areaPlan(
  agencies: readonly Agency[],
  { governmentId, year, openings = [] }: Pick<AreaQuestion, "governmentId" | "year" | "openings">,
): AreaPlan {
  const reporters = areaReporters(agencies, governmentId, year);
  const byAgency = new Map(reporters.flatMap((reporter) => reporter.agencies.map((one) => [one.agencyId, reporter])));
  const ownOpenings = new Map<string, Opening[]>();
  const ofArea: Opening[] = [];
  for (const opening of openings) {
    const reporter = byAgency.get(opening.agencyId);
    const [first] = opening.countedAgencies;
    const holder = first === undefined ? reporter : byAgency.get(first);
    const isOfOne =
      opening.countedAgencies.every((id) => byAgency.get(id) === holder) && (holder !== undefined || first === undefined);
    if (!isOfOne && opening.agencyId === governmentId) ofArea.push(opening);
    if (!isOfOne || reporter === undefined) continue;
    const own = ownOpenings.get(reporter.agencyId);
    if (own === undefined) ownOpenings.set(reporter.agencyId, [opening]);
    else own.push(opening);
  }
  const counted = reporters.flatMap((reporter) => reporter.agencies);
  return {
    asOne: ofArea.length === 0 ? null : { agencyId: governmentId, agencies: counted, openings: ofArea },
    members: reporters.map((reporter) => ({ ...reporter, openings: ownOpenings.get(reporter.agencyId) ?? [] })),
  };
}

/** Like `reportingAgencies` for every agency of an area, in one walk: an area may have a thousand. */
function areaReporters(
  agencies: readonly Agency[],
  governmentId: string,
  year: number,
): { readonly agencyId: string; readonly agencies: CountedAgency[] }[] {
  const sources = new Map<string, CountedAgency[]>();
  const reporterBy = reportersOf(agencies, year);
  for (const agency of agencies) {
    const reporter = reporterBy.get(agency.id) ?? agency.id;
    const own = sources.get(reporter);
    if (own === undefined) sources.set(reporter, [countedAgency(agency)]);
    else own.push(countedAgency(agency));
  }
  return areaAgencies(agencies, governmentId, year).map((agencyId) => ({ agencyId, agencies: sources.get(agencyId) ?? [] }));
}

/** The report of a government covers its whole area: every cell is the sum over the agencies below it, as the tree stood in the year. */
export function tallyArea({ agencies, governmentId, ...question }: AreaQuestion): AreaTally {
  const plan = areaPlan(agencies, { governmentId, ...question });
  const members = plan.members.map((reporter) => tallyYear({ ...question, ...reporter }));
  if (plan.asOne !== null) return { whole: tallyYear({ ...question, ...plan.asOne }), members };
  return { whole: sumOfTallies(governmentId, members, namesOf(agencies)), members };
}

/** The names of agencies for messages. */
export function namesOf(agencies: readonly Agency[]): (agencyId: string) => string {
  const names = new Map(agencies.map((agency) => [agency.id, countedAgency(agency).name]));
  return (id) => names.get(id) ?? id;
}

/** Adds tallies of one year, format and instant cell by cell. Where one of them is blank the sum is, and says whose figure is missing. */
export function sumOfTallies(
  agencyId: string,
  tallies: readonly TallyResult[],
  nameOf: (agencyId: string) => string = (id) => id,
): TallyResult {
  const [first, ...others] = tallies;
  if (first === undefined) throw new Error(`No agency reports below ${agencyId}.`);
  const odd = others.find(({ year, format, asOf, until }) =>
    [year !== first.year, format !== first.format, asOf !== first.asOf, until !== first.until].includes(true),
  );
  if (odd !== undefined)
    throw new Error(`The tallies of ${first.agencyId} and ${odd.agencyId} are not of one year, format and instant.`);
  const sum = (count: (tally: TallyResult) => number): number => tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    format: first.format,
    agencyId,
    countedAgencies: [...new Set(tallies.flatMap(({ countedAgencies }) => countedAgencies))],
    year: first.year,
    until: first.until,
    asOf: first.asOf,
    cells: first.cells.map((cell, at) => sumOfCells(cell, at, tallies, nameOf)),
    received: { letters: sum(({ received }) => received.letters), pieces: sum(({ received }) => received.pieces) },
    carriedProceedings: tallies.flatMap(({ carriedProceedings }) => carriedProceedings),
    openingDifferences: tallies.flatMap(({ openingDifferences }) => openingDifferences),
    doubts: tallies.flatMap(({ doubts }) => doubts),
  };
}

/** One cell of the sum: that at a place of the form, over some tallies. */
export function sumOfCells(
  { table, row, column, unit }: TalliedCell,
  at: number,
  tallies: readonly Pick<TallyResult, "agencyId" | "cells">[],
  nameOf: (agencyId: string) => string,
): TalliedCell {
  const parts = tallies.flatMap(({ agencyId, cells }) => {
    // The cells of one format are always in printed order.
    const cell = cells[at];
    return cell === undefined ? [] : [{ agencyId, ...cell }];
  });
  const address = { table, row, column, ...(unit !== undefined && { unit }) };
  const records = parts.flatMap((cell) => cell.records);
  const blank = parts.filter(({ value }) => value === null).map(({ agencyId }) => nameOf(agencyId));
  if (blank.length > 0)
    return { ...address, value: null, records, blank: blankReason("memberBlank", { agencies: blank.join("、") }) };
  return { ...address, value: exactSum(parts.map(({ value }) => value ?? 0)), records };
}
