import type { Format } from "../report/format.js";
import type { Database } from "../storage/database.js";
import { logEnds } from "../storage/stores/closed-instant.js";
import { type CourseQuestion, groupedCourses, type StoredCourse, storedCourses } from "../storage/stores/course-count-store.js";
import { loadDocumentsOfAll } from "../storage/stores/document-store.js";
import { loadFiguresOfYear } from "../storage/stores/figure-store.js";
import { loadProceedingsOfAll } from "../storage/stores/proceeding-store.js";
import { yearBegin } from "../tally/counted-agency.js";
import { carriedForward, editionInstants } from "../tally/course-group.js";
import type { Opening } from "../tally/opening.js";
import { type AreaPlan, type ReporterPlan, sumOfTallies } from "../tally/tally-area.js";
import { inNumbers, type TallyResult } from "../tally/tally-result.js";
import { type CountedRecords, type CountQuestion, countYear } from "../tally/tally-year.js";

/** What is asked of any agency or area. */
export type YearQuestion = Required<Pick<CountQuestion, "year" | "until" | "asOf" | "format" | "explanations" | "settings">>;

/** A tally that names its records, with the requests that matter in the year. */
export interface NamedCount {
  readonly tally: TallyResult;
  readonly courses: readonly StoredCourse[];
}

/** Counts one agency's year, with those it has succeeded. */
export async function countReporter(database: Database, question: YearQuestion, reporter: ReporterPlan): Promise<NamedCount> {
  const ids = reporter.agencies.map(({ agencyId }) => agencyId);
  const [courses, others] = await Promise.all([
    storedCourses(database, courseQuestion(question, ids, reporter.openings)),
    otherRecords(database, question, ids),
  ]);
  return { tally: countYear({ ...question, ...reporter }, { ...others, courses }), courses };
}

interface Area {
  readonly governmentId: string;
  readonly plan: AreaPlan;
  readonly nameOf: (agencyId: string) => string;
}

/**
 * Counts a whole area in numbers. The database groups what is alike, so that a million requests come as some ten thousand groups;
 * what the groups mean is said by the same law as for a single file.
 */
export async function countArea(
  database: Database,
  question: YearQuestion,
  { governmentId, plan, nameOf }: Area,
): Promise<TallyResult> {
  const reporters = plan.asOne === null ? plan.members : [plan.asOne];
  const ids = reporters.flatMap(({ agencies }) => agencies.map(({ agencyId }) => agencyId));
  const openings = reporters.flatMap((reporter) => reporter.openings);
  const [courses, others, ends] = await Promise.all([
    groupedCourses(database, courseQuestion(question, ids, openings)),
    otherRecords(database, question, ids),
    logEnds(database, ids, question.asOf),
  ]);
  const records = byReporter(reporters, { ...others, courses });
  const tallies = reporters.map((reporter) =>
    countYear({ ...question, ...reporter }, records.get(reporter.agencyId) ?? { ...NOTHING, courses: [] }),
  );
  const [first] = tallies;
  const whole = plan.asOne !== null && first !== undefined ? first : sumOfTallies(governmentId, tallies, nameOf);
  return { ...inNumbers(whole), logEnds: ends };
}

function courseQuestion(
  {
    year,
    until,
    asOf,
    format,
  }: { readonly year: number; readonly until: CourseQuestion["until"]; readonly asOf: string; readonly format: Format },
  agencies: readonly string[],
  given: readonly Opening[],
): CourseQuestion {
  const openings = given.filter((opening) => opening.year === year - 1);
  const { rows, columns } = format.tables.requests;
  return {
    agencies,
    asOf,
    begin: yearBegin(year),
    until,
    rows: rows.map(({ id }) => id),
    columns: columns.map(({ id }) => id),
    editions: editionInstants(openings),
    pending: [...carriedForward(openings).keys()],
  };
}

type OtherRecords = Omit<CountedRecords, "courses">;

const NOTHING: OtherRecords = { proceedings: [], documents: [], figures: [] };

async function otherRecords(
  database: Database,
  { year, asOf }: Pick<YearQuestion, "year" | "asOf">,
  agencyIds: readonly string[],
): Promise<OtherRecords> {
  const [proceedings, documents, figures] = await Promise.all([
    loadProceedingsOfAll(database, agencyIds),
    loadDocumentsOfAll(database, agencyIds),
    loadFiguresOfYear(database, { agencyIds, year, asOf }),
  ]);
  return { proceedings, documents, figures };
}

type Own = { -readonly [Kind in keyof CountedRecords]: CountedRecords[Kind][number][] };

/** The records of each reporter, so that a thousand agencies are not looked through a thousand times. */
function byReporter(reporters: readonly ReporterPlan[], records: CountedRecords): Map<string, Own> {
  const own = new Map<string, Own>();
  const byAgency = new Map<string, Own>();
  for (const { agencyId, agencies } of reporters) {
    const kept: Own = { courses: [], proceedings: [], documents: [], figures: [] };
    own.set(agencyId, kept);
    for (const agency of agencies) byAgency.set(agency.agencyId, kept);
  }
  const share = <Kind extends keyof Own>(kind: Kind, all: readonly Own[Kind][number][]): void => {
    for (const record of all) (byAgency.get(record.agencyId)?.[kind] as Own[Kind][number][] | undefined)?.push(record); // of its own kind
  };
  share("courses", records.courses);
  share("proceedings", records.proceedings);
  share("documents", records.documents);
  share("figures", records.figures);
  return own;
}
