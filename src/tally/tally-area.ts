import type { Agency } from "../register/agency.js";
import { areaAgencies, countedAgency, reportingAgencies } from "./counted-agency.js";
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

/** The report of a government covers its whole area: every cell is the sum over the agencies below it, as the tree stood in the year. */
export function tallyArea({ agencies, governmentId, openings = [], ...question }: AreaQuestion): AreaTally {
  const { year } = question;
  const reporters = areaAgencies(agencies, governmentId, year).map((agencyId) => ({
    agencyId,
    counted: reportingAgencies(agencies, agencyId, year),
  }));
  const isOfOne = ({ countedAgencies }: Opening): boolean =>
    reporters.some(({ counted }) => countedAgencies.every((id) => counted.some(({ agencyId }) => agencyId === id)));
  const members = reporters.map(({ agencyId, counted }) => {
    const ids = new Set(counted.map((one) => one.agencyId));
    const own = openings.filter((opening) => ids.has(opening.agencyId) && isOfOne(opening));
    return tallyYear({ ...question, agencyId, agencies: counted, openings: own });
  });
  // Last year's report of the government covered its area too: then it opens the books of the whole, not those of its own office.
  const ofArea = openings.filter((opening) => opening.agencyId === governmentId && !isOfOne(opening));
  if (ofArea.length > 0) {
    const counted = reporters.flatMap((reporter) => reporter.counted);
    return { whole: tallyYear({ ...question, agencyId: governmentId, agencies: counted, openings: ofArea }), members };
  }
  const names = new Map(agencies.map((agency) => [agency.id, countedAgency(agency).name]));
  return { whole: sumOfTallies(governmentId, members, (id) => names.get(id) ?? id), members };
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

function sumOfCells(
  { table, row, column, unit }: TalliedCell,
  at: number,
  tallies: readonly TallyResult[],
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
