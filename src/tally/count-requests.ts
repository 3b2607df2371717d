import type { PlainDate } from "../law/plain-date.js";
import type { TableForm } from "../report/format.js";
import { CellLedger } from "./cell-ledger.js";
import { type CourseGroup, carriedForward } from "./course-group.js";
import { courseInForm, type FormCourse } from "./course-in-form.js";
import { type Explanation, explanationOf, type Opening, openingFigure } from "./opening.js";
import {
  type Doubt,
  type DoubtId,
  doubt,
  type LettersAndPieces,
  type OpeningDifference,
  type TalliedCell,
} from "./tally-result.js";

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

export interface RequestsOfYear {
  readonly form: TableForm;
  readonly groups: Iterable<CourseGroup>;
  readonly begin: PlainDate;
  readonly until: PlainDate;
  readonly openings: readonly Opening[];
  readonly explanations: readonly Explanation[];
}

/** How requests enter the year. */
type Entrance = "carried" | "new" | null;

/** A group as the form of the year reads it. */
interface Read {
  readonly group: CourseGroup;
  readonly course: FormCourse;
}

interface Entered extends Read {
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
  const read = Array.from(year.groups, (group): Read => ({ group, course: courseInForm(group, form) }));
  const entered = enteredIn(year, read, doubts);
  const ledger = new CellLedger(form);
  const letters = new Set<string>();
  let [wholeLetters, pieces] = [0, 0];
  for (const { group, course, column, entrance } of entered) {
    ledger.enterAll(entrance === "new" ? NEW : CARRIED_IN, column, group);
    if (entrance === "new") {
      wholeLetters += group.letters.whole;
      for (const letter of group.letters.split) letters.add(letter);
      pieces += group.pieces;
    }
    const { closing } = course;
    ledger.enterAll(closing !== null && closing.on <= until ? closing.row : CARRIED_OUT, column, group);
  }
  const differences = [...editionDifferences(year, read), ...paperDifferences(year, carriedOf(entered))];
  const counted = countByColumn(entered.filter(({ entrance }) => entrance === "carried"));
  for (const [column, excess] of printedExcess(year, differences)) {
    ledger.state(CARRIED_IN, column, (counted.get(column) ?? 0) + excess);
  }
  return { cells: ledger.cells(), received: { letters: wholeLetters + letters.size, pieces }, differences, doubts };
}

/** By column, how far 上年结转 as last year's paper report says it lies above what the register counts, where that is what is printed. */
export function printedExcess(
  year: Pick<RequestsOfYear, "openings">,
  differences: readonly OpeningDifference[],
): Map<string, number> {
  const excess = new Map<string, number>();
  for (const difference of differences) {
    const { column, printed, reported, ledger } = difference;
    if (column === "total" || printed !== "reported" || !isPaper(year, difference)) continue;
    excess.set(column, (excess.get(column) ?? 0) + reported - ledger);
  }
  return new Map([...excess].filter(([, pieces]) => pieces !== 0));
}

const isPaper = ({ openings }: Pick<RequestsOfYear, "openings">, { agencyId }: OpeningDifference): boolean =>
  openings.some((opening) => opening.agencyId === agencyId && opening.kind === "paper");

function countByColumn(entered: readonly Entered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { column, group } of entered) counts.set(column, (counts.get(column) ?? 0) + group.pieces);
  return counts;
}

/** The ids of a group of which more is asked than its number. */
function idsOf({ ids, pieces }: CourseGroup): readonly string[] {
  if (ids.length !== pieces) throw new Error("Requests of which something must be said are not named.");
  return ids;
}

type PlainDoubtId = Extract<DoubtId, "notReceived" | "receivedAfterClosing" | "reportedBefore" | "reportedLate" | "decidedLate">;

/** The same of each request in a group. */
function doubtsOf(group: CourseGroup, ids: readonly (PlainDoubtId | "unknownOutcome" | "unknownColumn")[]): Doubt[] {
  if (ids.length === 0) return [];
  const { outcome, column } = group;
  return idsOf(group).flatMap((record) =>
    ids.map((id) => {
      if (id === "unknownOutcome") return doubt(record, id, { outcome: outcome ?? "" });
      return id === "unknownColumn" ? doubt(record, id, { column }) : doubt(record, id, {});
    }),
  );
}

/** The requests that are on hand at some time of the year, each with its column and how it came in. */
function enteredIn({ form, begin, until, openings }: RequestsOfYear, read: readonly Read[], doubts: Doubt[]): Entered[] {
  const columns = new Set(form.columns.map(({ id }) => id));
  const pending = carriedForward(openings);
  const editions = new Set(openings.flatMap((opening) => (opening.kind === "edition" ? opening.countedAgencies : [])));
  const entered: Entered[] = [];
  for (const { group, course } of read) {
    if (!columns.has(group.column)) {
      doubts.push(...doubtsOf(group, ["unknownColumn"]));
      continue;
    }
    // What an edition carried forward is never grouped with others: each has its column from there.
    const [id] = group.pieces === 1 ? group.ids : [];
    const carriedColumn = id === undefined ? undefined : pending.get(id);
    if (id !== undefined && carriedColumn !== undefined) {
      pending.delete(id);
      const isEarlier = course.closing !== null && course.closing.on < begin;
      doubts.push(...doubtsOf(group, [...course.because, ...(isEarlier ? (["decidedLate"] as const) : [])]));
      entered.push({ group, course, column: carriedColumn, entrance: "carried" });
      continue;
    }
    const hasEdition = editions.has(group.agencyId);
    const { entrance, because } = entranceOf({ group, course }, { form, begin, until, hasEdition });
    doubts.push(...doubtsOf(group, because));
    if (entrance !== null) entered.push({ group, course, column: group.column, entrance });
  }
  for (const [id, column] of pending) {
    doubts.push(doubt(id, "missing", {}));
    entered.push({ ...missing(id, column), column, entrance: "carried" });
  }
  return entered;
}

function missing(id: string, column: string): Read {
  const course = { isRegistered: false, receivedOn: null, closedOn: null, outcome: null, isExtended: false };
  const none = { agencyId: "", column, arrivedOn: NEVER, before: null };
  return {
    group: { ...course, ...none, pieces: 1, ids: [id], letters: { whole: 0, split: [] } },
    course: { receivedOn: null, closing: null, because: [] },
  };
}

const NEVER = "9999-12-31" as PlainDate; // a day like any other, and no record bears it

interface EntranceQuestion {
  readonly form: TableForm;
  readonly begin: PlainDate;
  readonly until: PlainDate;
  /** Whether last year's report of the agency was frozen from this register. */
  readonly hasEdition: boolean;
}

/** How requests that last year's edition did not carry forward enter the year. */
function entranceOf(
  { group, course }: Read,
  { form, begin, until, hasEdition }: EntranceQuestion,
): { entrance: Entrance; because: readonly (FormCourse["because"][number] | PlainDoubtId)[] } {
  const { receivedOn, closing, because } = course;
  const isOver = closing !== null && closing.on < begin;
  if (receivedOn === null || receivedOn > until) {
    // A letter of a later year is no matter of this one.
    return { entrance: null, because: group.arrivedOn <= until ? because : [] };
  }
  if (!hasEdition) {
    if (receivedOn >= begin) return { entrance: "new", because };
    return isOver ? { entrance: null, because: [] } : { entrance: "carried", because };
  }
  const then = group.before === null ? null : courseInForm(group.before, form).receivedOn;
  if (then !== null && then < begin) {
    const isChanged = !isOver || receivedOn >= begin;
    return { entrance: null, because: isChanged ? [...because, "reportedBefore"] : [] };
  }
  return { entrance: "new", because: receivedOn >= begin ? because : [...because, "reportedLate"] };
}

/** The requests that by the register were on hand when the year began, by column, for the agencies of one opening. */
function onHandAtBegin({ begin }: RequestsOfYear, read: readonly Read[], opening: Opening): Map<string, string[]> {
  const agencies = new Set(opening.countedAgencies);
  const byColumn = new Map<string, string[]>();
  for (const { group, course } of read) {
    const { receivedOn, closing } = course;
    if (receivedOn === null || receivedOn >= begin || (closing !== null && closing.on < begin)) continue;
    if (!agencies.has(group.agencyId)) continue;
    const ids = byColumn.get(group.column) ?? [];
    ids.push(...idsOf(group));
    byColumn.set(group.column, ids);
  }
  return byColumn;
}

/** The kinds of requesters, in the order of the form. */
export const partColumns = (form: TableForm): readonly string[] => form.crossFootings[0]?.parts ?? [];

/** Last year's frozen edition beside what the register says today of the same moment. */
function editionDifferences(year: RequestsOfYear, read: readonly Read[]): OpeningDifference[] {
  return year.openings.flatMap((opening) => {
    if (opening.kind !== "edition") return [];
    const onHand = onHandAtBegin(year, read, opening);
    return partColumns(year.form).flatMap((column): OpeningDifference[] => {
      const now = onHand.get(column) ?? [];
      const then = opening.pending.filter((one) => one.column === column).map(({ id }) => id);
      const [before, after] = [new Set(then), new Set(now)];
      const records = [...then.filter((id) => !after.has(id)), ...now.filter((id) => !before.has(id))];
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
export function paperDifferences(
  year: Pick<RequestsOfYear, "form" | "openings" | "explanations">,
  carried: (opening: Opening, column: string) => Carried,
): OpeningDifference[] {
  return year.openings.flatMap((opening) => {
    if (opening.kind !== "paper") return [];
    const parts = partColumns(year.form).map((column) => ({
      column,
      reported: openingFigure(opening, { table: "requests", row: CARRIED_OUT, column }),
      ...carried(opening, column),
    }));
    const differences = parts.flatMap(({ column, reported, ledger, records }): OpeningDifference[] => {
      if (reported === null || reported === ledger) return [];
      const base = differenceAt(year, opening, column);
      return [{ ...base, reported, ledger, records, printed: base.explanation === null ? "reported" : "ledger" }];
    });
    const total = openingFigure(opening, { table: "requests", row: CARRIED_OUT, column: "total" });
    const ledger = parts.reduce((sum, part) => sum + (part.reported ?? part.ledger), 0);
    // A printed total that is not the sum of its columns: the columns are taken, and the total is the sum of what is printed.
    if (total === null || total === ledger) return differences;
    return [...differences, { ...differenceAt(year, opening, "total"), reported: total, ledger, records: [], printed: "ledger" }];
  });
}

/** How many requests were carried into the year, and which, where all of them are named. */
interface Carried {
  readonly ledger: number;
  readonly records: readonly string[];
}

/** The same by the agencies of an opening and the column. */
function carriedOf(entered: readonly Entered[]): (opening: Opening, column: string) => Carried {
  return ({ countedAgencies }, column) => {
    const agencies = new Set(countedAgencies);
    const own = entered.filter((one) => one.entrance === "carried" && one.column === column && agencies.has(one.group.agencyId));
    const ledger = own.reduce((sum, { group }) => sum + group.pieces, 0);
    const records = own.flatMap(({ group }) => group.ids);
    return { ledger, records: records.length === ledger ? records : [] };
  };
}

function differenceAt({ explanations }: Pick<RequestsOfYear, "explanations">, { agencyId }: Opening, column: string) {
  const address = { table: "requests" as const, row: CARRIED_IN, column };
  return { ...address, agencyId, explanation: explanationOf(explanations, { ...address, agencyId }) };
}
