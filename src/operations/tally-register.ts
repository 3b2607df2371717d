import { AppError } from "../errors.js";
import { type PlainDate, parsePlainDate } from "../law/plain-date.js";
import type { Agency } from "../register/agency.js";
import { openingReportersOfAll, reportersOf, reportingName } from "../register/reporting-agency.js";
import type { Format } from "../report/format.js";
import { formatForYear } from "../report/formats/index.js";
import type { Database } from "../storage/database.js";
import { agenciesNow, loadAgencies, registerLogEnd } from "../storage/stores/agency-store.js";
import { closedInstant } from "../storage/stores/closed-instant.js";
import { areaAgencies, reportingAgencies, yearEnd } from "../tally/counted-agency.js";
import type { Opening } from "../tally/opening.js";
import { areaPlan, namesOf, type ReporterPlan } from "../tally/tally-area.js";
import type { TallyResult } from "../tally/tally-result.js";
import { countArea } from "./count-area.js";
import { countReporter, type NamedCount, type YearQuestion } from "./count-records.js";
import { openRegister } from "./open-register.js";
import { openedBooks } from "./reports/opened-books.js";

export interface RegisterQuestion {
  readonly agencyId: string;
  readonly year: number;
  /** An instant in UTC; null counts all that is on record now. */
  readonly asOf: string | null;
  /** Last year's reports to open the books with instead of those on record: what would be, if? */
  readonly openings?: readonly Opening[];
}

export interface RegisterTally {
  /** The name the report of the year is published under. */
  readonly agency: string;
  readonly isGovernment: boolean;
  readonly format: Format;
  /** Of an area its cells are numbers; `recordsBehind` names the records of a cell. */
  readonly tally: TallyResult;
  /** How it was counted, for whoever asks further. */
  readonly counting: Counting;
}

export interface Counting {
  readonly question: YearQuestion;
  /** The reports the tally is the sum of, each with its opening; a single one counts for itself. */
  readonly members: readonly ReporterPlan[];
  /** Set when the area was counted as one, opened by last year's report of the whole. */
  readonly asOne: ReporterPlan | null;
  /** The count of the single report, with the requests it is of; null for a sum. */
  readonly named: NamedCount | null;
  /** The agencies whose logs hold everything it is counted from, besides that of the register. */
  readonly chains: readonly string[];
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

/** Whether the report of an agency is that of its whole area. */
export function isGovernment({ kind }: Pick<Agency, "kind">): boolean {
  return GOVERNMENTS.has(kind);
}

/** The three tables of an agency's year from the stored records; those of a government cover its whole area. */
export async function tallyOf(database: Database, asked: RegisterQuestion): Promise<RegisterTally> {
  const { agencyId, year, asOf } = asked;
  const format = formatForYear(year);
  if (format === null) throw new AppError("OPTION_INVALID", { option: "--year", value: String(year), allowed: "2019 及以后" });
  const { agencies: now, hash } = await agenciesNow(database);
  const known = reportersFor(now, agencyId, year);
  const closed = await closedInstant(database, [agencyId, ...known.counted]);
  if (asOf !== null && asOf > closed) {
    throw new AppError("OPTION_INVALID", { option: "--as-of", value: asOf, allowed: "不晚于现在的时刻" });
  }
  const instant = asOf ?? closed;
  const end = await registerLogEnd(database);
  const agencies = end.hash === hash && end.lastAt <= instant ? now : await agenciesOn(database, instant);
  const { agency, reporters } = reportersFor(agencies, agencyId, year);
  const isArea = isGovernment(agency);
  const asking = [...new Set([agencyId, ...reporters])];
  const openingReporters = openingReportersOfAll(agencies, asking, year);
  const opened = await openedBooks(database, { year, asOf: instant, reporters: asking, openingReporters });
  const { explanations, settings } = opened;
  const openings = asked.openings ?? opened.openings;
  const question = {
    ...{ year, asOf: instant, until: earlier(yearEnd(year), dayInChina(instant)), format, explanations, settings },
  };
  const { asOne, members } = isArea
    ? areaPlan(agencies, { governmentId: agencyId, year, openings })
    : { asOne: null, members: [{ agencyId, agencies: reportingAgencies(agencies, agencyId, year), openings }] };
  const [only, ...others] = asOne === null ? members : [asOne, ...members];
  const named =
    only !== undefined && others.length <= (asOne === null ? 0 : 1) ? await countReporter(database, question, only) : null;
  const tally =
    named?.tally ??
    (await countArea(database, question, { governmentId: agencyId, plan: { asOne, members }, nameOf: namesOf(agencies) }));
  const name = reportingName(agency, year) ?? agency.names.at(-1)?.value ?? agencyId;
  const chains = [...new Set([...asking, ...openingReporters, ...known.counted])];
  return { agency: name, isGovernment: isArea, format, tally, counting: { question, members, asOne, named, chains } };
}

async function agenciesOn(database: Database, asOf: string): Promise<Agency[]> {
  return (await loadAgencies(database, asOf)).map(({ agency }) => agency);
}

interface Reporters {
  readonly agency: Agency;
  /** The agencies whose tables the report is the sum of. */
  readonly reporters: readonly string[];
  /** The agencies whose records they count. */
  readonly counted: readonly string[];
}

function reportersFor(agencies: readonly Agency[], agencyId: string, year: number): Reporters {
  const agency = agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) throw new AppError("AGENCY_UNKNOWN", { id: agencyId });
  const reporterBy = reportersOf(agencies, year);
  const reporter = reporterBy.get(agencyId) ?? agencyId;
  if (reporter !== agencyId) throw new AppError("AGENCY_SUCCEEDED", { id: agencyId, year, successor: reporter });
  const reporters = new Set(isGovernment(agency) ? areaAgencies(agencies, agencyId, year) : [agencyId]);
  const counted = agencies.flatMap(({ id }) => (reporters.has(reporterBy.get(id) ?? "") ? [id] : []));
  return { agency, reporters: [...reporters], counted };
}

const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);

const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The day it is in China at an instant. */
export function dayInChina(instant: string): PlainDate {
  const day = parsePlainDate(new Date(Date.parse(instant) + CHINA_AHEAD).toISOString().slice(0, 10));
  if (day === null) throw new RangeError(`${instant} is no instant.`);
  return day;
}
