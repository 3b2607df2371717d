import { type Kysely, sql } from "kysely";
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

export type SettingReplaced =
  | { readonly result: "written"; readonly setting: Setting }
  /** Somebody else was faster; `current` is what they wrote. */
  | { readonly result: "stale"; readonly current: Setting };

/** Records a new value in place of the one that was read at `version` (0: there was none), unless somebody else did so in between. */
export async function replaceSetting(
  database: Database,
  writer: Writer,
  { name, value, version }: { readonly name: string; readonly value: unknown; readonly version: number },
): Promise<SettingReplaced> {
  return write(database, writer, async (writing): Promise<SettingReplaced> => {
    const current = await latest(writing.trx, writing.chain, name);
    if (current !== undefined && current.version !== version) return { result: "stale", current };
    return { result: "written", setting: await addSetting(writing, { name, value }) };
  });
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
export async function loadSetting(
  { db }: Pick<Database, "db">,
  chain: string,
  name: string,
  asOf?: string,
): Promise<Setting | null> {
  return (await latest(db, chain, name, asOf)) ?? null;
}

/** Every setting whose name begins with some words, by its name, as it stands now or stood at an instant. */
export async function loadSettings(
  { db }: Database,
  { chain, begin, asOf }: { readonly chain: string; readonly begin: string; readonly asOf?: string | undefined },
): Promise<Map<string, Setting>> {
  const rows = await db
    .selectFrom("setting_version")
    .distinctOn("name")
    .select(["name", "value", "version", "recorded_at", "recorded_by", "reason"])
    .where("chain_id", "=", chain)
    .where(sql<boolean>`starts_with(name, ${begin})`)
    .$if(asOf !== undefined, (query) => query.where("recorded_at", "<=", asOf ?? ""))
    .orderBy("name")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.name, settingOf(row)]));
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
  return row === undefined ? undefined : settingOf(row);
}

type Row = Pick<Tables["setting_version"], "value" | "version" | "recorded_at" | "recorded_by" | "reason">;

function settingOf({ value, version, recorded_at: recordedAt, recorded_by: recordedBy, reason }: Row): Setting {
  return { value, version, recordedAt, recordedBy, reason };
}
