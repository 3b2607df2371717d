import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { CaseEventBody } from "../../register/case-event.js";
import { openCases } from "./case-store.js";
import { loadFeeEvents } from "./fee-event-store.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  const paid = (on: string): CaseEventBody => ({ type: "fee-paid", on: day(on), yuan: 100 });
  const corrected = (eventId: string, replacement: CaseEventBody): CaseEventBody =>
    ({ type: "corrected", on: day("2026-02-01"), eventId, replacement }) as CaseEventBody; // as the step records it
  const cases: readonly (readonly [id: string, bodies: readonly CaseEventBody[]])[] = [
    ["in", [paid("2025-06-01")]],
    ["before", [paid("2024-12-31")]],
    ["after", [paid("2026-01-01")]],
    ["moved-in", [paid("2024-06-01"), corrected("moved-in-0", paid("2025-06-01"))]],
    ["none", [{ type: "received", on: day("2025-06-01") }]],
  ];
  for (const [id, bodies] of cases) {
    const events = bodies.map((body, at) => ({ id: `${id}-${at}`, body }));
    await openCases(database, [{ request: infoRequest(id, "A1"), events }], "甲");
  }
});
afterAll(() => database.close());

test("of a year the cases are read in which something about fees happened in it, or was corrected to have happened in it", async () => {
  const read = await loadFeeEvents(database, { agencyIds: ["A1"], from: day("2025-01-01"), to: day("2025-12-31") });
  expect(read.map(({ events }) => events[0]?.id).sort()).toEqual(["in-0", "moved-in-0"]);
  expect(read.find(({ events }) => events.length === 2)?.events.map(({ body }) => body.type)).toEqual(["fee-paid", "corrected"]);
});
