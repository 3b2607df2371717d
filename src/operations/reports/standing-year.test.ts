import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAgency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { appendToCase, openCases } from "../../storage/stores/case-store.js";
import { saveFigures } from "../../storage/stores/figure-store.js";
import { openProceeding } from "../../storage/stores/proceeding-store.js";
import { recordSetting } from "../../storage/stores/setting-store.js";
import { talliedValue } from "../../tally/tally-result.js";
import { type Office, officeOver } from "../office.js";
import { factsBehind } from "../tally-details.js";
import { tallyOf } from "../tally-register.js";
import { openingExplanationsName, TALLY_SETTINGS_NAME } from "./opening-settings.js";
import { type CountedYear, standingYear } from "./standing-year.js";

const YEAR = 2025;
const A = "A1";
const RECEIVED = { table: "requests", row: "new_received", column: "total" } as const;

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  for (const id of [A, "A2"]) await addAgency(database, id);
  await open("old", "2025-03-03");
  await open("late", "2025-12-30");
});
afterAll(() => database.close());

function open(id: string, on: string, agencyId = A) {
  const request = infoRequest(id, agencyId, { channel: "in_person", arrivedOn: day(on) });
  return openCases(database, [{ request, events: [{ id: `${id}-1`, body: { type: "received", on: day(on) } }] }], "甲");
}

function go(caseId: string, version: number, body: CaseEventBody) {
  return appendToCase(database, { caseId, version, events: [{ id: `${caseId}-${version + 1}`, body }] }, "甲");
}

const decided = (on: string): CaseEventBody => ({ type: "decided", on: day(on), outcome: "granted", grounds: {} });
const asked = (agencyId = A) => standingYear(office, { agencyId, year: YEAR });

/** What is given is what counting anew as of the same instant gives. */
async function expectToBeCounted({ counted, behind }: CountedYear): Promise<void> {
  const { tally } = counted;
  const anew = await tallyOf(database, { agencyId: tally.agencyId, year: YEAR, asOf: tally.asOf });
  expect(tally).toEqual(anew.tally);
  expect(behind).toEqual(await factsBehind(database, anew, office.calendar));
}

describe("a year that is over", () => {
  test.each([
    ["a request of this year comes in", () => open("new", "2026-02-02")],
    ["a request of this year is decided", () => go("new", 1, decided("2026-02-20"))],
    ["words of its report are written", () => recordSetting(database, writer, `report-narrative/${YEAR}/overview`, {})],
    ["another agency writes", () => open("there", "2025-05-05", "A2")],
  ])("is not counted again when %s", async (_, write) => {
    const before = await asked();
    await write();
    const after = await asked();
    expect(after.behind).toBe(before.behind);
    expect(after.counted.tally.asOf > before.counted.tally.asOf).toBe(true);
    await expectToBeCounted(after);
  });

  test.each([
    ["one of its requests is registered late", () => open("found", "2025-11-11")],
    ["one of its requests is decided in the next year", () => go("late", 1, decided("2026-01-15"))],
    ["something is dated into it", () => go("new", 2, { type: "served", on: day("2025-12-31"), method: "online" })],
    ["a figure is entered", () => saveFigures(database, A, { figures: [FIGURE], recordedBy: "甲" })],
    ["a proceeding is opened", () => openProceeding(database, PROCEEDING, "甲")],
    ["a difference is explained", () => recordSetting(database, writer, openingExplanationsName(YEAR), [])],
    ["the tally is set otherwise", () => recordSetting(database, writer, TALLY_SETTINGS_NAME, {})],
    ["an agency is written", () => addAgency(database, "A3")],
  ])("is counted again when %s", async (_, write) => {
    const before = await asked();
    await write();
    const after = await asked();
    expect(after.behind).not.toBe(before.behind);
    await expectToBeCounted(after);
  });

  test("comes to the same whoever asks, and each agency to its own", async () => {
    expect(talliedValue((await asked()).counted.tally, RECEIVED)).toBe(3);
    expect(talliedValue((await asked("A2")).counted.tally, RECEIVED)).toBe(1);
  });
});

test("a year that goes on is counted every time something is written", async () => {
  const year = Number(new Date().toISOString().slice(0, 4));
  const before = await standingYear(office, { agencyId: A, year });
  await recordSetting(database, writer, "anything", {});
  expect((await standingYear(office, { agencyId: A, year })).behind).not.toBe(before.behind);
});

const writer = { chain: A, recordedBy: "甲" };
const FIGURE = { row: "art20_6.penalty", column: "decisions", month: "2025-05", id: "f1", value: 3, source: "填报" };
const PROCEEDING = {
  head: {
    ...({ kind: "reconsideration", route: null, requestId: null, reconsiderationId: null } as const),
    ...{ id: "p1", agencyId: A, number: "p1", forum: "市政府", isCoDefendant: false },
  },
  events: [{ id: "p1-1", body: { type: "filed", on: day("2025-06-01") } }],
} as const;
