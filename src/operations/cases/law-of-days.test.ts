import { afterAll, beforeAll, expect, test } from "vitest";
import { actorIn } from "../../../test/builders/desk.js";
import { addLetterAgency, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { DEFAULT_CLOCK_SETTINGS } from "../../law/clock/clock-settings.js";
import { chineseDay } from "../../law/plain-date.js";
import { readLetterSettings, recordLetterSettings } from "../letters/letter-settings.js";
import { previewLetter } from "../letters/preview-letter.js";
import { listCases } from "./list-cases.js";
import { lawOf } from "./own-case.js";
import { readToday } from "./read-today.js";
import { tryStep } from "./take-step.js";
import { viewCase } from "./view-case.js";

let database: TestDatabase;
const handler = actorIn("a1", "handler");

beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  await storeCase(database, "case-1", [
    { type: "third-party-asked", on: "2025-03-05", party: "青山甲公司", receivedOn: "2025-03-10" },
    { type: "third-party-answered", on: "2025-03-14", party: "青山甲公司", opinion: "refuses" },
  ]);
});
afterAll(() => database.close());

async function lastDays() {
  const office = officeOn(database, "2025-03-17");
  const question = { agencyId: "a1", caseId: "case-1" };
  const list = await listCases(office, handler, { filter: { agencyId: "a1" }, sort: "due", after: null, limit: 10 });
  const desk = await readToday(office, handler, { agencyId: "a1", after: null, limit: 10 });
  const view = await viewCase(office, handler, question);
  return { view: view.deadline.due, list: list.rows[0]?.due, desk: desk.rows[0]?.due, version: view.row.version };
}

const extension = {
  transition: "extend",
  input: { on: "2025-03-17", workingDays: 20, approvedBy: "王主任", toldOn: "2025-03-17", grounds: "需要会商" },
};

test("desk, list, case and letter count by what the agency has set, from the moment it is set", async () => {
  const office = officeOn(database, "2025-03-17");
  expect(await lawOf(office, "a1")).toEqual({ calendar: office.calendar });
  const before = await lastDays();
  expect(before).toMatchObject({ list: before.view, desk: before.view });

  const { settings, version } = await readLetterSettings(office, { agencyId: "a1" });
  const clock = { ...DEFAULT_CLOCK_SETTINGS, consultationBegins: "received" as const };
  await recordLetterSettings(office, HEAD, { agencyId: "a1", version, settings: { ...settings, clock } });

  const after = await lastDays();
  expect(after).toMatchObject({ list: after.view, desk: after.view });
  // Three working days less are left out of the term: the 6th, the 7th and the 10th count, while the letter was under way.
  expect([before.view, after.view]).toEqual(["2025-04-10", "2025-04-07"]);

  const extended = await tryStep(office, { agencyId: "a1", caseId: "case-1", version: after.version, ...extension });
  const letter = await previewLetter(office, HEAD, {
    ...{ agencyId: "a1", caseId: "case-1" },
    order: orderOf({ letterId: "L-EXTEND", edits: { texts: { "extension-grounds": "需要会商" } }, step: extension }),
  });
  expect(extended.due).not.toBeNull();
  expect(letter.lines.join("\n")).toContain(extended.due === null ? "" : chineseDay(extended.due));
});
