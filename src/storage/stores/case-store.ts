import { type Insertable, type Kysely, sql } from "kysely";
import { AppError } from "../../errors.js";
import type { CaseEvent, CaseEventBody } from "../../register/case-event.js";
import type { CaseFile } from "../../register/case-file.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { InfoRequest, Requester } from "../../register/info-request.js";
import { asRegistered } from "../../register/request-entry.js";
import type { Database } from "../database.js";
import type { IdentityKeys } from "../identity/identity-keys.js";
import type { Tables } from "../tables.js";
import { type Writing, write } from "../write.js";
import type { Appended, NewEvent } from "./append-outcome.js";
import { addCourses, changeCourse } from "./case-course-store.js";
import { FILE_COLUMNS, type FileRow, fileOf, withRequest } from "./case-file-row.js";
import { keepSummaries } from "./case-summary-store.js";
import { areWritten } from "./same-events.js";

export interface NewCase {
  readonly request: InfoRequest;
  readonly events: readonly NewEvent<CaseEventBody>[];
}

export interface CaseAppend {
  readonly caseId: string;
  /** The version of the case file that was read. */
  readonly version: number;
  readonly events: readonly NewEvent<CaseEventBody>[];
}

export type CaseAppended = Appended<CaseFile, CaseEvent>;

/** Opens the files of requests of one agency, all or none. */
export async function openCases(database: Database, cases: readonly NewCase[], recordedBy: string): Promise<CaseFile[]> {
  const [first] = cases;
  if (first === undefined) return [];
  return write(database, { chain: first.request.agencyId, recordedBy }, (writing) => addCases(writing, cases));
}

/** The same inside a transaction. A case that is there already, with the same request, is given as it is. */
export async function addCases(writing: Writing, cases: readonly NewCase[]): Promise<CaseFile[]> {
  const { trx, keys, chain } = writing;
  const known = await filesOf(
    trx,
    keys,
    cases.map(({ request }) => request.id),
  );
  const files = cases.map(({ request, events }): CaseFile => {
    if (request.agencyId !== chain) throw new Error("A case is written in the chain of its agency.");
    const there = known.get(request.id);
    if (there === undefined) return { request, events: numbered(writing, events, 0), version: events.length };
    if (canonicalJson(asRegistered(there.request)) !== canonicalJson(request))
      throw new AppError("RECORD_ID_REUSED", { id: request.id });
    return there;
  });
  const fresh = files.filter(({ request }) => !known.has(request.id));
  const rows: Insertable<Tables["case_file"]>[] = [];
  for (const { request } of fresh) rows.push(await caseRow(writing, request));
  await writing.add("case_file", rows);
  await writing.add(
    "case_event",
    fresh.flatMap(({ request, events }) => events.map((event) => eventRow(writing, request.id, event))),
  );
  await addCourses(writing, fresh);
  await keepSummaries(trx, fresh);
  return files;
}

/** Adds events to a case if it is still at the version it was read at: of two writers one wins, the other is told what changed. */
export async function appendToCase(database: Database, append: CaseAppend, recordedBy: string): Promise<CaseAppended> {
  const chain = await chainOfCase(database.db, append.caseId);
  return write(database, { chain, recordedBy }, (writing) => addToCase(writing, append));
}

/** The same inside a transaction, which holds the chain of the case, so that nobody can come in between. */
export async function addToCase(writing: Writing, { caseId, version, events }: CaseAppend): Promise<CaseAppended> {
  const { trx, keys } = writing;
  const file = (await filesOf(trx, keys, [caseId])).get(caseId);
  if (file === undefined || file.request.agencyId !== writing.chain) throw new AppError("CASE_UNKNOWN", { id: caseId });
  const ids = events.map(({ id }) => id);
  const written = await trx
    .selectFrom("case_event")
    .select(["id", "case_id", "body"])
    .where("id", "=", sql<string>`any(${ids})`)
    .execute();
  if (
    areWritten(
      events,
      written.filter((event) => event.case_id === caseId),
    )
  ) {
    return { result: "written", file, events: file.events.filter(({ id }) => ids.includes(id)) };
  }
  const [foreign] = written;
  if (foreign !== undefined) throw new AppError("RECORD_ID_REUSED", { id: foreign.id });
  if (file.version !== version) {
    return { result: "stale", file, since: file.events.filter(({ sequence }) => sequence > version) };
  }
  const added = numbered(writing, events, version);
  await writing.add(
    "case_event",
    added.map((event) => eventRow(writing, caseId, event)),
  );
  const longer = withRequest({ ...file, events: [...file.events, ...added], version: version + added.length });
  await changeCourse(writing, file, longer);
  await keepSummaries(trx, [longer]);
  return { result: "written", file: longer, events: added };
}

/** What a piece asks for after its letter was split; the request as it came in stays on record. */
export async function changeDescription(
  writing: Writing,
  {
    caseId,
    description,
    reason = null,
  }: { readonly caseId: string; readonly description: string; readonly reason?: string | null },
): Promise<CaseFile> {
  const { trx, keys, chain, recordedAt, recordedBy } = writing;
  const file = (await filesOf(trx, keys, [caseId])).get(caseId);
  if (file === undefined || file.request.agencyId !== chain) throw new AppError("CASE_UNKNOWN", { id: caseId });
  if (file.request.description === description) return file;
  const last = await trx
    .selectFrom("case_description")
    .select(({ fn }) => fn.max<number | null>("sequence").as("sequence"))
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  const sequence = (last?.sequence ?? 0) + 1;
  const made = { recorded_at: recordedAt, recorded_by: recordedBy, reason };
  await writing.add("case_description", [{ case_id: caseId, sequence, chain_id: chain, description, ...made }]);
  const changed = { ...file, request: { ...file.request, description } };
  await keepSummaries(trx, [changed]);
  return changed;
}

/** A case file as it is now; null when there is none. */
export async function loadCase({ db, keys }: Pick<Database, "db" | "keys">, id: string): Promise<CaseFile | null> {
  return (await filesOf(db, keys, [id])).get(id) ?? null;
}

const PAGE = 1_000;

/** Some case files, by their ids; one that is not there is left out. */
export async function loadCasesById({ db, keys }: Database, ids: readonly string[]): Promise<Map<string, CaseFile>> {
  return filesOf(db, keys, ids);
}

/** The case files of an agency in the order of their ids, a page at a time, so that a million need no more memory than a thousand. */
export async function* loadCases({ db, keys }: Database, agencyId: string): AsyncGenerator<CaseFile> {
  for (let after = ""; ; ) {
    const ids = await db
      .selectFrom("case_file")
      .select("id")
      .where("chain_id", "=", agencyId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    const files = await filesOf(
      db,
      keys,
      ids.map(({ id }) => id),
    );
    for (const { id } of ids) {
      const file = files.get(id);
      if (file !== undefined) yield file;
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    after = last.id;
  }
}

/**
 * The requests the same person filed with an agency in a span of days, both included: fees are counted by person and month
 * (国办函〔2020〕109号). Finds them without decrypting anything; without a proof of identity nobody can be said to be the same.
 */
export async function casesOfRequester(
  { db, keys }: Pick<Database, "db" | "keys">,
  { agencyId, requester, from, to }: { agencyId: string; requester: Pick<Requester, "identity">; from: string; to: string },
): Promise<string[]> {
  if (requester.identity === undefined) return [];
  const rows = await db
    .selectFrom("case_file")
    // The day of arrival as it stands after corrections.
    .innerJoin("case_summary", "case_summary.case_id", "case_file.id")
    .select("case_file.id")
    .where("chain_id", "=", agencyId)
    .where("requester_index", "=", keys.index(requester.identity))
    .where("case_summary.arrived_on", ">=", from)
    .where("case_summary.arrived_on", "<=", to)
    .orderBy("case_summary.arrived_on")
    .orderBy("case_file.id")
    .execute();
  return rows.map(({ id }) => id);
}

async function chainOfCase(db: Kysely<Tables>, id: string): Promise<string> {
  const row = await db.selectFrom("case_file").select("chain_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("CASE_UNKNOWN", { id });
  return row.chain_id;
}

async function filesOf(db: Kysely<Tables>, keys: IdentityKeys, ids: readonly string[]): Promise<Map<string, CaseFile>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FileRow>`
    select ${FILE_COLUMNS} from case_file f where f.id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.id, fileOf(row, keys)]));
}

/** Events as they will stand in the file, behind those that are there. */
export function numbered(
  { recordedAt, recordedBy }: Pick<Writing, "recordedAt" | "recordedBy">,
  events: readonly NewEvent<CaseEventBody>[],
  version: number,
): CaseEvent[] {
  return events.map(({ id, body, reason }, index) => ({
    id,
    sequence: version + index + 1,
    recordedAt,
    recordedBy,
    ...(reason === undefined ? {} : { reason }),
    body,
  }));
}

/** A request as it is stored, with its requester sealed. */
export async function caseRow(
  { trx, keys, chain, recordedAt, recordedBy }: Writing,
  request: InfoRequest,
): Promise<Insertable<Tables["case_file"]>> {
  const { id, letterId, number, channel, arrivedOn, requester, description, wantedForm, isImported } = request;
  return {
    id,
    chain_id: chain,
    letter_id: letterId,
    number,
    channel,
    arrived_on: arrivedOn,
    requester_kind: requester.kind,
    ...(await keys.seal(trx, id, requester)),
    body: JSON.stringify({ description, wantedForm, isImported }),
    recorded_at: recordedAt,
    recorded_by: recordedBy,
  };
}

/** An event as it is stored. */
export function eventRow(
  { chain }: Pick<Writing, "chain">,
  caseId: string,
  { id, sequence, recordedAt, recordedBy, reason, body }: CaseEvent,
) {
  return {
    case_id: caseId,
    sequence,
    id,
    chain_id: chain,
    body: JSON.stringify(body),
    recorded_at: recordedAt,
    recorded_by: recordedBy,
    reason: reason ?? null,
  };
}
