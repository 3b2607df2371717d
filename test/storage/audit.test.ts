import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUDITED, type AuditedKind } from "../../src/storage/audit/audited-rows.js";
import { type AuditVerdict, verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { rotateKey } from "../../src/storage/identity/rotate-key.js";
import { fillRegister } from "./filled-register.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await fillRegister(database);
});
afterAll(() => database.close());

const columnsOf = async (table: string) => {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(database.db);
  return rows;
};

/** The smallest change of a value of a type. */
const CHANGED: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `overlay(${column} placing (case left(${column}, 1) when 'x' then 'y' else 'x' end) from 1 for 1)`,
  bytea: (column) => `set_byte(${column}, length(${column}) - 1, get_byte(${column}, length(${column}) - 1) # 1)`,
  // Past all that there are: many of them are parts of keys.
  integer: (column) => `${column} + 100`,
  bigint: (column) => `${column} + 100`,
  date: (column) => `${column} + 1`,
  boolean: (column) => `not ${column}`,
  "double precision": (column) => `${column} + 1e-9`,
  "timestamp with time zone": (column) => `${column} + interval '1 millisecond'`,
  // The last character in quotes.
  jsonb: (column) => `regexp_replace(${column}::text, '[^"]"([^"]*)$', '7"\\1')::jsonb`,
};

/** Columns whose table lets only a few words in. */
const OTHER_WORD: Readonly<Record<string, string>> = {
  "attachment_edition.how": "case how when 'masked' then 'redacted' else 'masked' end",
};

/** What `verifyAudit` says after something was done to the tables that no guard sees; then it is taken back. */
async function verdictAfter(statement: string): Promise<AuditVerdict> {
  return database.db.connection().execute(async (db) => {
    await sql`begin`.execute(db);
    await sql`set local session_replication_role = replica`.execute(db);
    try {
      const { numAffectedRows } = await sql.raw(statement).execute(db);
      expect(Number(numAffectedRows ?? 0), statement).toBeGreaterThan(0);
      return await verifyAudit({ ...database, db });
    } finally {
      await sql`rollback`.execute(db);
    }
  });
}

test("a register nobody has touched is intact, and every table with facts has something in it", async () => {
  const verdict = await verifyAudit(database);
  expect(verdict).toMatchObject({ isIntact: true, broken: [] });
  for (const table of Object.keys(AUDITED)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database.db);
    expect(rows[0]?.count, table).toBeGreaterThan(0);
  }
});

describe("one byte changed anywhere is found", () => {
  test.each([...Object.keys(AUDITED), "audit_entry", "audit_chain"])("in any column of %s", async (table) => {
    for (const { name, type } of await columnsOf(table)) {
      const change = CHANGED[type];
      expect(change, `${table}.${name} ${type}`).toBeDefined();
      const where = `ctid = (select ctid from ${table} where ${name} is not null${table === "audit_chain" ? " and length > 0" : ""} limit 1)`;
      const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(name)} is not null`.execute(database.db);
      if (rows.length === 0) continue;
      const verdict = await verdictAfter(
        `update ${table} set ${name} = ${OTHER_WORD[`${table}.${name}`] ?? change?.(name)} where ${where}`,
      );
      expect(verdict.isIntact, `${table}.${name}`).toBe(false);
      expect(verdict.broken[0], `${table}.${name}`).toBeDefined();
    }
  });
});

test("the first broken link is named, with what it speaks of", async () => {
  const verdict = await verdictAfter(`update case_event set body = jsonb_set(body, '{on}', '"2025-03-02"') where id = 'c2-1'`);
  const { rows } = await sql<{ position: number }>`
    select position from audit_entry where kind = 'case_event' and subject = 'c2' || chr(31) || '1'`.execute(database.db);
  expect(verdict.broken).toEqual([
    { chain: "A1", position: rows[0]?.position, broken: "row-changed", kind: "case_event", subject: "c2\u001f1" },
  ]);
});

test.each([
  ["a row that was deleted", "delete from case_event where id = 'c1-2'", "row-missing"],
  ["an entry that was cut out", "delete from audit_entry where chain_id = 'A1' and position = 3", "entry-missing"],
  [
    "an end that was cut off",
    "delete from audit_entry where chain_id = 'A1' and position = (select max(position) from audit_entry where chain_id = 'A1')",
    "entry-missing",
  ],
  [
    "a row that was put in past us",
    "insert into setting_version select chain_id, 'x', 1, value, recorded_at, recorded_by, reason from setting_version limit 1",
    "row-unlogged",
  ],
  [
    "a requester that was moved to another case",
    "update case_file one set requester = other.requester from case_file other where one.id = 'c1' and other.id = 'c2'",
    "requester-changed",
  ],
  [
    "a file that was moved to another entry",
    `update attachment one set bytes = other.bytes, envelope = other.envelope from attachment other where one.id = 'a1' and other.id = 'a2'`,
    "file-changed",
  ],
])("%s is found", async (_what, statement, broken) => {
  expect((await verdictAfter(statement)).broken[0]?.broken).toBe(broken);
});

test("a chain that was rewritten as a whole is found by an end of it that was kept elsewhere", async () => {
  const { heads } = await verifyAudit(database);
  expect((await verifyAudit(database, { anchors: heads })).isIntact).toBe(true);
  const forged = heads.map((head) => ({ ...head, hash: "0".repeat(64) }));
  expect((await verifyAudit(database, { anchors: forged })).broken[0]?.broken).toBe("anchor-lost");
  const longer = heads.map((head) => ({ ...head, length: head.length + 1 }));
  expect((await verifyAudit(database, { anchors: longer })).broken[0]?.broken).toBe("anchor-lost");
});

test("a change of the key leaves the chain intact", async () => {
  await rotateKey(database, "管理员");
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});

/** What the chain does not hold, because it changes with the key: it is opened and must fit what the chain holds. */
const OPENED: Partial<Record<AuditedKind, readonly string[]>> = {
  case_file: ["requester", "key_id"],
  attachment: ["bytes", "key_id", "envelope"],
};

test("every audited column is a column of its table, and none is left out but what is encrypted, and its key", async () => {
  for (const [kind, { columns }] of Object.entries(AUDITED)) {
    const left = (await columnsOf(kind)).map(({ name }) => name).filter((name) => !(columns as readonly string[]).includes(name));
    expect(left, kind).toEqual(OPENED[kind as AuditedKind] ?? []); // the keys of a constant
  }
});
