import { type Insertable, sql, type Transaction } from "kysely";
import { AppError } from "../errors.js";
import { entryHash } from "./audit/audit-entry.js";
import { type AuditedKind, type AuditedRow, digestOf, subjectOf } from "./audit/audited-rows.js";
import type { Database } from "./database.js";
import type { IdentityKeys } from "./identity/identity-keys.js";
import type { Tables } from "./tables.js";

/** The chain of what belongs to no single agency: the agencies themselves, and settings for all. */
export const REGISTER_CHAIN = "register";

const ROWS_AT_ONCE = 500;

export interface Writer {
  /** The id of the agency whose chain takes the entries, or REGISTER_CHAIN. */
  readonly chain: string;
  readonly recordedBy: string;
}

/** A transaction that holds a chain. Everything written in it is in the chain, or nothing is written. */
export interface Writing extends Writer {
  readonly trx: Transaction<Tables>;
  readonly keys: IdentityKeys;
  /** The server's clock, later than all the chain already holds; the same for all that is written here. */
  readonly recordedAt: string;
  /** Adds rows to a table and their entries to the chain. */
  add<Kind extends AuditedKind>(kind: Kind, rows: readonly Insertable<Tables[Kind]>[]): Promise<void>;
  /** Ends the transaction without writing anything; `write` gives `outcome`. */
  giveUp(outcome: unknown): never;
}

/**
 * Does `work` in one transaction, alone on its chain: who writes to the same agency waits, so versions, letter numbers and
 * hashes follow one another without gaps. What it resolves with was on the disk before.
 */
export async function write<Outcome>(
  { db, keys }: Database,
  { chain, recordedBy }: Writer,
  work: (writing: Writing) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await db.transaction().execute(async (trx) => {
      const held = await holdChain(trx, chain);
      const entries: Entry[] = [];
      const outcome = await work({
        chain,
        recordedBy,
        trx,
        keys,
        recordedAt: held.recordedAt,
        async add(kind, rows) {
          for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
            await trx
              .insertInto(kind)
              .values(rows.slice(from, from + ROWS_AT_ONCE))
              .execute();
          }
          entries.push(...rows.map((row) => entryOf(kind, asStored(row))));
        },
        giveUp(given) {
          throw new GivenUp(given);
        },
      });
      await appendEntries(trx, { chain, recordedBy, held, entries });
      return outcome;
    });
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome as Outcome; // what `work` handed to `giveUp` in place of its own outcome
    throw error;
  }
}

class GivenUp {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    this.outcome = outcome;
  }
}

interface HeldChain {
  readonly length: number;
  readonly head: Buffer;
  readonly recordedAt: string;
}

type Entry = Pick<Tables["audit_entry"], "kind" | "subject" | "digest">;

/**
 * Locks a chain and reads the clock behind the lock, so that the order of instants is the order of the chain. Each transaction has
 * an instant of its own: whoever has written, or counted, at one knows that nothing else will ever bear it.
 */
async function holdChain(trx: Transaction<Tables>, chain: string): Promise<HeldChain> {
  const { rows } = await sql<{ length: number; head: Buffer; recorded_at: string }>`
    with held as materialized (select length, head, greatest(last_at, closed_at) as last_at from audit_chain where id = ${chain} for update)
    select length, head,
      greatest(date_trunc('milliseconds', clock_timestamp()), last_at + interval '1 millisecond') as recorded_at
    from held`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new AppError("AGENCY_UNKNOWN", { id: chain });
  return { length: row.length, head: row.head, recordedAt: row.recorded_at };
}

function entryOf(kind: AuditedKind, row: AuditedRow): Entry {
  return { kind, subject: subjectOf(kind, row), digest: digestOf(kind, row) };
}

const JSON_COLUMNS: ReadonlySet<string> = new Set(["body", "value"]);

/** A row as it will be read back: what goes in as the text of a jsonb column comes out as a value. */
function asStored(row: AuditedRow): AuditedRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      JSON_COLUMNS.has(column) && typeof value === "string" ? JSON.parse(value) : value,
    ]),
  );
}

async function appendEntries(
  trx: Transaction<Tables>,
  { chain, recordedBy, held, entries }: Writer & { readonly held: HeldChain; readonly entries: readonly Entry[] },
): Promise<void> {
  if (entries.length === 0) return;
  let head = held.head;
  const linked = entries.map(({ kind, subject, digest }, index) => {
    const position = held.length + index + 1;
    const recordedAt = held.recordedAt;
    head = entryHash(head, { chain, position, kind, subject, digest: digest.toString("hex"), recordedAt, recordedBy });
    return { chain_id: chain, position, kind, subject, digest, recorded_at: recordedAt, recorded_by: recordedBy, hash: head };
  });
  for (let from = 0; from < linked.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto("audit_entry")
      .values(linked.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
  await trx
    .updateTable("audit_chain")
    .set({ length: held.length + entries.length, head, last_at: held.recordedAt })
    .where("id", "=", chain)
    .execute();
}
