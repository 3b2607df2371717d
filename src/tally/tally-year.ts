import type { PlainDate } from "../law/plain-date.js";
import type { CaseFile } from "../register/case-file.js";
import type { Proceeding } from "../register/proceeding.js";
import type { MonthlyFigure, NormativeDocument } from "../register/published-figure.js";
import { type Format, TABLE_IDS } from "../report/format.js";
import { countProceedings } from "./count-proceedings.js";
import { countPublished } from "./count-published.js";
import { countRequests } from "./count-requests.js";
import { type CountedAgency, yearBegin, yearEnd } from "./counted-agency.js";
import { type CourseGroup, editionInstants, groupOfFile } from "./course-group.js";
import type { Explanation, Opening } from "./opening.js";
import type { CountedDocument, CountedFigure } from "./published-of-year.js";
import type { TallyResult } from "./tally-result.js";
import { DEFAULT_TALLY_SETTINGS, type TallySettings } from "./tally-settings.js";

/** Everything a register holds that a report is counted from. Records of other agencies may be among it; they are passed over. */
export interface RegisterRecords {
  readonly requests: readonly CaseFile[];
  readonly proceedings: readonly Proceeding[];
  readonly documents: readonly NormativeDocument[];
  readonly figures: readonly MonthlyFigure[];
}

/** The same with the requests as what they count as: one by one, or grouped by a database. */
export interface CountedRecords {
  readonly courses: readonly CourseGroup[];
  readonly proceedings: readonly Proceeding[];
  readonly documents: readonly CountedDocument[];
  readonly figures: readonly CountedFigure[];
}

export interface TallyQuestion extends CountQuestion {
  readonly register: RegisterRecords;
}

/** What is asked, whatever it is counted from. */
export interface CountQuestion {
  /** The agency whose report it is. */
  readonly agencyId: string;
  /** The agencies whose records it counts (`reportingAgencies`); the agency alone, for as long as it likes, when not given. */
  readonly agencies?: readonly CountedAgency[];
  readonly year: number;
  /** "If the year ended on this day"; 31 December when not given. */
  readonly until?: PlainDate;
  /** An instant in UTC (ISO 8601 with milliseconds): only what was recorded by then counts. */
  readonly asOf: string;
  readonly format: Format;
  /** What last year's reports hand on, of each agency that published one. Without any, the register itself says what was on hand. */
  readonly openings?: readonly Opening[];
  readonly explanations?: readonly Explanation[];
  readonly settings?: Partial<TallySettings>;
}

/** The three tables of a year as the register knew them at an instant; asked again with the same instant it gives the same for ever. */
export function tallyYear({ register: { requests, ...rest }, ...question }: TallyQuestion): TallyResult {
  const openings = openingsOf(question);
  const editions = editionInstants(openings);
  const courses = requests.flatMap((file) => groupOfFile(file, question.asOf, editions.get(file.request.agencyId) ?? null) ?? []);
  return countYear(question, { ...rest, courses });
}

/** The reports of the year before. */
const openingsOf = ({ openings = [], year }: CountQuestion): Opening[] => openings.filter((opening) => opening.year === year - 1);

/** The same from what the requests count as. */
export function countYear(question: CountQuestion, register: CountedRecords): TallyResult {
  const { agencyId, year, asOf, format, explanations = [] } = question;
  const { agencies = [{ agencyId, from: null, until: null }] } = question;
  const until = earlier(question.until ?? yearEnd(year), yearEnd(year));
  const begin = yearBegin(year);
  const ids = new Set(agencies.map((agency) => agency.agencyId));
  const isOurs = (record: { readonly agencyId: string }): boolean => ids.has(record.agencyId);
  const settings = { ...DEFAULT_TALLY_SETTINGS, ...question.settings };
  const shared = { begin, until, asOf, openings: openingsOf(question), explanations, settings };

  const requests = countRequests({
    ...shared,
    form: format.tables.requests,
    groups: register.courses.filter(isOurs),
  });
  const proceedings = countProceedings({
    ...shared,
    form: format.tables.review_litigation,
    proceedings: register.proceedings.filter(isOurs),
  });
  const published = countPublished({
    ...shared,
    form: format.tables.proactive,
    agencies,
    year,
    documents: register.documents.filter(isOurs),
    figures: register.figures.filter(isOurs),
  });
  const cells = [...published.cells, ...requests.cells, ...proceedings.cells];
  return {
    format: format.id,
    agencyId,
    countedAgencies: [...ids],
    year,
    until,
    asOf,
    cells: TABLE_IDS.flatMap((table) => cells.filter((cell) => cell.table === table)),
    received: requests.received,
    carriedProceedings: proceedings.carried,
    openingDifferences: [...published.differences, ...requests.differences],
    doubts: [...requests.doubts, ...proceedings.doubts],
  };
}

const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);
