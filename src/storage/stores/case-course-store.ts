import { type Insertable, type Kysely, type RawBuilder, sql } from "kysely";
import { caseCourse, isSameCourse, type KnownCourse, knownCourses } from "../../register/case-course.js";
import type { CaseEvent, CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import type { InfoRequest } from "../../register/info-request.js";
import { entryOf, isSameEntry } from "../../register/request-entry.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";
import { recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";

type Row = Insertable<Tables["case_course"]>;

/** Writes what freshly opened cases count as, in the transaction that opens them. The cases themselves are written before. */
export async function addCourses({ trx, chain }: Writing, files: readonly CaseFile[]): Promise<void> {
  if (files.length === 0) return;
  const ids = files.map(({ request }) => request.id);
  const split = await splitLetters(trx, { chain, letters: files.map(({ request }) => request.letterId) });
  if (split.size > 0) {
    await trx
      .updateTable("case_course")
      .set({ is_split: true })
      .where("is_split", "=", false)
      .where(
        "case_id",
        "in",
        trx
          .selectFrom("case_file")
          .select("id")
          .where("chain_id", "=", chain)
          .where("letter_id", "=", sql<string>`any(${[...split]})`)
          .where("id", "!=", sql<string>`all(${ids})`),
      )
      .execute();
  }
  await insertRows(
    trx,
    files.flatMap((file) => rowsOf(file, split.has(file.request.letterId))),
  );
}

/** The same for a case to which something was added: only when it counts otherwise than before is there anything to write. */
export async function changeCourse({ trx, recordedAt: from }: Writing, before: CaseFile, after: CaseFile): Promise<void> {
  const course = caseCourse(after);
  const entry = entryOf(after.request);
  const isSame = isSameCourse(caseCourse(before), course) && isSameEntry(entryOf(before.request), entry);
  if (after.events.length === 0 || (before.events.length > 0 && isSame)) return;
  const { id, agencyId, letterId } = after.request;
  const known = await trx
    .updateTable("case_course")
    .set({ known_until: from })
    .where("case_id", "=", id)
    .where("known_until", "=", FOR_EVER)
    .returning(["first_known", "is_split"])
    .executeTakeFirst();
  const isSplit = known?.is_split ?? (await splitLetters(trx, { chain: agencyId, letters: [letterId] })).has(letterId);
  await insertRows(trx, [
    rowOf(after.request, { ...course, entry, from, until: null }, { firstKnown: known?.first_known ?? from, isSplit }),
  ]);
}

/** The letters of an agency that hold more than one piece. */
async function splitLetters(
  db: Kysely<Tables>,
  { chain, letters }: { readonly chain: string; readonly letters: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("case_file")
    .select("letter_id")
    .where("chain_id", "=", chain)
    .where("letter_id", "=", sql<string>`any(${[...new Set(letters)]})`)
    .groupBy("letter_id")
    .having(({ fn }) => fn.countAll(), ">", 1)
    .execute();
  return new Set(rows.map(({ letter_id }) => letter_id));
}

/** The same for a case that came in a letter of its own, as a statement. */
export function newCourse(file: CaseFile): RawBuilder<unknown> {
  return insertOf(rowsOf(file, false));
}

async function insertRows(db: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await insertOf(rows).execute(db);
}

/** Column by column, so that a page of rows is as many parameters as one. */
function insertOf(rows: readonly Row[]): RawBuilder<unknown> {
  const columns = INSERTED.map(([column, type]) => sql`${rows.map((row) => row[column] ?? null)}::${sql.raw(type)}[]`);
  const names = INSERTED.map(([column]) => sql.ref(column));
  return sql`insert into case_course (${sql.join(names)}) select * from unnest(${sql.join(columns)})`;
}

const INSERTED = [
  ["case_id", "text"],
  ["known_from", "timestamptz"],
  ["known_until", "timestamptz"],
  ["first_known", "timestamptz"],
  ["chain_id", "text"],
  ["letter_id", "text"],
  ["is_split", "boolean"],
  ["requester_kind", "text"],
  ["channel", "text"],
  ["arrived_on", "date"],
  ["is_registered", "boolean"],
  ["received_on", "date"],
  ["closed_on", "date"],
  ["outcome", "text"],
  ["is_extended", "boolean"],
] as const satisfies readonly (readonly [keyof Tables["case_course"], string])[];

type CountedRequest = Pick<InfoRequest, "id" | "agencyId" | "letterId">;

function rowsOf({ request, events }: Pick<CaseFile, "request" | "events">, isSplit: boolean): Row[] {
  const known = knownCourses({ request, events });
  const firstKnown = known[0]?.from ?? "";
  return known.map((course) => rowOf(request, course, { firstKnown, isSplit }));
}

function rowOf(
  { id, agencyId, letterId }: CountedRequest,
  { entry, from, until, isRegistered, receivedOn, closedOn, outcome, isExtended }: KnownCourse,
  { firstKnown, isSplit }: { readonly firstKnown: string; readonly isSplit: boolean },
): Row {
  return {
    case_id: id,
    known_from: from,
    known_until: until ?? FOR_EVER,
    first_known: firstKnown,
    chain_id: agencyId,
    letter_id: letterId,
    is_split: isSplit,
    requester_kind: entry.requesterKind,
    channel: entry.channel,
    arrived_on: entry.arrivedOn,
    is_registered: isRegistered,
    received_on: receivedOn,
    closed_on: closedOn,
    outcome,
    is_extended: isExtended,
  };
}

const PAGE = 2_000;

/** Makes every row anew from the events; who writes meanwhile waits. Gives the number of rows. */
export async function rebuildCourses({ db }: Pick<Database, "db">): Promise<number> {
  return db.transaction().execute(deriveAll);
}

/** The same inside a transaction. */
export async function deriveAll(db: Kysely<Tables>): Promise<number> {
  await sql`truncate case_course`.execute(db);
  let written = 0;
  for await (const rows of derivedRows(db)) {
    await insertRows(db, rows);
    written += rows.length;
  }
  return written;
}

/** The cases whose rows are not what their events give: none, unless somebody wrote past us. Reads all events of the register. */
export async function differingCourses({ db }: Database): Promise<string[]> {
  const differing: string[] = [];
  let known = 0;
  for await (const rows of derivedRows(db)) {
    const ids = [...new Set(rows.map(({ case_id }) => case_id))];
    const stored = await db
      .selectFrom("case_course")
      .select(COLUMNS)
      .select(sql<string | null>`case when known_until < 'infinity' then known_until end`.as("known_until"))
      .where("case_id", "=", sql<string>`any(${ids})`)
      .execute();
    known += stored.length;
    const there = groupedBy(stored, ({ case_id }) => case_id);
    for (const [id, derived] of groupedBy(rows, ({ case_id }) => case_id)) {
      if (comparable(derived) !== comparable(there.get(id) ?? [])) differing.push(id);
    }
  }
  const [count] = await db
    .selectFrom("case_course")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .execute();
  return count?.rows === known ? differing : [...differing, ...(await strangers(db))];
}

/** Cases with rows though nothing is recorded of them. */
async function strangers(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom("case_course")
    .select("case_id")
    .distinct()
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("case_event").select("id").whereRef("case_event.case_id", "=", "case_course.case_id"))),
    )
    .execute();
  return rows.map(({ case_id }) => case_id);
}

const COLUMNS = [
  "case_id",
  "known_from",
  "first_known",
  "chain_id",
  "letter_id",
  "is_split",
  "requester_kind",
  "channel",
  "arrived_on",
  "is_registered",
  "received_on",
  "closed_on",
  "outcome",
  "is_extended",
] as const;

const FOR_EVER = "infinity";

type Stored = { readonly [Column in (typeof COLUMNS)[number]]?: unknown } & { readonly known_until?: string | null | undefined };

function comparable(rows: readonly Stored[]): string {
  const plain = rows.map((row) => [
    ...[row.known_from, row.known_until ?? FOR_EVER, row.first_known, row.chain_id, row.letter_id, row.is_split],
    ...[row.requester_kind, row.channel, row.arrived_on, row.is_registered, row.received_on ?? null],
    ...[row.closed_on ?? null, row.outcome ?? null, row.is_extended],
  ]);
  return JSON.stringify(plain.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)));
}

/** What the rows of the whole register should be, case by case in the order of their ids, a page at a time. */
async function* derivedRows(db: Kysely<Tables>): AsyncGenerator<Row[]> {
  for (let after = ""; ; ) {
    const cases = await db
      .selectFrom("case_file")
      .select(["id", "chain_id", "letter_id", "number", "channel", "arrived_on", "requester_kind"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    const last = cases.at(-1);
    if (last === undefined) return;
    after = last.id;
    const events = groupedBy(
      await db
        .selectFrom("case_event")
        .select(["case_id", "sequence", "id", "body", "recorded_at", "recorded_by", "reason"])
        .where("case_id", "=", sql<string>`any(${cases.map(({ id }) => id)})`)
        .orderBy("case_id")
        .orderBy("sequence")
        .execute(),
      (event) => event.case_id,
    );
    const split = new Map<string, Set<string>>();
    for (const [chain, own] of groupedBy(cases, ({ chain_id }) => chain_id)) {
      split.set(chain, await splitLetters(db, { chain, letters: own.map(({ letter_id }) => letter_id) }));
    }
    yield cases.flatMap((row) => {
      const written = (events.get(row.id) ?? []).map(
        (event): CaseEvent => ({
          ...recordedOf(event),
          body: event.body as CaseEventBody, // written as such
        }),
      );
      return rowsOf({ request: unopened(row), events: written }, split.get(row.chain_id)?.has(row.letter_id) ?? false);
    });
  }
}

interface CaseRow {
  readonly id: string;
  readonly chain_id: string;
  readonly letter_id: string;
  readonly number: string;
  readonly channel: string;
  readonly arrived_on: string;
  readonly requester_kind: string;
}

/** The request as far as counting needs it: who asks stays sealed. */
function unopened(row: CaseRow): InfoRequest {
  const { id, chain_id: agencyId, letter_id: letterId, number, channel, arrived_on: arrivedOn, requester_kind: kind } = row;
  const sealed = { kind, name: "", contact: {} };
  const wantedForm = { medium: "other", delivery: "post" };
  return { id, agencyId, letterId, number, channel, arrivedOn, requester: sealed, description: "", wantedForm } as InfoRequest; // the columns hold what `addCases` was given
}

/** The agencies whose cases these are, by the id of the case. */
export async function agenciesOfCases({ db }: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom("case_file").select(["id", "chain_id"]).where("id", "=", sql<string>`any(${ids})`).execute();
  return new Map(rows.map(({ id, chain_id }) => [id, chain_id]));
}
