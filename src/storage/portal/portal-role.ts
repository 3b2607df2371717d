import { createHash, randomBytes } from "node:crypto";
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../configuration.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";

/** What the portal reads. Everything else of the database is closed to it; test/storage/portal-isolation.test.ts tries it all. */
export const PORTAL_READS = [
  "counter",
  "agency",
  "guide",
  "rule",
  "answer",
  "term",
  "item",
  "item_snapshot",
  "item_link",
  "item_search",
  "gram",
  "blob",
  "attachment",
  "report",
  "report_file",
  "office_key",
] as const;

/** What it may call: the only ways to leave something behind. */
const PORTAL_CALLS = [
  "portal.submit_request(text, text, bytea, bytea, bytea, text, bytea)",
  "portal.status_of(text, bytea)",
] as const;

const STATEMENT_SECONDS = 10;
const CONNECTIONS = 40;

/** How the portal reaches its database. */
export interface PortalAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

const addressSchema = z.strictObject({
  host: z.string(),
  port: z.int(),
  database: z.string(),
  user: z.string(),
  password: z.string().min(20),
});

/** The file in which the office leaves the portal's way in; readable for its owner only. */
export function portalAddressFile({ dataDirectory }: Pick<StorageConfiguration, "dataDirectory">, database: string): string {
  return join(dataDirectory, `portal-${database}.json`);
}

export function readPortalAddress(path: string): PortalAddress | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return null;
  }
  const parsed = addressSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new AppError("PORTAL_NOT_READY", { detail: `连接文件“${path}”不完整` });
  return parsed.data;
}

/** The role of a database: yangguang_portal_<db>. */
function portalRoleOf(database: string): string {
  const role = `yangguang_portal_${database}`;
  return role.length <= 63 ? role : `yangguang_portal_${createHash("sha256").update(database).digest("hex").slice(0, 40)}`;
}

/**
 * Makes the role the portal connects with and gives it what it may do, and nothing more. On the embedded server the role is made
 * with a random password that is left in a file; of a server that somebody else runs the role must be there already
 * (docs/operating/portal-database.md has the SQL). Doing it again changes nothing but the address, when that has changed.
 */
export async function preparePortalRole(
  { db, server }: Pick<Database, "db" | "server">,
  configuration: Pick<StorageConfiguration, "dataDirectory">,
): Promise<PortalAddress | null> {
  const { rows } = await sql<{ name: string; is_super: boolean; server_version: number }>`
    select current_database() as name, rolsuper as is_super, current_setting('server_version_num')::int as server_version
    from pg_roles where rolname = current_user`.execute(db);
  const [here] = rows;
  if (here === undefined) throw new AppError("PORTAL_NOT_READY", { detail: "数据库账户没有登记" });
  const role = portalRoleOf(here.name);
  const embedded = server();
  if (embedded === null) {
    await refuseMissingRole(db, role);
    await grant(db, role, { isOwn: here.is_super });
    return null;
  }
  const path = portalAddressFile(configuration, here.name);
  const known = readPortalAddress(path);
  const address: PortalAddress = {
    host: embedded.host,
    port: embedded.port,
    database: here.name,
    user: role,
    password: known?.user === role ? known.password : randomBytes(24).toString("base64url"),
  };
  await makeRole(db, address);
  await grant(db, role, { isOwn: true });
  if (JSON.stringify(known) !== JSON.stringify(address)) writeAddress(path, address);
  return address;
}

function writeAddress(path: string, address: PortalAddress): void {
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(fresh, `${JSON.stringify(address, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(fresh, 0o600); // whatever the umask
  renameSync(fresh, path);
}

async function refuseMissingRole(db: Kysely<Tables>, role: string): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
  if (rows.length === 0) throw new AppError("PORTAL_NOT_READY", { detail: `数据库服务器上没有角色 ${role}` });
}

/** The password is set each time: a restored database may bear another. */
async function makeRole(db: Kysely<Tables>, { user, password, database }: PortalAddress): Promise<void> {
  const name = sql.id(user);
  const settings = [
    sql`nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls connection limit ${sql.lit(CONNECTIONS)}`,
    sql`login password ${sql.lit(password)}`,
  ];
  const { rows } = await sql`select from pg_roles where rolname = ${user}`.execute(db);
  await patiently(async () => {
    if (rows.length === 0) await sql`create role ${name}`.execute(db).catch(ignoreTaken);
    await sql`alter role ${name} with ${sql.join(settings, sql` `)}`.execute(db);
    const inDatabase = sql`alter role ${name} in database ${sql.id(database)} set`;
    await sql`${inDatabase} search_path = pg_catalog`.execute(db);
    await sql`${inDatabase} statement_timeout = ${sql.lit(`${STATEMENT_SECONDS}s`)}`.execute(db);
    await sql`${inDatabase} lock_timeout = '3s'`.execute(db);
    await sql`${inDatabase} idle_in_transaction_session_timeout = '10s'`.execute(db);
    // The other databases of this server are none of its business.
    const others = await sql<{ name: string }>`
      select datname as name from pg_database where datname in ('postgres', 'template1') and has_database_privilege(${user}, datname, 'connect')`.execute(
      db,
    );
    for (const other of others.rows) await sql`revoke all on database ${sql.id(other.name)} from public`.execute(db);
  });
}

function ignoreTaken(error: unknown): void {
  if (!/already exists|duplicate key/.test(String(error))) throw error;
}

/** Rows that all databases of a server share can be changed by another session in the same moment. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= 8 || !/tuple concurrently|deadlock/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries));
    }
  }
}

/** Functions of the server itself that leave something behind or hold others up: large objects, locks, sleep, messages. */
const HARMFUL =
  "^(lo_.*|loread|lowrite|pg_(try_)?advisory_.*|pg_sleep.*|pg_notify|pg_export_snapshot|pg_logical_emit_message|pg_terminate_backend|pg_cancel_backend)$";

async function grant(db: Kysely<Tables>, role: string, { isOwn }: { readonly isOwn: boolean }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(6947004)`.execute(trx);
    const name = sql.id(role);
    await sql`revoke all on schema portal from public`.execute(trx);
    await sql`revoke all on all tables in schema portal from ${name}`.execute(trx);
    await sql`grant usage on schema portal to ${name}`.execute(trx);
    await sql`grant select on ${sql.join(PORTAL_READS.map((table) => sql.id("portal", table)))} to ${name}`.execute(trx);
    for (const call of PORTAL_CALLS) await sql`grant execute on function ${sql.raw(call)} to ${name}`.execute(trx);
    await sql`revoke execute on all functions in schema public from public`.execute(trx);
    if (!isOwn) return;
    await sql`revoke all on schema public from public`.execute(trx);
    const { rows } = await sql<{ call: string }>`
      select oid::regprocedure::text as call from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ ${HARMFUL} and has_function_privilege(${role}, oid, 'execute')`.execute(
      trx,
    );
    for (const { call } of rows) await sql`revoke execute on function ${sql.raw(call)} from public`.execute(trx);
  });
  if (!isOwn) return;
  await patiently(async () => {
    const { rows } = await sql<{ name: string; can_make: boolean; can_connect: boolean }>`
      select current_database() as name, has_database_privilege(${role}, current_database(), 'temp') as can_make,
        has_database_privilege(${role}, current_database(), 'connect') as can_connect`.execute(db);
    const [here] = rows;
    if (here === undefined) return;
    if (here.can_make) await sql`revoke all on database ${sql.id(here.name)} from public`.execute(db);
    await sql`grant connect on database ${sql.id(here.name)} to ${sql.id(role)}`.execute(db);
  });
}
