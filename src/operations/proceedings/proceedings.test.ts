import { afterAll, beforeAll, expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { actorIn, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { registerRequest } from "../cases/register-request.js";
import { viewCase } from "../cases/view-case.js";
import { listProceedings } from "./list-proceedings.js";
import { openProceeding, type ProceedingToOpen } from "./open-proceeding.js";
import { takeProceedingStep } from "./take-proceeding-step.js";
import { viewProceeding } from "./view-proceeding.js";

const AGENCY = "forum";
const handler = actorIn(AGENCY, "handler");
const CASE = "case-forum-1";

let database: TestDatabase;
const office = () => deskOffice(database, "2025-06-10");

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  await registerRequest(office(), handler, AGENCY, registration("forum"));
});
afterAll(() => database.close());

const opening = (id: string, changes: Partial<ProceedingToOpen> = {}): ProceedingToOpen => ({
  ...{ agencyId: AGENCY, id: `proceeding-${id}`, eventId: `filed-${id}-0`, kind: "reconsideration", route: null, caseId: CASE },
  ...{
    reconsiderationId: null,
    number: "济政复〔2025〕8号",
    forum: "济南市人民政府",
    isCoDefendant: false,
    filedOn: dayIn("2025-05-06"),
  },
  ...changes,
});

test("a reconsideration has its own days, its own steps, and counts in table four; the case shows it", async () => {
  const { view } = await openProceeding(office(), handler, opening("a"));
  expect(view.row).toMatchObject({ state: { label: "审理中" }, caseNumber: "依申请〔2025〕1号", answerDue: null });
  const name = { agencyId: AGENCY, proceedingId: "proceeding-a" };
  const notice = { ...name, version: 1, eventId: "notice-a-1", transition: "record-notice", input: { on: "2025-05-20" } };
  const noticed = await takeProceedingStep(office(), handler, notice);
  expect(noticed.view.deadlines.find(({ code }) => code === "answer")).toMatchObject({
    ...{ due: "2025-06-04", basis: "行政复议法第四十八条", isLate: true },
  });
  const answered = await takeProceedingStep(office(), handler, {
    ...{ ...name, version: 2, eventId: "answer-a-2", transition: "record-answer", input: { on: "2025-06-09" } },
  });
  expect(answered.flags.join()).toContain("2025年6月9日才提交");
  const done = await takeProceedingStep(office(), handler, {
    ...{
      ...name,
      version: 3,
      eventId: "conclude-a-3",
      transition: "conclude",
      input: { result: "corrected", holding: "撤销并责令重新答复" },
    },
  });
  expect(done.view.row).toMatchObject({ result: { label: "结果纠正" }, concludedOn: "2025-06-10", decisionDue: null });
  expect(done.view.reportCells).toHaveLength(1);
  expect(done.view.timeline.at(-1)?.facts[1]).toEqual({ label: "决定、裁判主文", text: "撤销并责令重新答复" });
  const { proceedings } = await viewCase(office(), handler, { agencyId: AGENCY, caseId: CASE });
  expect(proceedings).toMatchObject([{ id: "proceeding-a", kind: { label: "行政复议" } }]);
});

test("a suit says by which way it came, and follows a reconsideration of the same case", async () => {
  const suit = opening("b", { kind: "litigation", forum: "历下区人民法院", reconsiderationId: "proceeding-a" });
  await expect(openProceeding(office(), handler, suit)).rejects.toMatchObject({
    code: "STEP_REFUSED",
    details: { refusalId: "routeMissing" },
  });
  await expect(openProceeding(office(), handler, { ...suit, route: "after_review", caseId: null })).rejects.toMatchObject({
    code: "STEP_REFUSED",
  });
  const { view } = await openProceeding(office(), handler, { ...suit, route: "after_review" });
  expect(view.row).toMatchObject({ route: { label: "复议后起诉" }, reconsiderationId: "proceeding-a" });
});

test("of two people one wins; the same sent twice is written once", async () => {
  await openProceeding(office(), handler, opening("c", { caseId: null }));
  const step = {
    agencyId: AGENCY,
    proceedingId: "proceeding-c",
    version: 1,
    eventId: "notice-c-1",
    transition: "record-notice",
    input: {},
  };
  await takeProceedingStep(office(), handler, step);
  expect((await takeProceedingStep(office(), handler, step)).view.row.version).toBe(2);
  await expect(
    takeProceedingStep(office(), handler, { ...step, eventId: "other-c-1", transition: "suspend", input: { grounds: "等" } }),
  ).rejects.toMatchObject({
    code: "RECORD_STALE",
  });
  const wrong = {
    ...step,
    version: 2,
    eventId: "correct-c-2",
    transition: "correct-proceeding",
    input: { eventId: "notice-c-1", replacement: null, reason: "误登" },
  };
  await expect(takeProceedingStep(office(), handler, wrong)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { view } = await takeProceedingStep(office(), actorIn(AGENCY, "head"), wrong);
  expect(view.timeline.map(({ standing }) => standing)).toEqual(["stands", "removed", "stands"]);
});

test("a list is narrowed and paged, the latest first", async () => {
  await openProceeding(office(), handler, opening("d", { caseId: null, filedOn: dayIn("2025-06-02") }));
  const question = { agencyId: AGENCY, after: null, limit: 2 };
  const first = await listProceedings(office(), question);
  expect(first.rows[0]?.id).toBe("proceeding-d");
  const second = await listProceedings(office(), { ...question, after: first.next });
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(4);
  expect(second.next).toBeNull();
  expect((await listProceedings(office(), { ...question, kind: "litigation" })).rows).toHaveLength(1);
  await expect(viewProceeding(office(), handler, { agencyId: "elsewhere", proceedingId: "proceeding-d" })).rejects.toMatchObject({
    code: "RECORD_UNKNOWN",
  });
});
