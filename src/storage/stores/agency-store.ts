import { type Kysely, sql } from "kysely";
import type { Agency } from "../../register/agency.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { REGISTER_CHAIN, type Writing, write } from "../write.js";

/** An agency as it stands, with the number of times it was changed. */
export interface StoredAgency {
  readonly agency: Agency;
  readonly version: number;
}

/** An agency to be stored, with the version it was read at; 0 for a new one. */
export type AgencyChangeToStore = StoredAgency;

export type AgenciesSaved =
  | { readonly result: "written"; readonly agencies: readonly StoredAgency[] }
  /** Somebody else changed one of them; `current` is how those stand now. */
  | { readonly result: "stale"; readonly current: readonly StoredAgency[] };

/** Stores agencies, all or none: a merger changes several. What is as it was is not written again. */
export async function saveAgencies(
  database: Database,
  changes: readonly AgencyChangeToStore[],
  { recordedBy, reason = null }: { readonly recordedBy: string; readonly reason?: string | null },
): Promise<AgenciesSaved> {
  return write(database, { chain: REGISTER_CHAIN, recordedBy }, async (writing) => {
    const ids = changes.map(({ agency }) => agency.id);
    const known = new Map((await agenciesOf(writing.trx, ids)).map((stored) => [stored.agency.id, stored]));
    const changed = changes.filter(({ agency }) => !isSame(known.get(agency.id), agency));
    const stale = changed.flatMap(({ agency, version }) => {
      const current = known.get(agency.id);
      return (current?.version ?? 0) === version ? [] : current === undefined ? [] : [current];
    });
    if (stale.length > 0) return { result: "stale", current: stale };
    await addVersions(writing, changed, reason);
    const saved = new Map(changed.map(({ agency, version }) => [agency.id, { agency, version: version + 1 }]));
    return {
      result: "written",
      agencies: changes.map((change) => saved.get(change.agency.id) ?? known.get(change.agency.id) ?? change),
    };
  });
}

function isSame(known: StoredAgency | undefined, agency: Agency): boolean {
  return known !== undefined && canonicalJson(known.agency) === canonicalJson(agency);
}

async function addVersions(writing: Writing, changes: readonly AgencyChangeToStore[], reason: string | null): Promise<void> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const fresh = changes.filter(({ version }) => version === 0).map(({ agency }) => ({ id: agency.id }));
  if (fresh.some(({ id }) => id === REGISTER_CHAIN)) throw new Error(`${REGISTER_CHAIN} is not an id for an agency.`);
  // Each agency has a chain of its own, so that agencies do not wait for one another.
  if (fresh.length > 0) await trx.insertInto("audit_chain").values(fresh).execute();
  await writing.add(
    "agency_version",
    changes.map(({ agency, version }) => ({
      agency_id: agency.id,
      version: version + 1,
      chain_id: chain,
      body: JSON.stringify(agency),
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      reason,
    })),
  );
}

/** Every agency as it stands now, or stood on record at an instant, in the order of their ids. */
export async function loadAgencies({ db }: Pick<Database, "db">, asOf?: string): Promise<StoredAgency[]> {
  return agenciesOf(db, null, asOf);
}

/** Every agency as it stands, with the end of the log that speaks of them: while it is the same, so are they. */
export interface AgenciesNow extends RegisterLogEnd {
  readonly agencies: readonly Agency[];
}

/** The end of the log in which changes of agencies are. */
export interface RegisterLogEnd {
  readonly hash: string;
  /** When it was last written. */
  readonly lastAt: string;
}

/** The last that was read of each register, so that a thousand agencies are not read and parsed for every question. */
const lastRead = new WeakMap<Database["db"], AgenciesNow>();

/** Every agency as it stands now, read only when the log of the register has gone on. Nobody may change what it gives. */
export async function agenciesNow(database: Pick<Database, "db">): Promise<AgenciesNow> {
  const { db } = database;
  const end = await registerLogEnd(database);
  const last = lastRead.get(db);
  if (last?.hash === end.hash) return last;
  // Read after the log: should they be newer than it says, the log has another end the next time.
  const read = { ...end, agencies: (await agenciesOf(db, null)).map(({ agency }) => agency) };
  lastRead.set(db, read);
  return read;
}

/** Where the log of the register ends now. */
export async function registerLogEnd({ db }: Pick<Database, "db">): Promise<RegisterLogEnd> {
  const row = await db
    .selectFrom("audit_chain")
    .select(["head", "last_at"])
    .where("id", "=", REGISTER_CHAIN)
    .executeTakeFirstOrThrow();
  return { hash: row.head.toString("hex"), lastAt: row.last_at };
}

/** One agency as it stands; null when there is none. */
export async function loadAgency({ db }: Pick<Database, "db">, id: string): Promise<StoredAgency | null> {
  return (await agenciesOf(db, [id]))[0] ?? null;
}

/** One writing of an agency: when, by whom and why. */
export interface AgencyVersion {
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
}

/** Every time an agency was written, the last first. */
export async function agencyVersions(db: Kysely<Tables>, id: string): Promise<AgencyVersion[]> {
  const rows = await db
    .selectFrom("agency_version")
    .select(["version", "recorded_at", "recorded_by", "reason"])
    .where("agency_id", "=", id)
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({
    ...{ version: row.version, recordedAt: row.recorded_at, recordedBy: row.recorded_by, reason: row.reason },
  }));
}

async function agenciesOf(db: Kysely<Tables>, ids: readonly string[] | null, asOf?: string): Promise<StoredAgency[]> {
  const rows = await db
    .selectFrom("agency_version")
    .distinctOn("agency_id")
    .select(["body", "version"])
    .$if(ids !== null, (query) => query.where("agency_id", "=", sql<string>`any(${ids})`))
    .$if(asOf !== undefined, (query) => query.where("recorded_at", "<=", asOf ?? ""))
    .orderBy("agency_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ body, version }) => ({ agency: body as Agency, version })); // written as such
}
