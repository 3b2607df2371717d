import type { Format } from "../report/format.js";
import type { Database } from "../storage/database.js";
import { type CourseQuestion, type StoredCourse, storedCourses } from "../storage/stores/course-count-store.js";
import { loadStandingDocuments } from "../storage/stores/document-store.js";
import { loadFiguresOfYear } from "../storage/stores/figure-store.js";
import { loadProceedingsOfAll } from "../storage/stores/proceeding-store.js";
import { yearBegin } from "../tally/counted-agency.js";
import { carriedForward, editionInstants } from "../tally/course-group.js";
import type { Opening } from "../tally/opening.js";
import type { ReporterPlan } from "../tally/tally-area.js";
import type { TallyResult } from "../tally/tally-result.js";
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

/** What is asked of the courses of some agencies, with the reports of last year that open their books. */
export function courseQuestion(
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
    opened: [...new Set(openings.flatMap(({ countedAgencies }) => countedAgencies))],
  };
}

/** Everything else that is counted of some agencies. */
export async function otherRecords(
  database: Database,
  question: Pick<YearQuestion, "year" | "asOf">,
  agencyIds: readonly string[],
): Promise<Omit<CountedRecords, "courses">> {
  const [proceedings, published] = await Promise.all([
    loadProceedingsOfAll(database, agencyIds),
    publishedRecords(database, question, agencyIds),
  ]);
  return { proceedings, ...published };
}

/** What table two is counted from. */
export async function publishedRecords(
  database: Database,
  { year, asOf }: Pick<YearQuestion, "year" | "asOf">,
  agencyIds: readonly string[],
): Promise<Pick<CountedRecords, "documents" | "figures">> {
  const [documents, figures] = await Promise.all([
    loadStandingDocuments(database, { agencyIds, asOf }),
    loadFiguresOfYear(database, { agencyIds, year, asOf }),
  ]);
  return { documents, figures };
}
