import { statSync } from "node:fs";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preparePortal } from "../../src/operations/portal/prepare-portal.js";
import { PORTAL_READS, portalAddressFile, readPortalAddress } from "../../src/storage/portal/portal-role.js";
import { type TestPortal, testPortal } from "./portal-builder.js";

let portal: TestPortal;
let client: pg.Client;

beforeAll(async () => {
  portal = await testPortal();
  client = new pg.Client(address());
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await portal.close();
});

function address() {
  const { configuration, name } = portal.database;
  const found = readPortalAddress(portalAddressFile(configuration, name));
  if (found === null) throw new Error("The office has left no address.");
  return found;
}

/** What the server says to a statement of the portal: "done", or the code of its refusal. */
async function attempt(statement: string): Promise<string> {
  await client.query("begin");
  try {
    await client.query(statement);
    return "done";
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "?") : String(error);
  } finally {
    await client.query("rollback");
  }
}

const REFUSED = "42501";
/** Names of tables the portal does not even see into: its schema is closed. */
const quoted = (schema: string, name: string) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

async function relations(): Promise<{ schema: string; name: string; kind: string }[]> {
  const { rows } = await sql<{ schema: string; name: string; kind: string }>`
    select nspname as schema, relname as name, relkind as kind from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and relkind in ('r', 'v', 'm', 'f', 'p', 'S')
    order by 1, 2`.execute(portal.database.db);
  return rows;
}

test("of every table and view of the database the portal reads those on the list, and no other", async () => {
  const all = await relations();
  expect(all.length).toBeGreaterThan(40);
  const readable: string[] = [];
  for (const { schema, name, kind } of all) {
    const outcome = await attempt(
      kind === "S" ? `select last_value from ${quoted(schema, name)}` : `select * from ${quoted(schema, name)} limit 1`,
    );
    if (outcome === "done") readable.push(`${schema}.${name}`);
    else expect([name, outcome]).toEqual([name, REFUSED]);
  }
  expect(readable).toEqual(PORTAL_READS.map((name) => `portal.${name}`).sort());
});

test("it changes none of them", async () => {
  for (const { schema, name, kind } of await relations()) {
    if (kind === "S") {
      expect([name, await attempt(`select setval('${quoted(schema, name)}', 1)`)]).toEqual([name, REFUSED]);
      continue;
    }
    const table = quoted(schema, name);
    for (const statement of [
      `insert into ${table} default values`,
      `delete from ${table}`,
      `truncate ${table}`,
      `lock table ${table} in access exclusive mode`,
      `drop table ${table}`,
      `alter table ${table} add column x int`,
      `create trigger x before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
      `copy ${table} from stdin`,
    ]) {
      expect([statement, await attempt(statement)]).toEqual([statement, REFUSED]);
    }
  }
});

test("of every function that is not the server's own it may call two", async () => {
  const { rows } = await sql<{ call: string; may: boolean }>`
    select oid::regprocedure::text as call, has_function_privilege(${address().user}, oid, 'execute') as may from pg_proc
    where pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1`.execute(
    portal.database.db,
  );
  expect(rows.length).toBeGreaterThanOrEqual(4);
  expect(rows.filter(({ may }) => may).map(({ call }) => call.replace(/\(.*/, ""))).toEqual([
    "portal.status_of",
    "portal.submit_request",
  ]);
});

test.each([
  ["large objects", "select lo_create(0)"],
  ["large objects with content", "select lo_from_bytea(0, 'x')"],
  ["locks that others wait for", "select pg_advisory_lock(6947001)"],
  ["locks in a transaction", "select pg_try_advisory_xact_lock(1)"],
  ["sleeping on a connection", "select pg_sleep(1)"],
  ["files of the server", "select pg_read_file('/etc/passwd')"],
  ["folders of the server", "select * from pg_ls_dir('.')"],
  ["programs of the server", "copy (select 1) to program 'id'"],
  ["reading a file as a table", "create foreign table x (a text) server y"],
  ["passwords", "select rolpassword from pg_authid"],
  ["statistics of values", "select * from pg_statistic"],
  ["other sessions", "select pg_terminate_backend(pid) from pg_stat_activity"],
  ["temporary tables", "create temp table x (a int)"],
  ["tables in its schema", "create table portal.x (a int)"],
  ["tables elsewhere", "create table public.x (a int)"],
  ["schemas", "create schema x"],
  ["functions", "create function portal.x() returns int language sql as 'select 1'"],
])("refused: %s", async (_, statement) => {
  expect([REFUSED, "42704", "0LP01"]).toContain(await attempt(statement));
});

test("it cannot become somebody else, nor give away what it may, nor set up the server", async () => {
  const owner = pg.escapeIdentifier(portal.database.server()?.user ?? "");
  expect(await attempt(`set role ${owner}`)).toBe(REFUSED);
  expect(await attempt(`set session authorization ${owner}`)).toBe(REFUSED);
  await expect(client.query("alter system set fsync = off")).rejects.toMatchObject({ code: REFUSED });
  // The server only warns here; what counts is that nothing was given.
  await client.query("grant select on portal.item to public");
  const { rows } = await sql<{ acl: string }>`
    select relacl::text as acl from pg_class where oid = 'portal.item'::regclass`.execute(portal.database.db);
  expect(rows[0]?.acl).not.toMatch(/[{,]=/);
});

test("what other sessions ask is hidden from it", async () => {
  const { rows } = await client.query("select query from pg_stat_activity where usename <> current_user and query is not null");
  expect(rows.every(({ query }) => query === "" || query === "<insufficient privilege>")).toBe(true);
});

test("it gets into no other database of the server", async () => {
  for (const database of ["postgres", "template1"]) {
    const other = new pg.Client({ ...address(), database });
    await expect(other.connect()).rejects.toMatchObject({ code: REFUSED });
  }
});

test("its connection has limits of its own, and its password lies in a file for its owner only", async () => {
  const { rows } = await client.query(
    "select current_setting('statement_timeout') as time, current_setting('search_path') as path",
  );
  expect(rows).toEqual([{ time: "10s", path: "pg_catalog" }]);
  const { configuration, name } = portal.database;
  expect(statSync(portalAddressFile(configuration, name)).mode & 0o777).toBe(0o600);
});

test("making it ready again keeps the password, also when several do it at once", async () => {
  const before = address();
  await Promise.all([1, 2, 3].map(() => preparePortal(portal.database, portal.database.configuration)));
  expect(address()).toEqual(before);
});

test("a table that is added later is closed to it", async () => {
  await sql`create table portal.later (a int)`.execute(portal.database.db);
  await sql`create function portal.later_too() returns int language sql as 'select 1'`.execute(portal.database.db);
  expect(await attempt("select * from portal.later")).toBe(REFUSED);
  expect(await attempt("select portal.later_too()")).toBe(REFUSED);
});
