import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { formatForYear } from "../../report/formats/index.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { rehearsedYear } from "../../tally/rehearsed-year.js";
import { officeOver } from "../office.js";
import { storeRehearsal } from "../store-rehearsal.js";
import { tallyOf } from "../tally-register.js";
import { differingProjections, rebuildProjections } from "./projections.js";

const NOTHING = { courses: [], summaries: [], keptCounts: [] };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const parents = [{ value: "city", from: day("2000-01-01"), until: null }];
  const agencies = [{ ...agency("city"), kind: "local-government" } as const, { ...agency("forest"), parents }];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "甲" },
  );
  const format = formatForYear(2025);
  if (format === null) throw new Error("no format");
  const plan = { seed: 3, agencyId: "forest", year: 2025, requests: 30, format, calendar: STATE_COUNCIL_CALENDAR };
  await storeRehearsal(database, rehearsedYear(plan), { agencyId: "forest", recordedBy: "甲" });
});
afterAll(() => database.close());

const count = () => tallyOf(database, { agencyId: "city", year: 2025, asOf: null });

test("what is derived follows from the events; what somebody wrote past us is named, and made right again", async () => {
  const office = officeOver(database);
  const { tally } = await count();
  expect(await differingProjections(office)).toEqual(NOTHING);

  await sql`update case_course set outcome = 'granted', closed_on = '2025-01-02' where case_id = 'forest-2025-3'`.execute(
    database.db,
  );
  await sql`update case_summary set due_on = '2030-01-01' where case_id = 'forest-2025-4'`.execute(database.db);
  await sql`delete from case_summary where case_id = 'forest-2025-5'`.execute(database.db);
  await sql`update kept_count set count = replace(count, '"pieces":', '"pieces":9') where chain_id = 'forest'`.execute(
    database.db,
  );
  expect(await differingProjections(office)).toEqual({
    courses: ["forest-2025-3"],
    summaries: ["forest-2025-4", "forest-2025-5"],
    keptCounts: ["forest 2025"],
  });

  expect(await rebuildProjections(office)).toMatchObject({ summaries: 30 });
  expect(await differingProjections(office)).toEqual(NOTHING);
  expect((await tallyOf(database, { agencyId: "city", year: 2025, asOf: tally.asOf })).tally).toEqual(tally);
});

test("a kept count under another question or another end of the log is named too", async () => {
  await count();
  await sql`update kept_count set log_end = log_end || '0' where chain_id = 'forest'`.execute(database.db);
  expect(await differingProjections(officeOver(database))).toEqual({ ...NOTHING, keptCounts: ["forest 2025"] });
});
