import { type Kysely, type RawBuilder, sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import type { CaseCourse } from "../../register/case-course.js";
import type { Channel } from "../../register/info-request.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";

/** What is to be counted. The days and ids of the form are arguments, because this layer knows no form. */
export interface CourseQuestion {
  /** The agencies whose requests count. */
  readonly agencies: readonly string[];
  readonly asOf: string;
  readonly begin: PlainDate;
  readonly until: PlainDate;
  /** The rows of the form: an outcome is known by its own row or by that of its group. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By agency, the instant at which last year's edition was counted. */
  readonly editions: ReadonlyMap<string, string>;
  /** What last year's editions carried forward. */
  readonly pending: readonly string[];
  /** The agencies whose books were opened by a report: what they carried in is told apart. */
  readonly opened: readonly string[];
  /** Set to group the requests of each agency by themselves. */
  readonly isByAgency?: boolean;
}

/** Requests that are alike in everything a tally asks (tally/course-group). */
export interface StoredCourseGroup extends CaseCourse {
  readonly agencyId: string;
  readonly column: string;
  readonly arrivedOn: PlainDate;
  readonly before: CaseCourse | null;
  readonly pieces: number;
  readonly ids: readonly string[];
  readonly letters: { readonly whole: number; readonly split: readonly string[] };
}

/** One request with its course. */
export interface StoredCourse extends StoredCourseGroup {
  readonly id: string;
  readonly channel: Channel;
}

/**
 * The requests that matter in a year, each by itself, in the order of their ids for each agency. Those that were over before the year
 * began, and were known to be when last year was counted, are left out.
 */
export async function storedCourses(database: Database, question: CourseQuestion): Promise<StoredCourse[]> {
  return forCounting(database, (db) => coursesOf(db, question, sql`true`));
}

/**
 * The same counted: requests that are alike make one group, which names them only where something must be said of each. Days in a
 * group are the earliest, which lie on the same side of the year's first and last day as all others and compare alike.
 */
export async function groupedCourses(database: Database, question: CourseQuestion): Promise<StoredCourseGroup[]> {
  return forCounting(database, async (db) => {
    const groups = await groupsOf(db, question);
    if (question.editions.size === 0) return groups;
    // Those of which last year's edition knew something else are looked at one by one.
    return [...groups, ...(await coursesOf(db, question, sql`(c.case_id = any(${[...question.pending]}) or ${HAS_CHANGED})`))];
  });
}

/** A count reads many rows once: compiling the query and sorting on disk would cost more than the count. */
async function forCounting<Counted>({ db }: Database, count: (db: Kysely<Tables>) => Promise<Counted>): Promise<Counted> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('jit', 'off', true), set_config('work_mem', '96MB', true)`.execute(trx);
    return count(trx);
  });
}

/** Whether the edition knew the request, but with another course than now. */
const HAS_CHANGED = sql`coalesce(c.first_known <= e.as_of and c.known_from > e.as_of, false)`;

function editionsTable({ editions }: CourseQuestion): RawBuilder<unknown> {
  return sql`(select * from unnest(${[...editions.keys()]}::text[], ${[...editions.values()]}::timestamptz[]) as given (chain_id, as_of))`;
}

/** What stood at the instant, but for what was over before the year began. `e` is the edition of the agency, where it has one. */
function standing({ agencies, asOf, begin, rows, columns, pending, editions }: CourseQuestion): RawBuilder<unknown> {
  const isOld = sql`coalesce(c.closed_on < ${begin}::date and ${isKnown(rows)}, false) and c.requester_kind = any(${[...columns]})`;
  const wasSo =
    editions.size === 0
      ? sql`true`
      : sql`(e.as_of is null or c.known_from <= e.as_of) and not c.case_id = any(${[...pending]}::text[])`;
  return sql`c.chain_id = any(${[...agencies]}::text[]) and c.known_from <= ${asOf}::timestamptz and c.known_until > ${asOf}::timestamptz
    and not (${isOld} and ${wasSo})`;
}

/** Whether the form has a row for an outcome. */
const isKnown = (rows: readonly string[]): RawBuilder<unknown> =>
  sql`(c.outcome = any(${[...rows]}::text[]) or split_part(c.outcome, '.', 1) = any(${[...rows]}::text[]))`;

interface CourseRow {
  readonly case_id: string;
  readonly chain_id: string;
  readonly requester_kind: string;
  readonly channel: string;
  readonly letter_id: string;
  readonly arrived_on: string;
  readonly is_registered: boolean;
  readonly received_on: string | null;
  readonly closed_on: string | null;
  readonly outcome: string | null;
  readonly is_extended: boolean;
  readonly was_known: boolean | null;
  readonly was_registered: boolean | null;
  readonly was_received_on: string | null;
  readonly was_closed_on: string | null;
  readonly was_outcome: string | null;
  readonly was_extended: boolean | null;
}

async function coursesOf(db: Kysely<Tables>, question: CourseQuestion, wanted: RawBuilder<unknown>): Promise<StoredCourse[]> {
  const { rows } = await sql<CourseRow>`
    select c.case_id, c.chain_id, c.requester_kind, c.channel, c.letter_id, c.arrived_on, c.is_registered, c.received_on,
      c.closed_on, c.outcome, c.is_extended, c.known_from <= e.as_of as was_known, p.is_registered as was_registered,
      p.received_on as was_received_on, p.closed_on as was_closed_on, p.outcome as was_outcome, p.is_extended as was_extended
    from case_course c
      left join ${editionsTable(question)} e on e.chain_id = c.chain_id
      left join case_course p on ${HAS_CHANGED} and p.case_id = c.case_id and p.known_from <= e.as_of and p.known_until > e.as_of
    where ${standing(question)} and ${wanted}
    order by c.case_id collate "C"`.execute(db);
  const place = new Map(question.agencies.map((id, at) => [id, at]));
  return rows
    .toSorted((one, other) => (place.get(one.chain_id) ?? 0) - (place.get(other.chain_id) ?? 0))
    .map((row): StoredCourse => {
      const course = courseOf(row);
      return {
        ...course,
        id: row.case_id,
        channel: row.channel as Channel, // written as such
        agencyId: row.chain_id,
        column: row.requester_kind,
        arrivedOn: row.arrived_on as PlainDate, // likewise
        before: row.was_known === true ? course : beforeOf(row),
        pieces: 1,
        ids: [row.case_id],
        letters: { whole: 0, split: [`${row.chain_id}|${row.letter_id}`] },
      };
    });
}

type CourseColumns = Pick<CourseRow, "is_registered" | "received_on" | "closed_on" | "outcome"> & {
  readonly is_extended?: boolean;
};

function courseOf({ is_registered, received_on, closed_on, outcome, is_extended = false }: CourseColumns): CaseCourse {
  return {
    isRegistered: is_registered,
    receivedOn: received_on as PlainDate | null, // a column of days
    closedOn: closed_on as PlainDate | null, // likewise
    outcome,
    isExtended: is_extended,
  };
}

function beforeOf(row: CourseRow): CaseCourse | null {
  if (row.was_registered === null) return null;
  return courseOf({
    is_registered: row.was_registered,
    received_on: row.was_received_on,
    closed_on: row.was_closed_on,
    outcome: row.was_outcome,
    is_extended: row.was_extended ?? false,
  });
}

/** In what requests of a group are alike, in one number: the sides of the year their days lie on take the first four bits. */
const LIKENESS = {
  isLate: 16,
  isArrived: 32,
  isRegistered: 64,
  isNamed: 128,
  wasKnown: 256,
  hasEdition: 512,
} as const;

interface GroupRow extends Omit<CourseColumns, "is_registered"> {
  /** The agency, where an opening tells it apart. */
  readonly apart: string;
  readonly requester_kind: string;
  readonly likeness: number;
  readonly arrived_on: string;
  readonly pieces: number;
  readonly whole: number;
  readonly split: readonly string[] | null;
  readonly ids: readonly string[] | null;
}

async function groupsOf(db: Kysely<Tables>, question: CourseQuestion): Promise<StoredCourseGroup[]> {
  const { begin, until, rows: known, columns, editions, pending } = question;
  const hasEditions = editions.size > 0;
  const side = (day: string) => sql`(case when ${sql.ref(day)} is null then 0 when ${sql.ref(day)} < ${begin}::date then 1
    when ${sql.ref(day)} <= ${until}::date then 2 else 3 end)`;
  // Of these each may be spoken of: not received in law, received after the end, on hand at the end, ended by no row of the form, …
  const isNamed = sql`(c.received_on is null or c.received_on > c.closed_on
    or (c.closed_on is null or c.closed_on > ${until}::date) and c.received_on <= ${until}::date
    or c.outcome is not null and not ${isKnown(known)} or c.requester_kind <> all(${[...columns]}::text[])
    ${hasEditions ? sql`or e.as_of is not null and c.received_on < ${begin}::date` : sql``})`;
  const wasKnown = hasEditions ? sql`coalesce(c.known_from <= e.as_of, false)` : sql`false`;
  const isApart =
    question.isByAgency === true
      ? sql`true`
      : sql`(c.received_on is null or c.received_on < ${begin}::date or c.received_on > c.closed_on)
    and c.chain_id = any(${[...question.opened]}::text[])`;
  const hasEdition = hasEditions ? sql`e.as_of is not null` : sql`false`;
  const { rows } = await sql<GroupRow>`
    select apart, requester_kind, outcome, likeness, min(arrived_on) as arrived_on, min(received_on) as received_on,
      min(closed_on) as closed_on, count(*)::int as pieces, count(*) filter (where not is_split)::int as whole,
      array_agg(chain_id || '|' || letter_id) filter (where is_split) as split,
      array_agg(case_id) filter (where likeness & ${LIKENESS.isNamed} > 0) as ids
    from (
      select c.chain_id, c.requester_kind, c.outcome, c.arrived_on, c.received_on, c.closed_on, c.is_split, c.letter_id, c.case_id,
        case when ${isApart} then c.chain_id else '' end as apart,
        ${side("c.received_on")} + 4 * ${side("c.closed_on")}
          + case when c.received_on > c.closed_on then ${LIKENESS.isLate} else 0 end
          + case when c.arrived_on <= ${until}::date then ${LIKENESS.isArrived} else 0 end
          + case when c.is_registered then ${LIKENESS.isRegistered} else 0 end
          + case when ${isNamed} then ${LIKENESS.isNamed} else 0 end
          + case when ${wasKnown} then ${LIKENESS.wasKnown} else 0 end
          + case when ${hasEdition} then ${LIKENESS.hasEdition} else 0 end as likeness
      from case_course c ${hasEditions ? sql`left join ${editionsTable(question)} e on e.chain_id = c.chain_id` : sql``}
      where ${standing(question)}
        ${hasEditions ? sql`and not c.case_id = any(${[...pending]}::text[]) and not ${HAS_CHANGED}` : sql``}
    ) c
    group by apart, requester_kind, outcome, likeness
    order by apart collate "C", requester_kind collate "C", outcome collate "C", likeness`.execute(db);
  const [anyEdition = ""] = editions.keys();
  return rows.map((row): StoredCourseGroup => {
    const is = (flag: number): boolean => (row.likeness & flag) > 0;
    const course = courseOf({ ...row, is_registered: is(LIKENESS.isRegistered) });
    return {
      ...course,
      agencyId: row.apart === "" && is(LIKENESS.hasEdition) ? anyEdition : row.apart,
      column: row.requester_kind,
      arrivedOn: row.arrived_on as PlainDate, // a column of days
      before: is(LIKENESS.wasKnown) ? course : null,
      pieces: row.pieces,
      ids: [...(row.ids ?? [])].sort(),
      letters: { whole: row.whole, split: row.split ?? [] },
    };
  });
}
