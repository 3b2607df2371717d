import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionSettings } from "../../src/storage/connection/address.js";
import { describeSchema } from "../../src/storage/describe-schema.js";
import { migrate } from "../../src/storage/migrate.js";
import { MIGRATIONS } from "../../src/storage/migrations/index.js";
import { openDatabase } from "../../src/storage/open-database.js";
import type { Tables } from "../../src/storage/tables.js";
import { addAgency } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("the migrations amount to schema.txt", async () => {
  await expect(await describeSchema(database.db)).toMatchFileSnapshot("../../src/storage/migrations/schema.txt");
});

test("migrating again changes nothing, also when several processes do it at once", async () => {
  const before = await describeSchema(database.db);
  const again = await Promise.all([1, 2, 3].map(() => openDatabase(database.configuration, database.name)));
  expect(await describeSchema(database.db)).toBe(before);
  await Promise.all(again.map((one) => one.close()));
});

test("a database that a newer version has made is refused with a sentence, and not touched", async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(database.db);
  await expect(migrate(database.db)).rejects.toMatchObject({ code: "DATABASE_NEWER", data: { detail: "9999-later" } });
  await sql`delete from kysely_migration where name = '9999-later'`.execute(database.db);
  await migrate(database.db);
});

test("migrations are in the order of their names", () => {
  const names = Object.keys(MIGRATIONS);
  expect(names).toEqual([...names].sort());
  expect(names.every((name) => /^\d{4}-[a-z-]+$/.test(name))).toBe(true);
});

test("a slip in a program cannot change or delete what was recorded", async () => {
  await addAgency(database, "A1");
  for (const statement of [
    "update agency_version set version = 2",
    "delete from audit_entry",
    "truncate agency_version",
    "truncate case_file cascade",
  ]) {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow("never changed or deleted");
  }
});

test("days, numbers and instants come back the same whatever the time zone of the session", async () => {
  const settings = connectionSettings(database.configuration, database.server(), database.name);
  for (const zone of ["Asia/Shanghai", "America/Los_Angeles"]) {
    const pool = new pg.Pool({ ...settings, options: `-c timezone=${zone}` });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    const { rows } = await sql`
      select date '2025-03-31' as day, timestamptz '2025-03-31T16:30:00.123Z' as instant, 42::bigint as count`.execute(db);
    expect(rows).toEqual([{ day: "2025-03-31", instant: "2025-03-31T16:30:00.123Z", count: 42 }]);
    await db.destroy();
  }
});
