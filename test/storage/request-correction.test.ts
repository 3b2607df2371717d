import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { differingCourses } from "../../src/storage/stores/case-course-store.js";
import { appendToCase, casesOfRequester, loadCase, openCases } from "../../src/storage/stores/case-store.js";
import { summariesOf } from "../../src/storage/stores/case-summary-store.js";
import { addAgency, day, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

const typed = infoRequest("c1", "A1", { channel: "in_person" });
const opening = { request: typed, events: [{ id: "c1-1", body: { type: "received" as const, on: day("2025-03-03") } }] };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  await openCases(database, [opening], "李登记");
  const correction = {
    type: "request-corrected" as const,
    on: day("2025-04-01"),
    requesterKind: "business" as const,
    arrivedOn: day("2025-02-28"),
  };
  const events = [{ id: "c1-2", body: correction, reason: "营业执照在附件里" }];
  await appendToCase(database, { caseId: "c1", version: 1, events }, "王主任");
});
afterAll(() => database.close());

test("the request is read as it was corrected, and who asked stays as it was sealed", async () => {
  const file = await loadCase(database, "c1");
  expect(file?.request).toEqual({
    ...typed,
    requester: { ...typed.requester, kind: "business" },
    arrivedOn: "2025-02-28",
    registeredAs: { requesterKind: "natural", channel: "in_person", arrivedOn: "2025-03-03" },
  });
  const { rows } = await sql`select requester_kind, arrived_on from case_file where id = 'c1'`.execute(database.db);
  expect(rows).toEqual([{ requester_kind: "natural", arrived_on: "2025-03-03" }]);
});

test("it counts in the new column from then on, and in the old one as of before", async () => {
  const { rows } = await sql<{ requester_kind: string; known_until: string | null }>`
    select requester_kind, arrived_on, known_until = 'infinity' as stands from case_course order by known_from`.execute(
    database.db,
  );
  expect(rows).toEqual([
    { requester_kind: "natural", arrived_on: "2025-03-03", stands: false },
    { requester_kind: "business", arrived_on: "2025-02-28", stands: true },
  ]);
  expect(await differingCourses(database)).toEqual([]);
});

test("lists and the fees of a month follow", async () => {
  expect(await summariesOf(database, ["c1"])).toMatchObject([{ requesterKind: "business", arrivedOn: "2025-02-28" }]);
  const month = (from: string, to: string) =>
    casesOfRequester(database, { agencyId: "A1", requester: typed.requester, from, to });
  expect(await month("2025-02-01", "2025-02-28")).toEqual(["c1"]);
  expect(await month("2025-03-01", "2025-03-31")).toEqual([]);
});

test("the same registration sent again is the same, and the history is proved", async () => {
  const [file] = await openCases(database, [opening], "李登记");
  expect(file?.version).toBe(2);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});
