import { AppError } from "../errors.js";
import { type PlainDate, parsePlainDate } from "../law/plain-date.js";
import type { Agency } from "../register/agency.js";
import type { CaseFile } from "../register/case-file.js";
import { openingReportersOf, reporterOf, reportingName, sourcesOf } from "../register/reporting-agency.js";
import type { Format } from "../report/format.js";
import { formatForYear } from "../report/formats/index.js";
import type { Database } from "../storage/database.js";
import { loadAgencies } from "../storage/stores/agency-store.js";
import { loadCases } from "../storage/stores/case-store.js";
import { loadDocuments } from "../storage/stores/document-store.js";
import { loadFigures } from "../storage/stores/figure-store.js";
import { loadProceedings } from "../storage/stores/proceeding-store.js";
import { closedInstant } from "../storage/stores/setting-store.js";
import { REGISTER_CHAIN } from "../storage/write.js";
import { areaAgencies, reportingAgencies, yearEnd } from "../tally/counted-agency.js";
import type { Opening } from "../tally/opening.js";
import { tallyArea } from "../tally/tally-area.js";
import type { TallyResult } from "../tally/tally-result.js";
import { type RegisterRecords, tallyYear } from "../tally/tally-year.js";
import { openRegister } from "./open-register.js";
import { openedBooks } from "./reports/opened-books.js";

export interface RegisterQuestion {
  readonly agencyId: string;
  readonly year: number;
  /** An instant in UTC; null counts all that is on record now. */
  readonly asOf: string | null;
  /** Who asks: the instant that is counted at is itself on record. */
  readonly askedBy: string;
  /** Last year's reports to open the books with instead of those on record: what would be, if? */
  readonly openings?: readonly Opening[];
}

export interface RegisterTally {
  /** The name the report of the year is published under. */
  readonly agency: string;
  readonly isGovernment: boolean;
  readonly format: Format;
  readonly tally: TallyResult;
  readonly requests: readonly CaseFile[];
}

/** Tallies a year from the register in a folder, or from the configured one. */
export async function tallyRegister(folder: string | null, question: RegisterQuestion): Promise<RegisterTally> {
  const database = await openRegister(folder);
  try {
    return await tallyOf(database, question);
  } finally {
    await database.close();
  }
}

const GOVERNMENTS: ReadonlySet<string> = new Set(["provincial-government", "local-government"]);

/** The three tables of an agency's year from the stored records; those of a government cover its whole area. */
export async function tallyOf(database: Database, asked: RegisterQuestion): Promise<RegisterTally> {
  const { agencyId, year, asOf, askedBy } = asked;
  const format = formatForYear(year);
  if (format === null) throw new AppError("OPTION_INVALID", { option: "--year", value: String(year), allowed: "2019 及以后" });
  const known = reportersOf(await agenciesOf(database), agencyId, year);
  const closed = await closedFor(database, known.counted, askedBy);
  if (asOf !== null && asOf > closed) {
    throw new AppError("OPTION_INVALID", { option: "--as-of", value: asOf, allowed: "不晚于现在的时刻" });
  }
  const instant = asOf ?? closed;
  const agencies = await agenciesOf(database, instant);
  const { agency, reporters, counted, isGovernment } = reportersOf(agencies, agencyId, year);
  const register = await recordsOf(database, counted);
  const asking = [...new Set([agencyId, ...reporters])];
  const books = await openedBooks(database, {
    year,
    asOf: instant,
    reporters: asking,
    openingReporters: asking.flatMap((id) => openingReportersOf(agencies, id, year)),
  });
  const question = {
    year,
    asOf: instant,
    until: earlier(yearEnd(year), dayInChina(instant)),
    format,
    register,
    ...books,
    ...(asked.openings !== undefined && { openings: asked.openings }),
  };
  const tally = isGovernment
    ? tallyArea({ ...question, agencies, governmentId: agencyId }).whole
    : tallyYear({ ...question, agencyId, agencies: reportingAgencies(agencies, agencyId, year) });
  const name = reportingName(agency, year) ?? agency.names.at(-1)?.value ?? agencyId;
  return { agency: name, isGovernment, format, tally, requests: register.requests };
}

async function agenciesOf(database: Database, asOf?: string): Promise<Agency[]> {
  return (await loadAgencies(database, asOf)).map(({ agency }) => agency);
}

interface Reporters {
  readonly agency: Agency;
  readonly isGovernment: boolean;
  /** The agencies whose tables the report is the sum of. */
  readonly reporters: readonly string[];
  /** The agencies whose records they count. */
  readonly counted: readonly string[];
}

function reportersOf(agencies: readonly Agency[], agencyId: string, year: number): Reporters {
  const agency = agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const reporter = reporterOf(agencies, agencyId, year);
  if (reporter !== agencyId) throw new AppError("AGENCY_SUCCEEDED", { id: agencyId, year, successor: reporter });
  const isGovernment = GOVERNMENTS.has(agency.kind);
  const reporters = isGovernment ? areaAgencies(agencies, agencyId, year) : [agencyId];
  return { agency, isGovernment, reporters, counted: reporters.flatMap((id) => sourcesOf(agencies, id, year)) };
}

/** The last instant to which nothing can be added in any of the chains. */
async function closedFor(database: Database, agencyIds: readonly string[], recordedBy: string): Promise<string> {
  let last: string | null = null;
  for (const chain of [...agencyIds, REGISTER_CHAIN]) {
    const closed = await closedInstant(database, { chain, recordedBy });
    if (last === null || closed < last) last = closed;
  }
  return last ?? "";
}

/** Everything the register holds of some agencies. */
async function recordsOf(database: Database, agencyIds: readonly string[]): Promise<RegisterRecords> {
  const requests: CaseFile[] = [];
  for (const id of agencyIds) for await (const file of loadCases(database, id)) requests.push(file);
  const each = async <Kept>(load: (database: Database, id: string) => Promise<Kept[]>): Promise<Kept[]> => {
    const kept: Kept[] = [];
    // Not spread into one call: there may be more records than a call takes arguments.
    for (const id of agencyIds) for (const record of await load(database, id)) kept.push(record);
    return kept;
  };
  return {
    requests,
    proceedings: await each(loadProceedings),
    documents: await each(loadDocuments),
    figures: await each(loadFigures),
  };
}

const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The day it is in China at an instant. */
export function dayInChina(instant: string): PlainDate {
  const day = parsePlainDate(new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().slice(0, 10));
  if (day === null) throw new RangeError(`${instant} is no instant.`);
  return day;
}
