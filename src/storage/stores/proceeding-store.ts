import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Proceeding, ProceedingEvent, ProceedingEventBody } from "../../register/proceeding.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { type Writing, write } from "../write.js";
import { type Appended, type NewEvent, recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";
import { areWritten } from "./same-events.js";

/** What a proceeding is, without what happened in it. */
export type ProceedingHead = Omit<Proceeding, "events" | "version">;

export interface ProceedingAppend {
  readonly proceedingId: string;
  readonly version: number;
  readonly events: readonly NewEvent<ProceedingEventBody>[];
}

export type ProceedingAppended = Appended<Proceeding, ProceedingEvent>;

/** Opens the file of a reconsideration or lawsuit. One that is there already, the same, is given as it is. */
export async function openProceeding(
  database: Database,
  { head, events }: { readonly head: ProceedingHead; readonly events: readonly NewEvent<ProceedingEventBody>[] },
  recordedBy: string,
): Promise<Proceeding> {
  return write(database, { chain: head.agencyId, recordedBy }, async (writing) => {
    const { trx, chain, recordedAt } = writing;
    const [known] = await proceedingsOf(trx, { ids: [head.id] });
    if (known !== undefined) {
      const { events: _events, version: _version, ...there } = known;
      if (canonicalJson(there) !== canonicalJson(head)) throw new AppError("RECORD_ID_REUSED", { id: head.id });
      return known;
    }
    const { id, agencyId: _agencyId, ...body } = head;
    await writing.add("proceeding", [
      { id, chain_id: chain, body: JSON.stringify(body), recorded_at: recordedAt, recorded_by: recordedBy },
    ]);
    return { ...head, events: await addEvents(writing, id, 0, events), version: events.length };
  });
}

/** Adds events if the proceeding is still at the version it was read at: of two writers one wins. */
export async function appendToProceeding(
  database: Database,
  { proceedingId, version, events }: ProceedingAppend,
  recordedBy: string,
): Promise<ProceedingAppended> {
  const row = await database.db.selectFrom("proceeding").select("chain_id").where("id", "=", proceedingId).executeTakeFirst();
  if (row === undefined) throw new AppError("CASE_UNKNOWN", { id: proceedingId });
  return write(database, { chain: row.chain_id, recordedBy }, async (writing): Promise<ProceedingAppended> => {
    const { trx } = writing;
    const [file] = await proceedingsOf(trx, { ids: [proceedingId] });
    if (file === undefined) throw new AppError("CASE_UNKNOWN", { id: proceedingId });
    const ids = events.map(({ id }) => id);
    const written = await trx
      .selectFrom("proceeding_event")
      .select(["id", "proceeding_id", "body"])
      .where("id", "=", sql<string>`any(${ids})`)
      .execute();
    if (
      areWritten(
        events,
        written.filter((event) => event.proceeding_id === proceedingId),
      )
    ) {
      return { result: "written", file, events: file.events.filter(({ id }) => ids.includes(id)) };
    }
    const [foreign] = written;
    if (foreign !== undefined) throw new AppError("RECORD_ID_REUSED", { id: foreign.id });
    if (file.version !== version) {
      return { result: "stale", file, since: file.events.filter(({ sequence }) => sequence > version) };
    }
    const added = await addEvents(writing, proceedingId, version, events);
    return {
      result: "written",
      file: { ...file, events: [...file.events, ...added], version: version + added.length },
      events: added,
    };
  });
}

/** One proceeding; null when there is none. */
export async function loadProceeding({ db }: Database, id: string): Promise<Proceeding | null> {
  return (await proceedingsOf(db, { ids: [id] }))[0] ?? null;
}

/** The proceedings of an agency in the order of their ids. */
export async function loadProceedings({ db }: Database, agencyId: string): Promise<Proceeding[]> {
  return proceedingsOf(db, { agencyIds: [agencyId] });
}

/** The same of several agencies. */
export async function loadProceedingsOfAll({ db }: Database, agencyIds: readonly string[]): Promise<Proceeding[]> {
  return proceedingsOf(db, { agencyIds });
}

async function addEvents(
  writing: Writing,
  proceedingId: string,
  version: number,
  events: readonly NewEvent<ProceedingEventBody>[],
): Promise<ProceedingEvent[]> {
  const { chain, recordedAt, recordedBy } = writing;
  const added = events.map(({ id, body, reason }, index) => ({
    ...{ id, sequence: version + index + 1, recordedAt, recordedBy, body },
    ...(reason === undefined ? {} : { reason }),
  }));
  await writing.add(
    "proceeding_event",
    added.map(({ id, sequence, body, reason }) => ({
      ...{ proceeding_id: proceedingId, sequence, id, chain_id: chain, body: JSON.stringify(body) },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy, reason: reason ?? null },
    })),
  );
  return added;
}

async function proceedingsOf(
  db: Kysely<Tables>,
  { ids, agencyIds }: { readonly ids?: readonly string[]; readonly agencyIds?: readonly string[] },
): Promise<Proceeding[]> {
  const heads = await db
    .selectFrom("proceeding")
    .select(["id", "chain_id", "body"])
    .$if(ids !== undefined, (query) => query.where("id", "=", sql<string>`any(${ids})`))
    .$if(agencyIds !== undefined, (query) => query.where("chain_id", "=", sql<string>`any(${agencyIds})`))
    .orderBy("id")
    .execute();
  if (heads.length === 0) return [];
  const events = await db
    .selectFrom("proceeding_event")
    .selectAll()
    .where("proceeding_id", "=", sql<string>`any(${heads.map(({ id }) => id)})`)
    .orderBy("proceeding_id")
    .orderBy("sequence")
    .execute();
  const byProceeding = groupedBy(events, (event) => event.proceeding_id);
  return heads.map((head) => proceedingOf(head, byProceeding.get(head.id) ?? []));
}

type HeadRow = Pick<Tables["proceeding"], "id" | "chain_id" | "body">;
type EventRow = Parameters<typeof recordedOf>[0] & Pick<Tables["proceeding_event"], "body">;

/** A proceeding out of its row and those of its events, in their order. */
export function proceedingOf({ id, chain_id, body }: HeadRow, rows: readonly EventRow[]): Proceeding {
  const events = rows.map((row) => ({ ...recordedOf(row), body: row.body as ProceedingEventBody })); // written as such
  return { ...(body as Omit<ProceedingHead, "id" | "agencyId">), id, agencyId: chain_id, events, version: events.length }; // likewise
}
