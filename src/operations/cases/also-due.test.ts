import { afterAll, beforeAll, expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { countedStatements } from "../../../test/builders/counted-statements.js";
import { deskOffice } from "../../../test/builders/desk.js";
import { deskOf, noticeContent, officeOn, publishedItem } from "../../../test/builders/publishing.js";
import { addAgency, agency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { officeOver } from "../office.js";
import { listProceedings } from "../proceedings/list-proceedings.js";
import { openProceeding } from "../proceedings/open-proceeding.js";
import { takeProceedingStep } from "../proceedings/take-proceeding-step.js";
import { draftItem } from "../publishing/draft-item.js";
import { listItems } from "../publishing/list-items.js";
import { submitItem } from "../publishing/submit-item.js";
import { type AlsoDueKind, alsoDue } from "./also-due.js";

const AGENCY = "B1";
const { drafter, reviewer, head } = deskOf(AGENCY);
const EVERYTHING = { agencyId: AGENCY, mayReadItems: true, mayReadReports: true };

let database: TestDatabase;
const told = async (on: string, actor = head, question = EVERYTHING) => alsoDue(deskOffice(database, on), actor, question);
const kinds = async (...asked: Parameters<typeof told>): Promise<AlsoDueKind[]> => (await told(...asked)).map(({ kind }) => kind);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "nothing");
  await saveAgencies(database, [{ agency: agency(AGENCY, "青山区民政局"), version: 0 }], { recordedBy: "test" });
  const office = deskOffice(database, "2025-06-10");
  for (const kind of ["reconsideration", "litigation"] as const) {
    const opened = { agencyId: AGENCY, id: kind, eventId: `${kind}-0`, kind, caseId: null, reconsiderationId: null } as const;
    await openProceeding(office, drafter, {
      ...opened,
      ...{ route: kind === "litigation" ? "direct" : null, number: kind, forum: "市人民政府", isCoDefendant: false },
      filedOn: dayIn("2025-05-06"),
    });
    const notice = { transition: "record-notice", version: 1, input: { on: "2025-06-09" } };
    await takeProceedingStep(office, drafter, { agencyId: AGENCY, proceedingId: kind, eventId: `${kind}-1`, ...notice });
  }
  const item = await draftItem(officeOn(database, "2025-06-09"), drafter, {
    agencyId: AGENCY,
    content: noticeContent({ title: "送审的通知", madeOn: "2025-06-09" }),
  });
  await submitItem(officeOn(database, "2025-06-09"), drafter, { agencyId: AGENCY, itemId: item.id, version: item.version });
  await publishedItem(officeOn(database, "2025-06-09"), AGENCY, { title: "没有解读的办法", documentKind: "normative_docs" });
});
afterAll(() => database.close());

test("answers that are due are told with the first of their days, and lead to the only one", async () => {
  const [reconsideration, litigation] = await told("2025-06-10");
  const { rows } = await listProceedings(deskOffice(database, "2025-06-10"), { agencyId: AGENCY, after: null, limit: 9 });
  const dueOf = (kind: string) => rows.find(({ id }) => id === kind)?.answerDue;
  const one = { count: 1, isLate: false };
  expect(reconsideration).toEqual({ ...one, kind: "reconsideration", first: dueOf("reconsideration"), only: "reconsideration" });
  expect(litigation).toEqual({ ...one, kind: "litigation", first: dueOf("litigation"), only: "litigation" });
  expect((await told("2025-08-01")).slice(0, 2).map(({ isLate }) => isLate)).toEqual([true, true]);
});

test("an item in review is told to whoever may sign it, and not to its author", async () => {
  expect(await kinds("2025-06-10", reviewer)).toContain("review");
  expect(await kinds("2025-06-10", drafter)).not.toContain("review");
});

test.each([
  ["publish", "2025-06-10", 0],
  ["publish", "2025-07-04", 1],
  ["publish", "2025-09-01", 1],
] as const)("what is due to %s on %s is as many as the list it leads to has: %d", async (due, on, count) => {
  expect((await told(on)).find(({ kind }) => kind === due)?.count ?? 0).toBe(count);
  const list = await listItems(deskOffice(database, on), head, { agencyId: AGENCY, due, after: null, limit: 50 });
  expect(list.rows).toHaveLength(count);
});

test("a document nobody interpreted is told of for three months, as in its list", async () => {
  const now = officeOver(database); // what is published is so at the instant of the database
  const later = { ...now, now: () => new Date(now.now().getTime() + 200 * 86_400_000) };
  for (const [office, count] of [
    [now, 1],
    [later, 0],
  ] as const) {
    expect((await alsoDue(office, head, EVERYTHING)).find(({ kind }) => kind === "interpret")?.count ?? 0).toBe(count);
    const list = await listItems(office, head, { agencyId: AGENCY, due: "interpret", after: null, limit: 50 });
    expect(list.rows).toHaveLength(count);
  }
});

test.each([
  ["2025-11-30", null],
  ["2025-12-15", ["2025", "2026-01-31", false]],
  ["2026-01-31", ["2025", "2026-01-31", false]],
  ["2026-02-01", ["2025", "2026-01-31", true]],
  ["2026-09-01", null],
])("on %s the annual report is %j", async (on, expected) => {
  const report = (await told(on)).find(({ kind, only }) => kind === "report" && only === "2025");
  expect(report === undefined ? null : [report.only, report.first, report.isLate]).toEqual(expected);
});

test("who may not read items or reports is told nothing of them, and where nothing waits nothing is told", async () => {
  const less = { ...EVERYTHING, mayReadItems: false, mayReadReports: false };
  expect(await kinds("2026-01-15", reviewer, less)).toEqual(["reconsideration", "litigation"]);
  expect(await kinds("2025-09-10", head, { ...EVERYTHING, agencyId: "nothing" })).toEqual([]);
});

test("all of it is one question to the database", async () => {
  expect(await countedStatements(() => told("2026-01-15"))).toHaveLength(1);
});
