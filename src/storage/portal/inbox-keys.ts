import { type Kysely, sql } from "kysely";
import type { Database } from "../database.js";
import { freshKeyId, writeKeyFile } from "../identity/key-file.js";
import type { Tables } from "../tables.js";
import { nextSequence } from "./portal-sequence.js";
import { freshInboxKeyPair, publicKeyOf } from "./seal.js";

/** The same lock as for the identity keys: both write the key file. */
const ROTATION = 6_947_002;

/** Makes the key requests are sealed to, when there is none, and puts its public half into the portal. Gives its id. */
export async function ensureInboxKey(database: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from portal.office_key where is_current`.execute(database.db);
  const [current] = rows;
  database.keys.reload();
  if (current !== undefined && database.keys.file.inbox?.has(current.id) === true) return current.id;
  return alone(database, async () => {
    const known = [...(database.keys.file.inbox ?? [])].at(-1);
    // The file is right and the portal is not: it was built again, or another one is restored.
    if (known !== undefined) return publishKey(database.db, known[0], publicKeyOf(known[1]));
    return makeKey(database);
  });
}

/** Replaces the key. The old one stays in the key file: requests sealed to it may still be on their way from a portal far off. */
export async function rotateInboxKey(database: Database): Promise<string> {
  return alone(database, () => makeKey(database));
}

/** The private key of an id; null when it is not in the key file. */
export function inboxPrivateKey({ keys }: Pick<Database, "keys">, id: string): Buffer | null {
  if (keys.file.inbox?.has(id) !== true) keys.reload();
  return keys.file.inbox?.get(id) ?? null;
}

/** Puts a public key into a portal and makes it the one that is used. */
async function publishKey(db: Kysely<Tables>, id: string, publicKey: Buffer): Promise<string> {
  await db.transaction().execute((trx) => putKey(trx, id, publicKey));
  return id;
}

export async function putKey(trx: Kysely<Tables>, id: string, publicKey: Buffer): Promise<void> {
  const sequence = await nextSequence(trx);
  await sql`update portal.office_key set is_current = false where is_current and id <> ${id}`.execute(trx);
  await sql`
    insert into portal.office_key (id, public_key, is_current, sequence) values (${id}, ${publicKey}, true, ${sequence})
    on conflict (id) do update set is_current = true, sequence = excluded.sequence`.execute(trx);
}

async function makeKey(database: Database): Promise<string> {
  const { keys, db } = database;
  const id = freshKeyId();
  const { publicKey, privateKey } = freshInboxKeyPair();
  // The file first: what is sealed to a key that is in no file could never be read.
  writeKeyFile(keys.path, { ...keys.file, inbox: new Map([...(keys.file.inbox ?? []), [id, privateKey]]) });
  keys.reload();
  return publishKey(db, id, publicKey);
}

/** Alone among the processes that write the key file, with its newest content. */
export async function alone<Outcome>(database: Database, work: () => Promise<Outcome>): Promise<Outcome> {
  return database.db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${ROTATION})`.execute(one);
    try {
      database.keys.reload();
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${ROTATION})`.execute(one);
    }
  });
}
