import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRequest, type EventSpec } from "../../../test/builders/case-file.js";
import { actorIn, type DeskOffice, deskOffice } from "../../../test/builders/desk.js";
import { agency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { appendToCase, openCases } from "../../storage/stores/case-store.js";
import { exportStatistics } from "./export-statistics.js";
import { readAgenciesBelow } from "./read-agencies-below.js";
import { readStatistics } from "./read-statistics.js";

const CITY = "city";
const BUREAU = "bureau";
let database: TestDatabase;
let office: DeskOffice;

beforeAll(async () => {
  database = await testDatabase();
  office = deskOffice(database, "2025-07-01");
  const below = { ...agency(BUREAU), parents: [{ ...agency(BUREAU).parents[0], value: CITY }] };
  await saveAgencies(
    database,
    [
      { agency: agency(CITY, "甲市人民政府办公室"), version: 0 },
      { agency: below as ReturnType<typeof agency>, version: 0 }, // a parent instead of none
    ],
    { recordedBy: "test" },
  );
});
afterAll(() => database.close());

let made = 0;

/** A case of the bureau with what happened to it. */
async function addCase(specs: readonly EventSpec[], arrivedOn = "2025-03-03"): Promise<string> {
  made += 1;
  const id = `s${made}`;
  const request = buildRequest({ id, agencyId: BUREAU, number: `2025-${id}`, arrivedOn });
  const events = specs.map((body, at) => ({ id: `${id}-${at + 1}`, body: body as unknown as CaseEventBody })); // days are texts in tests
  await openCases(database, [{ request, events }], "test");
  return id;
}

const GIVEN = { type: "decided", outcome: "granted", grounds: {} } as const;

test("a year without cases is a year of zeros, not of guesses", async () => {
  const { standing, months, stages } = await readStatistics(office, { agencyId: BUREAU, year: 2025 });
  expect(standing).toMatchObject({ received: 0, closed: 0, open: 0, cases: 0, median: null });
  expect(months.map(({ month }) => month)).toEqual(["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07"]);
  expect(stages).toEqual([]);
});

test("time goes to allocation, to waiting for others, to drafting and to service, in working days", async () => {
  // 2025-03-03 is a Monday; Qingming takes 2025-04-04 off.
  await addCase([
    { type: "received", on: "2025-03-03" },
    { type: "accepted", on: "2025-03-05", handler: "王五" },
    { type: "third-party-asked", on: "2025-03-06", party: "某公司", receivedOn: "2025-03-06" },
    { type: "third-party-answered", on: "2025-03-13", party: "某公司", opinion: "agrees" },
    { ...GIVEN, on: "2025-03-17" },
    { type: "served", on: "2025-03-18", method: "hand" },
  ]);
  await addCase([
    { type: "received", on: "2025-03-03" },
    { type: "accepted", on: "2025-03-03", handler: "王五" },
    { ...GIVEN, on: "2025-04-07" },
  ]);
  const { standing, stages, days } = await readStatistics(office, { agencyId: BUREAU, year: 2025 });
  expect(standing).toMatchObject({ received: 2, closed: 2, closedLate: 1, open: 1, cases: 2, median: 17, ninth: 24 });
  expect(days).toEqual([
    { days: 10, count: 1, late: 0 },
    { days: 24, count: 1, late: 1 },
  ]);
  expect(stages.map(({ stage, cases, median, share }) => [stage, cases, median, share])).toEqual([
    ["allocation", 2, 1, 1],
    ["consultation", 1, 5, 2.5],
    ["drafting", 2, 13.5, 13.5],
    ["service", 1, 1, 0.5],
  ]);
});

test("an act that was corrected stands with its correction; what is withdrawn says nothing of how long answers take", async () => {
  const id = await addCase([
    { type: "received", on: "2025-05-06" },
    { type: "accepted", on: "2025-05-20", handler: "王五" },
  ]);
  const replacement = { type: "accepted", on: "2025-05-07", handler: "王五" };
  const events = [
    { type: "corrected", on: "2025-05-21", eventId: `${id}-2`, replacement },
    { ...GIVEN, on: "2025-05-21" },
  ].map((body, at) => ({ id: `${id}-${at + 3}`, body: body as unknown as CaseEventBody })); // days are texts in tests
  await appendToCase(database, { caseId: id, version: 2, events }, "test");
  await addCase([
    { type: "received", on: "2025-05-06" },
    { type: "withdrawn", on: "2025-05-07" },
  ]);
  const { standing, stages } = await readStatistics(office, { agencyId: BUREAU, year: 2025 });
  expect(standing).toMatchObject({ received: 4, closed: 4, cases: 3 });
  // 0, 1 and 2 working days: the first date of the third would make it 10.
  expect(stages.find(({ stage }) => stage === "allocation")).toMatchObject({ median: 1, ninth: 2 });
});

test("a supervisor sees the agencies below, a neighbour none", async () => {
  const below = await readAgenciesBelow(office, actorIn(CITY, "supervisor"), { agencyId: CITY, year: 2025 });
  expect(below.agencies).toMatchObject([{ agencyId: BUREAU, received: 4, closed: 4, report: "none", published: 0 }]);
  const neighbour = await readAgenciesBelow(office, actorIn(CITY, "handler"), { agencyId: CITY, year: 2025 });
  expect(neighbour.agencies).toEqual([]);
});

test("the workbook holds every table and no name of a requester", async () => {
  const { bytes } = await exportStatistics(office, actorIn(BUREAU, "head"), { agencyId: BUREAU, year: 2025 });
  const texts = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString("utf8"));
  const whole = texts.join("");
  for (const name of ["概况", "时间去向", "办理结果", "主动公开"]) expect(whole).toContain(`name="${name}"`);
  expect(whole).not.toContain("张三");
});
