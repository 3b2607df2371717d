import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { saveFigures } from "../../storage/stores/figure-store.js";
import { forgetKeptCounts } from "../../storage/stores/kept-count-store.js";
import type { Office } from "../office.js";
import { tallyOf } from "../tally-register.js";
import { countAhead } from "./count-ahead.js";

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = { database, calendar: STATE_COUNCIL_CALENDAR, now: () => new Date() };
  const parents = [{ value: "city", from: day("2000-01-01"), until: null }];
  const agencies = [
    { ...agency("city"), kind: "local-government" } as const,
    { ...agency("forest"), parents },
    { ...agency("water"), parents },
    { ...agency("old-town"), kind: "local-government", successor: { agencyId: "city", from: day("2019-01-01") } } as const,
  ];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "甲" },
  );
  for (const id of ["forest", "water"]) {
    const month = `${new Date().getUTCFullYear()}-01`;
    const figure = { id, row: "art20_5.licensing", column: "decisions", month, value: 3, source: "试", version: 0 };
    await saveFigures(database, id, { figures: [figure], recordedBy: "甲" });
  }
});
afterAll(() => database.close());

const kept = async () =>
  (
    await sql<{ line: string }>`select concat_ws(' ', chain_id, year, asked, log_end) as line from kept_count order by 1`.execute(
      database.db,
    )
  ).rows;

test("after the night the first count of the day finds everything kept, and comes to the same", async () => {
  expect(await countAhead(office)).toEqual({ counts: 2 });
  const before = await kept();
  expect(before.length).toBeGreaterThan(0);
  const year = new Date().getUTCFullYear();
  const { tally } = await tallyOf(database, { agencyId: "city", year, asOf: null });
  expect(await kept()).toEqual(before);
  await forgetKeptCounts(database);
  const again = await tallyOf(database, { agencyId: "city", year, asOf: tally.asOf });
  expect(again.tally.cells).toEqual(tally.cells);
});
