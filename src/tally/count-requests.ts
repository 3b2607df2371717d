import type { PlainDate } from "../law/plain-date.js";
import type { CaseFile } from "../register/case-file.js";
import type { TableForm } from "../report/format.js";
import { type CaseCourse, caseCourse } from "./case-course.js";
import { CellLedger } from "./cell-ledger.js";
import { type Explanation, explanationOf, type Opening, openingFigure } from "./opening.js";
import { type Doubt, doubt, type LettersAndPieces, type OpeningDifference, type TalliedCell } from "./tally-result.js";

/** The rows every edition has besides the results. */
const NEW = "new_received";
const CARRIED_IN = "carried_in";
const CARRIED_OUT = "carried_out";

export interface RequestCount {
  readonly cells: readonly TalliedCell[];
  readonly received: LettersAndPieces;
  readonly differences: readonly OpeningDifference[];
  readonly doubts: readonly Doubt[];
}

interface RequestsOfYear {
  readonly form: TableForm;
  readonly files: readonly CaseFile[];
  readonly begin: PlainDate;
  readonly until: PlainDate;
  readonly asOf: string;
  readonly openings: readonly Opening[];
  readonly explanations: readonly Explanation[];
}

/** How a request enters the year. */
type Entrance = "carried" | "new" | null;

interface Entered {
  readonly course: CaseCourse;
  readonly column: string;
  readonly entrance: "carried" | "new";
}

/**
 * Table three: what came in, what was on hand, how each was settled, what is left. Every request that is on hand or comes in leaves by
 * one row or stays, so 第一项加第二项之和 always equals 第三项加第四项之和, unless last year's printed figure says otherwise.
 */
export function countRequests(year: RequestsOfYear): RequestCount {
  const { form, until } = year;
  const doubts: Doubt[] = [];
  const courses = new Map(year.files.map((file) => [file, caseCourse(file, form, year.asOf)]));
  const entered = enteredIn(year, courses, doubts);
  const ledger = new CellLedger(form);
  const letters = new Set<string>();
  let pieces = 0;
  for (const { course, column, entrance } of entered) {
    ledger.enter(entrance === "new" ? NEW : CARRIED_IN, column, course.id);
    if (entrance === "new") {
      letters.add(course.letterId);
      pieces += 1;
    }
    const { closing } = course;
    ledger.enter(closing !== null && closing.on <= until ? closing.row : CARRIED_OUT, column, course.id);
  }
  const differences = [...editionDifferences(year, [...courses.values()]), ...paperDifferences(year, entered)];
  const counted = countByColumn(entered.filter(({ entrance }) => entrance === "carried"));
  for (const { column } of differences.filter(({ column }) => column !== "total")) {
    // Where the printed figure of a paper year stands against the register, the column says what last year's report said.
    const excess = differences
      .filter((difference) => difference.column === column && difference.printed === "reported" && isPaper(year, difference))
      .reduce((sum, { reported, ledger: own }) => sum + reported - own, 0);
    if (excess !== 0) ledger.state(CARRIED_IN, column, (counted.get(column) ?? 0) + excess);
  }
  return { cells: ledger.cells(), received: { letters: letters.size, pieces }, differences, doubts };
}

const isPaper = ({ openings }: RequestsOfYear, { agencyId }: OpeningDifference): boolean =>
  openings.some((opening) => opening.agencyId === agencyId && opening.kind === "paper");

function countByColumn(entered: readonly Entered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { column } of entered) counts.set(column, (counts.get(column) ?? 0) + 1);
  return counts;
}

/** The requests that are on hand at some time of the year, each with its column and how it came in. */
function enteredIn(year: RequestsOfYear, courses: ReadonlyMap<CaseFile, CaseCourse>, doubts: Doubt[]): Entered[] {
  const { form, begin, until, openings } = year;
  const columns = new Set(form.columns.map(({ id }) => id));
  const pending = new Map(
    openings.flatMap((opening) => (opening.kind === "edition" ? opening.pending : [])).map((one) => [one.id, one.column]),
  );
  const editionOf = editionByAgency(openings);
  const entered: Entered[] = [];
  for (const [file, course] of courses) {
    if (!columns.has(course.column)) {
      doubts.push(doubt(course.id, "unknownColumn", { column: course.column }));
      continue;
    }
    const carriedColumn = pending.get(course.id);
    pending.delete(course.id);
    if (carriedColumn !== undefined) {
      const isEarlier = course.closing !== null && course.closing.on < begin;
      doubts.push(...course.doubts, ...(isEarlier ? [doubt(course.id, "decidedLate", {})] : []));
      entered.push({ course, column: carriedColumn, entrance: "carried" });
      continue;
    }
    const { entrance, because } = entranceOf(course, {
      file,
      form,
      begin,
      until,
      editionAsOf: editionOf.get(course.agencyId) ?? null,
    });
    doubts.push(...because);
    if (entrance !== null) entered.push({ course, column: course.column, entrance });
  }
  for (const [id, column] of pending) {
    doubts.push(doubt(id, "missing", {}));
    entered.push({ course: missingCourse(id, column), column, entrance: "carried" });
  }
  return entered;
}

function editionByAgency(openings: readonly Opening[]): Map<string, string> {
  const byAgency = new Map<string, string>();
  for (const opening of openings) {
    if (opening.kind === "edition") for (const agencyId of opening.countedAgencies) byAgency.set(agencyId, opening.asOf);
  }
  return byAgency;
}

const missingCourse = (id: string, column: string): CaseCourse => ({
  id,
  agencyId: "",
  letterId: id,
  column,
  receivedOn: null,
  closing: null,
  doubts: [],
});

interface EntranceQuestion {
  readonly file: CaseFile;
  readonly form: TableForm;
  readonly begin: PlainDate;
  readonly until: PlainDate;
  /** The instant last year's edition was counted at, where there is one. */
  readonly editionAsOf: string | null;
}

/** How a request that last year's edition did not carry forward enters the year. */
function entranceOf(
  course: CaseCourse,
  { file, form, begin, until, editionAsOf }: EntranceQuestion,
): { entrance: Entrance; because: readonly Doubt[] } {
  const { receivedOn, closing, doubts } = course;
  const isOver = closing !== null && closing.on < begin;
  if (receivedOn === null || receivedOn > until) {
    // A letter of a later year is no matter of this one.
    return { entrance: null, because: file.request.arrivedOn <= until ? doubts : [] };
  }
  if (editionAsOf === null) {
    if (receivedOn >= begin) return { entrance: "new", because: doubts };
    return isOver ? { entrance: null, because: [] } : { entrance: "carried", because: doubts };
  }
  const then = caseCourse(file, form, editionAsOf);
  const wasReported = then.receivedOn !== null && then.receivedOn < begin;
  if (wasReported) {
    const isChanged = !isOver || receivedOn >= begin;
    return { entrance: null, because: isChanged ? [...doubts, doubt(course.id, "reportedBefore", {})] : [] };
  }
  if (receivedOn >= begin) return { entrance: "new", because: doubts };
  return { entrance: "new", because: [...doubts, doubt(course.id, "reportedLate", {})] };
}

/** The requests that by the register were on hand when the year began, by column, for the agencies of one opening. */
function onHandAtBegin({ begin }: RequestsOfYear, courses: readonly CaseCourse[], opening: Opening): Map<string, string[]> {
  const agencies = new Set(opening.countedAgencies);
  const byColumn = new Map<string, string[]>();
  for (const { id, agencyId, column, receivedOn, closing } of courses) {
    if (!agencies.has(agencyId)) continue;
    if (receivedOn === null || receivedOn >= begin || (closing !== null && closing.on < begin)) continue;
    const ids = byColumn.get(column) ?? [];
    ids.push(id);
    byColumn.set(column, ids);
  }
  return byColumn;
}

const partColumns = (form: TableForm): readonly string[] => form.crossFootings[0]?.parts ?? [];

/** Last year's frozen edition beside what the register says today of the same moment. */
function editionDifferences(year: RequestsOfYear, courses: readonly CaseCourse[]): OpeningDifference[] {
  return year.openings.flatMap((opening) => {
    if (opening.kind !== "edition") return [];
    const onHand = onHandAtBegin(year, courses, opening);
    return partColumns(year.form).flatMap((column): OpeningDifference[] => {
      const now = onHand.get(column) ?? [];
      const then = opening.pending.filter((one) => one.column === column).map(({ id }) => id);
      const records = [...then.filter((id) => !now.includes(id)), ...now.filter((id) => !then.includes(id))];
      if (records.length === 0) return [];
      return [
        {
          ...differenceAt(year, opening, column),
          reported: then.length,
          ledger: now.length,
          records,
          printed: "reported",
        },
      ];
    });
  });
}

/**
 * Last year's paper report beside the register. Its figure is printed until the difference is explained; an explanation says why
 * that figure was wrong, so from then on the register's own is.
 */
function paperDifferences(year: RequestsOfYear, entered: readonly Entered[]): OpeningDifference[] {
  return year.openings.flatMap((opening) => {
    if (opening.kind !== "paper") return [];
    const agencies = new Set(opening.countedAgencies);
    const own = entered.filter(({ entrance, course }) => entrance === "carried" && agencies.has(course.agencyId));
    const parts = partColumns(year.form).map((column) => ({
      column,
      reported: openingFigure(opening, { table: "requests", row: CARRIED_OUT, column }),
      records: own.filter((one) => one.column === column).map(({ course }) => course.id),
    }));
    const differences = parts.flatMap(({ column, reported, records }): OpeningDifference[] => {
      if (reported === null || reported === records.length) return [];
      const base = differenceAt(year, opening, column);
      return [{ ...base, reported, ledger: records.length, records, printed: base.explanation === null ? "reported" : "ledger" }];
    });
    const total = openingFigure(opening, { table: "requests", row: CARRIED_OUT, column: "total" });
    const ledger = parts.reduce((sum, { reported, records }) => sum + (reported ?? records.length), 0);
    // A printed total that is not the sum of its columns: the columns are taken, and the total is the sum of what is printed.
    if (total === null || total === ledger) return differences;
    return [...differences, { ...differenceAt(year, opening, "total"), reported: total, ledger, records: [], printed: "ledger" }];
  });
}

function differenceAt({ explanations }: RequestsOfYear, { agencyId }: Opening, column: string) {
  const address = { table: "requests" as const, row: CARRIED_IN, column };
  return { ...address, agencyId, explanation: explanationOf(explanations, { ...address, agencyId }) };
}
