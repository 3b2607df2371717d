import { type Insertable, type RawBuilder, sql, type Transaction } from "kysely";
import { AppError } from "../errors.js";
import { entryHash } from "./audit/audit-entry.js";
import { type AuditedKind, type AuditedRow, digestOf, subjectOf } from "./audit/audited-rows.js";
import { LAST_OF_TRANSACTION } from "./connection/pooled-client.js";
import type { Database } from "./database.js";
import type { IdentityKeys } from "./identity/identity-keys.js";
import { noteWritten } from "./kept-reading.js";
import type { Tables } from "./tables.js";
import { Turns } from "./turns.js";

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
  /** The same at the very end, in one statement with the entries: for few rows that nobody reads again in this transaction. */
  addLast<Kind extends AuditedKind>(kind: Kind, rows: readonly Insertable<Tables[Kind]>[]): void;
  /** A statement that goes out with it. */
  last(statement: RawBuilder<unknown>): void;
  /** Ends the transaction without writing anything; `write` gives `outcome`. */
  giveUp(outcome: unknown): never;
}

/** Of each database: who writes to one chain waits here, not on a connection that others could read with. */
const turns = new WeakMap<object, Turns>();

/**
 * Does `work` in one transaction, alone on its chain: who writes to the same agency waits, so versions, letter numbers and
 * hashes follow one another without gaps. What it resolves with was on the disk before.
 */
export async function write<Outcome>(
  database: Database,
  writer: Writer,
  work: (writing: Writing) => Promise<Outcome>,
): Promise<Outcome> {
  const own = turns.get(database.db) ?? new Turns();
  turns.set(database.db, own);
  return own.take(writer.chain, () => writeAlone(database, writer, work));
}

async function writeAlone<Outcome>(
  { db, keys }: Database,
  { chain, recordedBy }: Writer,
  work: (writing: Writing) => Promise<Outcome>,
): Promise<Outcome> {
  const kinds = new Set<string>();
  try {
    const done = await db.transaction().execute(async (trx) => {
      const held = await holdChain(trx, chain);
      const entries: Entry[] = [];
      const last: RawBuilder<unknown>[] = [];
      const enter = <Kind extends AuditedKind>(kind: Kind, rows: readonly Insertable<Tables[Kind]>[]): void => {
        if (rows.length > 0) kinds.add(kind);
        entries.push(...rows.map((row) => entryOf(kind, asStored(row))));
      };
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
          enter(kind, rows);
        },
        addLast(kind, rows) {
          if (rows.length > 0) last.push(insertOf(kind, rows));
          enter(kind, rows);
        },
        last(statement) {
          last.push(statement);
        },
        giveUp(given) {
          throw new GivenUp(given);
        },
      });
      await writeLast(trx, { chain, recordedBy, held, entries, last });
      return outcome;
    });
    noteWritten(kinds);
    return done;
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome as Outcome; // what `work` handed to `giveUp` in place of its own outcome
    throw error;
  }
}

function insertOf<Kind extends AuditedKind>(kind: Kind, rows: readonly Insertable<Tables[Kind]>[]): RawBuilder<unknown> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row: AuditedRow) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  return sql`insert into ${sql.table(kind)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`;
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

interface Last extends Writer {
  readonly held: HeldChain;
  readonly entries: readonly Entry[];
  readonly last: readonly RawBuilder<unknown>[];
}

/** Links the entries to the chain, and writes all that waited for it: the lock is held for one answer of the server, and COMMIT goes right behind. */
async function writeLast(trx: Transaction<Tables>, { chain, recordedBy, held, entries, last }: Last): Promise<void> {
  if (entries.length === 0) {
    for (const statement of last) await statement.execute(trx);
    return;
  }
  let head = held.head;
  const hashes = entries.map(({ kind, subject, digest }, index) => {
    const position = held.length + index + 1;
    head = entryHash(head, {
      ...{ chain, position, kind, subject, digest: digest.toString("hex") },
      ...{ recordedAt: held.recordedAt, recordedBy },
    });
    return head;
  });
  const linked = sql`
    insert into audit_entry (chain_id, position, kind, subject, digest, recorded_at, recorded_by, hash)
    select ${chain}, ${held.length}::bigint + ordinality, kind, subject, digest, ${held.recordedAt}::timestamptz, ${recordedBy}, hash
    from unnest(${entries.map(({ kind }) => kind)}::text[], ${entries.map(({ subject }) => subject)}::text[],
      ${entries.map(({ digest }) => digest)}::bytea[], ${hashes}::bytea[]) with ordinality as entry (kind, subject, digest, hash, ordinality)`;
  const parts = [...last, linked].map((statement, at) => sql`${sql.raw(`part${at}`)} as (${statement})`);
  await sql`
    with ${sql.join(parts)}
    update audit_chain set length = ${held.length + entries.length}, head = ${head}, last_at = ${held.recordedAt} where id = ${chain}
    ${sql.raw(LAST_OF_TRANSACTION)}`.execute(trx);
}
