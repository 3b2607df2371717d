import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import { formatForYear } from "../../src/report/formats/index.js";
import { differingCourses, rebuildCourses } from "../../src/storage/stores/case-course-store.js";
import { appendToCase, openCases } from "../../src/storage/stores/case-store.js";
import { rehearsedYear } from "../../src/tally/rehearsed-year.js";
import { addAgency } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  const format = formatForYear(2025);
  if (format === null) throw new Error("no format");
  const { requests } = rehearsedYear({
    seed: 7,
    agencyId: "A1",
    year: 2025,
    requests: 45,
    format,
    calendar: STATE_COUNCIL_CALENDAR,
  });
  for (const { request, events } of requests) {
    // Some at once, some event by event, as desks do.
    const [first = 0] = [events.length % 3 === 0 ? events.length : 1];
    await openCases(database, [{ request, events: events.slice(0, first) }], "甲");
    for (let version = first; version < events.length; version += 1) {
      await appendToCase(database, { caseId: request.id, version, events: events.slice(version, version + 1) }, "甲");
    }
  }
});
afterAll(() => database.close());

const allRows = async () =>
  (await sql`select c::text as row from case_course c order by case_id, known_from`.execute(database.db)).rows;

test("what cases count as is kept as their events give it, step by step", async () => {
  const rows = await allRows();
  expect(rows.length).toBeGreaterThan(60);
  expect(await differingCourses(database)).toEqual([]);
  expect(await rebuildCourses(database)).toBe(rows.length);
  expect(await allRows()).toEqual(rows);
});

test("a row that was changed past us is found", async () => {
  await sql`update case_course set closed_on = '2025-02-03' where case_id = 'A1-2025-5' and known_until = 'infinity'`.execute(
    database.db,
  );
  expect(await differingCourses(database)).toEqual(["A1-2025-5"]);
  await rebuildCourses(database);
  expect(await differingCourses(database)).toEqual([]);
});
