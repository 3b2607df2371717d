import { afterAll, beforeAll, expect, test } from "vitest";
import { agency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { Agency } from "../../register/agency.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { openCases } from "../../storage/stores/case-store.js";
import { talliedValue } from "../../tally/tally-result.js";
import { type Actor, type Office, officeOver } from "../office.js";
import { answerFinding } from "./answer-finding.js";
import { cellRecords, recordCells } from "./cell-records.js";
import { checkDraft } from "./check-draft.js";
import { draftReport } from "./draft-report.js";
import { wholeEdition } from "./editions.js";
import { setPowers } from "./enter-figures.js";
import { freezeYear } from "./freeze-year.js";
import { formatOfYear, monthlyPlaces } from "./list-figures.js";
import { releaseEdition } from "./release-edition.js";
import { writePlace } from "./write-place.js";

const YEAR = 2025;
const CITY: Agency = { ...agency("city", "某市人民政府"), kind: "local-government" };
const below = (id: string): Agency => ({ ...agency(id), parents: [{ value: "city", from: day("2000-01-01"), until: null }] });
const HEAD: Actor = { id: "head", name: "乙", roles: [] };
const QUESTION = { agencyId: "city", year: YEAR };
const RECEIVED = { table: "requests", row: "new_received", column: "total" } as const;

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  const agencies = [CITY, below("forest"), below("water")];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "系统管理员" },
  );
  for (const [id, agencyId] of [
    ["f1", "forest"],
    ["w1", "water"],
    ["w2", "water"],
  ] as const) {
    const events = [{ id: `${id}-e1`, body: { type: "received", on: day("2025-03-03") } } as const];
    await openCases(database, [{ request: infoRequest(id, agencyId, { channel: "in_person" }), events }], "甲");
  }
  const withoutPower = [...new Set(monthlyPlaces(formatOfYear(YEAR)).map(({ row }) => row))];
  for (const { id } of agencies) await setPowers(office, HEAD, { agencyId: id, withoutPower });
});
afterAll(() => database.close());

test("the report of a government is drafted, frozen and released over its area, and opens the books of the next year", async () => {
  const { draft, counted } = await draftReport(office, HEAD, QUESTION);
  expect(counted).toMatchObject({ isGovernment: true, agency: "某市人民政府" });
  expect(talliedValue(counted.tally, RECEIVED)).toBe(3);
  for (const { paragraphs } of draft.sections) {
    for (const one of paragraphs) {
      if (one.kind !== "to-write" || !one.isRequired) continue;
      await writePlace(office, HEAD, { ...QUESTION, place: one.id, text: "本市如实写明这一处的情况。" });
    }
  }
  for (const { fingerprint, freezing } of (await checkDraft(office, HEAD, QUESTION)).findings) {
    if (freezing === "with-reason") await answerFinding(office, HEAD, { ...QUESTION, fingerprint, reason: "已核实。" });
  }
  const frozen = await freezeYear(office, HEAD, { ...QUESTION, after: 0, reason: null });
  expect(frozen.edition).toBe(1);
  expect((await releaseEdition(office, HEAD, { ...QUESTION, edition: 1 })).files).toHaveLength(7);
  const { isUnchanged } = await wholeEdition(database, { ...QUESTION, edition: 1 });
  expect(isUnchanged).toBe(true);
  const next = await draftReport(office, HEAD, { ...QUESTION, year: YEAR + 1 });
  expect(talliedValue(next.counted.tally, { ...RECEIVED, row: "carried_in" })).toBe(3);
});

test("a cell of an area opens into the records of its agencies, as they are now and as they were frozen", async () => {
  const asked = { ...QUESTION, ...RECEIVED, from: 0, limit: 2 };
  const { records, next } = await cellRecords(office, HEAD, asked);
  expect(records.map(({ id }) => id)).toHaveLength(2);
  expect(next).toBe(2);
  const frozen = await cellRecords(office, HEAD, { ...asked, edition: 1, limit: 50 });
  expect(frozen.records.map(({ id }) => id).toSorted()).toEqual(["f1", "w1", "w2"]);
  const { cells } = await recordCells(office, HEAD, { ...QUESTION, recordId: "w1" });
  expect(cells.map(({ row, column }) => `${row}|${column}`)).toContain("new_received|total");
});
