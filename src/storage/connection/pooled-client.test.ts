import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("several statements in one text are never prepared, however often they come", async () => {
  for (let time = 0; time < 5; time++) {
    await sql.raw("create temporary table seen_often (id int); drop table seen_often").execute(database.db);
    await database.db.transaction().execute(async (transaction) => {
      await sql.raw("create temporary table seen_often (id int); drop table seen_often").execute(transaction);
    });
  }
});

test("a statement with values that comes again and again gives the answer of its values", async () => {
  for (let value = 0; value < 6; value++) {
    const { rows } = await sql<{ value: number }>`select ${value}::int as value`.execute(database.db);
    expect(rows).toEqual([{ value }]);
  }
});

test("a transaction whose first statement fails leaves the connection usable", async () => {
  const failing = database.db.transaction().execute((transaction) => sql`select 1 / ${0}::int`.execute(transaction));
  await expect(failing).rejects.toThrow("division by zero");
  const { rows } = await sql<{ one: number }>`select ${1}::int as one`.execute(database.db);
  expect(rows).toEqual([{ one: 1 }]);
});
