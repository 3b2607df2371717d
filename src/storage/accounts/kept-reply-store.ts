import { randomInt } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Database } from "../database.js";

/** What was answered to a write. */
export interface KeptReply {
  readonly status: number;
  readonly text: string;
}

export type Begun =
  | { readonly result: "begun" }
  /** The same request was answered before. */
  | { readonly result: "answered"; readonly reply: KeptReply }
  /** The same request is being worked on. */
  | { readonly result: "under-way" }
  /** The key was used for another request. */
  | { readonly result: "other-request" };

interface Asked {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly now: Date;
}

const KEPT_HOURS = 24;
/** A write whose process died may be tried again after this. */
const GIVEN_UP_MINUTES = 5;

const isOlder = (madeAt: string, now: Date, minutes: number): boolean => now.getTime() - Date.parse(madeAt) > minutes * 60_000;

/** Takes a key for a write, so that of two requests with it one works and the other is told. */
export async function beginWrite(database: Database, asked: Asked): Promise<Begun> {
  // A request may hold a password: what is kept of it must not be tried out by who reads the table.
  const requestHash = database.keys.vault("kept-reply").sign(asked.requestHash.toString("hex"));
  return (
    (await begin(database, { ...asked, requestHash })) ??
    (await begin(database, { ...asked, requestHash })) ?? { result: "under-way" }
  );
}

/** One write in so many sweeps out what is older than a day. */
const SWEEP_ONE_IN = 100;

/** Null: what stood in the way was too old, and is gone now. */
async function begin({ db, keys }: Database, { caller, key, requestHash, now }: Asked): Promise<Begun | null> {
  const taken = await db
    .insertInto("kept_reply")
    .values({ caller, key, request_hash: requestHash, made_at: now.toISOString(), status: null, reply: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (taken !== undefined) {
    if (randomInt(SWEEP_ONE_IN) === 0) await sweep(db, now);
    return { result: "begun" };
  }
  const row = await db
    .selectFrom("kept_reply")
    .select(["request_hash", "status", "reply", "made_at"])
    .where("caller", "=", caller)
    .where("key", "=", key)
    .executeTakeFirst();
  if (row === undefined) return null;
  const minutes = row.status === null ? GIVEN_UP_MINUTES : KEPT_HOURS * 60;
  if (isOlder(row.made_at, now, minutes)) {
    await db
      .deleteFrom("kept_reply")
      .where("caller", "=", caller)
      .where("key", "=", key)
      .where("made_at", "=", row.made_at)
      .execute();
    return null;
  }
  if (!row.request_hash.equals(requestHash)) return { result: "other-request" };
  if (row.status === null || row.reply === null) return { result: "under-way" };
  const text = unpacked(keys.vault("kept-reply").open(row.reply, `${caller}\n${key}`));
  return { result: "answered", reply: { status: row.status, text } };
}

async function sweep(db: Database["db"], now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString();
  await db.deleteFrom("kept_reply").where("made_at", "<", oldest).execute();
}

export async function keepReply(
  { db, keys }: Database,
  { caller, key }: Pick<Asked, "caller" | "key">,
  { status, text }: KeptReply,
): Promise<void> {
  await db
    .updateTable("kept_reply")
    .set({ status, reply: keys.vault("kept-reply").seal(packed(text), `${caller}\n${key}`) })
    .where("caller", "=", caller)
    .where("key", "=", key)
    .execute();
}

/** Nothing was written: the key is free again. */
export async function forgetWrite({ db }: Database, { caller, key }: Pick<Asked, "caller" | "key">): Promise<void> {
  await db.deleteFrom("kept_reply").where("caller", "=", caller).where("key", "=", key).where("status", "is", null).execute();
}

/** Begins what was packed; no answer of ours begins with it. */
const PACKED = Buffer.of(1);

/** An answer is mostly words that come again, and what is sealed cannot be packed any more. */
function packed(text: string): Buffer {
  return Buffer.concat([PACKED, deflateRawSync(text, { level: 1 })]);
}

function unpacked(bytes: Buffer): string {
  return (bytes[0] === PACKED[0] ? inflateRawSync(bytes.subarray(1)) : bytes).toString("utf8");
}
