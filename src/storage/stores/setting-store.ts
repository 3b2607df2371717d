import type { Kysely } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { type Writer, type Writing, write } from "../write.js";

/** A setting, or another piece of plain data of an agency, as it stands. */
export interface Setting {
  readonly value: unknown;
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reason: string | null;
}

/** Records a new value of a setting of an agency, or of REGISTER_CHAIN for all. The old values stay. */
export async function recordSetting(database: Database, writer: Writer, name: string, value: unknown): Promise<Setting> {
  return write(database, writer, (writing) => addSetting(writing, { name, value }));
}

/** The same inside a transaction. */
export async function addSetting(
  writing: Writing,
  { name, value, reason = null }: { readonly name: string; readonly value: unknown; readonly reason?: string | null },
): Promise<Setting> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const version = ((await latest(trx, chain, name))?.version ?? 0) + 1;
  await writing.add("setting_version", [
    { chain_id: chain, name, version, value: JSON.stringify(value), recorded_at: recordedAt, recorded_by: recordedBy, reason },
  ]);
  return { value, version, recordedAt, recordedBy, reason };
}

/** The value of a setting now, or as of an instant; null when it was never set. */
export async function loadSetting({ db }: Database, chain: string, name: string, asOf?: string): Promise<Setting | null> {
  return (await latest(db, chain, name, asOf)) ?? null;
}

/**
 * An instant up to which nothing can be added to the chain of an agency any more: what is counted as of it is the same for ever.
 * Waits for the writes that are under way, and is itself on record.
 */
export async function closedInstant(database: Database, writer: Writer): Promise<string> {
  return write(database, writer, async (writing) => {
    await addSetting(writing, { name: "counted-as-of", value: writing.recordedAt });
    return writing.recordedAt;
  });
}

async function latest(db: Kysely<Tables>, chain: string, name: string, asOf?: string): Promise<Setting | undefined> {
  const row = await db
    .selectFrom("setting_version")
    .select(["value", "version", "recorded_at", "recorded_by", "reason"])
    .where("chain_id", "=", chain)
    .where("name", "=", name)
    .$if(asOf !== undefined, (query) => query.where("recorded_at", "<=", asOf ?? ""))
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { value: row.value, version: row.version, recordedAt: row.recorded_at, recordedBy: row.recorded_by, reason: row.reason };
}
