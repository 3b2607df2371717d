import { sql } from "kysely";
import type { Database } from "../database.js";
import { recordSetting } from "../stores/setting-store.js";
import { REGISTER_CHAIN } from "../write.js";
import { withFreshKey, writeKeyFile } from "./key-file.js";
import { resealEnvelope } from "./sealed-file.js";
import { encryptRequester, keyProof } from "./sealing.js";

const BATCH = 200;

/** What a change of the key has done. */
export interface Rotation {
  readonly keyId: string;
  readonly reencrypted: number;
  /** Files whose envelope is now under the fresh key; their bytes have keys of their own. */
  readonly envelopes: number;
  /** Keys that no row needs any more and that were taken out of the key file. */
  readonly retired: readonly string[];
}

/** Any number will do; it is ours. Two changes of the key at once would write over each other's file. */
const ROTATION = 6_947_002;

/**
 * Replaces the key of the requesters' identity data and encrypts every row anew. The old key stays in the file until no row needs
 * it, so a kill at any moment loses nothing; called again, it does what is left. `by` is the person who ordered it.
 */
export async function rotateKey(database: Database, by: string): Promise<Rotation> {
  return database.db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${ROTATION})`.execute(one);
    try {
      return await rotate(database, by);
    } finally {
      await sql`select pg_advisory_unlock(${ROTATION})`.execute(one);
    }
  });
}

async function rotate(database: Database, by: string): Promise<Rotation> {
  const { db, keys } = database;
  keys.reload();
  // The file first: a row under a key that is in no file could never be read.
  writeKeyFile(keys.path, withFreshKey(keys.file));
  keys.reload();
  const { current, index } = keys.file;
  await db.transaction().execute(async (trx) => {
    // Waits for every write that still goes on under the old key.
    await trx.updateTable("identity_key").set({ is_current: false }).where("is_current", "=", true).execute();
    await trx
      .insertInto("identity_key")
      .values({ id: current, proof: keyProof(Buffer.concat([keys.key(current), index]), current), is_current: true })
      .execute();
  });
  let reencrypted = 0;
  for (let batch = await reencrypt(database, current); batch > 0; batch = await reencrypt(database, current))
    reencrypted += batch;
  let envelopes = 0;
  for (let batch = await resealEnvelopes(database, current); batch > 0; batch = await resealEnvelopes(database, current))
    envelopes += batch;
  const retired = await retireKeys(database, current);
  await recordSetting(database, { chain: REGISTER_CHAIN, recordedBy: by }, "identity-key", {
    keyId: current,
    reencrypted,
    envelopes,
    retired,
  });
  return { keyId: current, reencrypted, envelopes, retired };
}

async function reencrypt({ db, keys }: Database, current: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom("case_file")
      .select(["id", "requester", "key_id"])
      .where("key_id", "<>", current)
      .limit(BATCH)
      .forUpdate()
      .execute();
    for (const row of rows) {
      const requester = encryptRequester(keys.open(row), row.id, keys.key(current));
      await trx.updateTable("case_file").set({ requester, key_id: current }).where("id", "=", row.id).execute();
    }
    return rows.length;
  });
}

async function resealEnvelopes({ db, keys }: Database, current: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom("attachment")
      .select(["id", "key_id", "envelope"])
      .where("key_id", "<>", current)
      .limit(BATCH)
      .forUpdate()
      .execute();
    for (const { id, key_id, envelope } of rows) {
      if (key_id === null || envelope === null) continue; // is not, by the question
      const resealed = resealEnvelope(envelope, id, { from: keys.key(key_id), to: keys.key(current) });
      await trx.updateTable("attachment").set({ envelope: resealed, key_id: current }).where("id", "=", id).execute();
    }
    return rows.length;
  });
}

async function retireKeys({ db, keys }: Database, current: string): Promise<string[]> {
  const retired = await db
    .updateTable("identity_key")
    .set({ retired_at: sql<string>`clock_timestamp()` })
    .where("id", "<>", current)
    .where("retired_at", "is", null)
    .where((row) => row.not(row.exists(row.selectFrom("case_file").select("id").whereRef("key_id", "=", "identity_key.id"))))
    .where((row) => row.not(row.exists(row.selectFrom("attachment").select("id").whereRef("key_id", "=", "identity_key.id"))))
    .returning("id")
    .execute();
  const gone = new Set(retired.map(({ id }) => id));
  writeKeyFile(keys.path, { ...keys.file, keys: new Map([...keys.file.keys].filter(([id]) => !gone.has(id))) });
  keys.reload();
  return [...gone];
}
