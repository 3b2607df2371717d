import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, SYSTEM_ACTOR } from "../../src/operations/office.js";
import { listAnswers, publishCaseAnswer } from "../../src/operations/portal/case-answers.js";
import { countSubmissions, listSubmissions, viewSubmission } from "../../src/operations/portal/list-submissions.js";
import { attachPublicSite } from "../../src/operations/portal/open-public-site.js";
import { withdrawAnswer } from "../../src/operations/portal/publish-answer.js";
import { rebuildPortal } from "../../src/operations/portal/rebuild-portal.js";
import { registerSubmission } from "../../src/operations/portal/register-submission.js";
import { setAsideSubmission } from "../../src/operations/portal/set-aside-submission.js";
import { takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { putEntry } from "../../src/storage/portal/portal-entries.js";
import { appendToCase, loadCase } from "../../src/storage/stores/case-store.js";
import { AGENCY, publicAgency, submission, type TestPortal, testPortal } from "./portal-builder.js";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const clerk: Actor = { id: "clerk", name: "李经办", roles: [{ agencyId: AGENCY, role: "handler" }] };
const supervisor: Actor = { id: "above", name: "督", roles: [{ agencyId: "P", role: "supervisor" }] };
const pdf = Buffer.from("%PDF-1.4 委托书");

/** One that the portal lets pass and the office does not take for a request. */
async function held(): Promise<string> {
  const files = [{ name: "委托书.pdf", bytes: pdf }];
  const { number } = await portal.site.submit(submission({ description: "1234567890", attachments: files }));
  await takeInSubmissions(portal.office, SYSTEM_ACTOR);
  return number;
}

async function moveToKey(number: string, keyId: string): Promise<string> {
  const { rows } = await sql<{ before: string }>`select key_id as before from portal.inbox where number = ${number}`.execute(
    portal.database.db,
  );
  await sql`update portal.inbox set key_id = ${keyId} where number = ${number}`.execute(portal.database.db);
  return rows[0]?.before ?? "";
}

test("what was held is listed and opened with its files by name, why, and what to do; a supervisor reads no name", async () => {
  const number = await held();
  const counts = await countSubmissions(portal.office, AGENCY);
  expect(counts.find(({ state }) => state === "held")).toEqual({ state: "held", label: "等人核对", count: 1 });
  const listed = await listSubmissions(portal.office, clerk, { agencyId: AGENCY, state: null, after: null, limit: 10 });
  expect(listed.rows.map((row) => [row.number, row.state.label, row.reason])).toEqual([
    [number, "等人核对", "所需政府信息一栏没有文字"],
  ]);
  const view = await viewSubmission(portal.office, clerk, { agencyId: AGENCY, number });
  expect(view).toMatchObject({ description: "1234567890", requesterName: "欧阳沐泽", caseId: null });
  expect(view.attachments).toEqual([{ name: "委托书.pdf", size: pdf.length }]);
  expect(view.advice.join("")).toContain("点“登记为申请”");
  expect((await viewSubmission(portal.office, supervisor, { agencyId: AGENCY, number })).requesterName).toBe("欧***");
  await expect(viewSubmission(portal.office, clerk, { agencyId: "A2", number })).rejects.toMatchObject({
    code: "RECORD_UNKNOWN",
  });
  await expect(registerSubmission(portal.office, clerk, { agencyId: "A2", number })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("what was held becomes a case when a person says so, once, in the name of that person", async () => {
  const number = await held();
  const first = await registerSubmission(portal.office, clerk, { agencyId: AGENCY, number });
  expect(await registerSubmission(portal.office, clerk, { agencyId: AGENCY, number })).toEqual(first);
  expect((await loadCase(portal.database, first.caseId))?.events[0]?.recordedBy).toBe("clerk");
  const view = await viewSubmission(portal.office, clerk, { agencyId: AGENCY, number });
  expect(view).toMatchObject({ state: { label: "已登记" }, caseId: first.caseId });
  await expect(setAsideSubmission(portal.office, clerk, { agencyId: AGENCY, number, reason: "广告" })).rejects.toMatchObject({
    code: "STEP_REFUSED",
  });
});

test("what could not be read says which key is missing, is refused while it is, and is taken in once the key is back", async () => {
  const { number } = await portal.site.submit(submission());
  const key = await moveToKey(number, "lost");
  expect((await takeInSubmissions(portal.office, SYSTEM_ACTOR)).left).toEqual([{ number, reason: "密钥文件里没有密钥 lost" }]);
  const there = { agencyId: AGENCY, number };
  const view = await viewSubmission(portal.office, clerk, there);
  expect(view).toMatchObject({ state: { label: "打不开" }, description: null, requesterName: null, attachments: [] });
  expect(view.advice[0]).toContain("密钥文件");
  await expect(registerSubmission(portal.office, clerk, there)).rejects.toMatchObject({
    code: "STEP_REFUSED",
    message: expect.stringContaining("仍然打不开"),
  });
  await moveToKey(number, key);
  expect((await viewSubmission(portal.office, clerk, there)).advice.join("")).toContain("现在可以打开了");
  expect(await registerSubmission(portal.office, clerk, there)).toEqual({ caseId: `portal-${number}` });
});

test("one that cannot be registered keeps nobody behind it waiting", async () => {
  const { number: stuck } = await portal.site.submit(submission());
  const { number: behind } = await portal.site.submit(submission());
  await sql`create function portal.fail_one() returns trigger language plpgsql as $$ begin raise exception 'down'; end $$`.execute(
    portal.database.db,
  );
  await sql
    .raw(
      `create trigger fail_one before update on portal.inbox for each row when (old.number = '${stuck}') execute function portal.fail_one()`,
    )
    .execute(portal.database.db);
  await expect(takeInSubmissions(portal.office, SYSTEM_ACTOR)).rejects.toThrow("down");
  await sql`drop trigger fail_one on portal.inbox`.execute(portal.database.db);
  expect((await viewSubmission(portal.office, clerk, { agencyId: AGENCY, number: behind })).caseId).toBe(`portal-${behind}`);
  expect((await takeInSubmissions(portal.office, SYSTEM_ACTOR)).taken.map(({ number }) => number)).toEqual([stuck]);
});

test("the list goes on where a page ended, newest first, and knows those that were set aside", async () => {
  const numbers = [await held(), await held(), await held()];
  for (const number of numbers) {
    await setAsideSubmission(portal.office, clerk, { agencyId: AGENCY, number, reason: " 测试 " });
  }
  const question = { agencyId: AGENCY, state: "set-aside", limit: 2 } as const;
  const first = await listSubmissions(portal.office, clerk, { ...question, after: null });
  const second = await listSubmissions(portal.office, clerk, { ...question, after: first.next });
  expect([...first.rows, ...second.rows].map(({ number }) => number).sort()).toEqual([...numbers].sort());
  expect(second.next).toBeNull();
  expect(first.rows[0]?.reason).toBe("测试");
});

test("an answer is published from its case without naming anybody, changed in its place, and taken back", async () => {
  const { number } = await portal.site.submit(submission());
  const { caseId } = await registerSubmission(portal.office, clerk, { agencyId: AGENCY, number });
  const at = { agencyId: AGENCY, caseId, id: "answer-0001" };
  const words = { question: "低保资金的发放标准", answer: "标准见目录。" };
  await expect(publishCaseAnswer(portal.office, clerk, { ...at, ...words })).rejects.toMatchObject({ code: "STEP_REFUSED" });
  await decide(caseId);
  for (const answer of ["答复欧阳沐泽：见目录。", "请致电13964012345。"]) {
    await expect(publishCaseAnswer(portal.office, clerk, { ...at, ...words, answer })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  }
  await publishCaseAnswer(portal.office, clerk, { ...at, ...words });
  await publishCaseAnswer(portal.office, clerk, { ...at, ...words, answer: "标准见低保目录。" });
  expect(await listAnswers(portal.office, { agencyId: AGENCY, caseId })).toMatchObject([{ id: "answer-0001", caseId }]);
  const [offered] = await portal.site.similar("低保资金的发放标准");
  expect(offered?.answer).toMatchObject({ answer: "标准见低保目录。" });
  expect(JSON.stringify(offered)).not.toContain(caseId);
  await rebuildPortal(portal.office);
  expect(JSON.stringify(await portal.site.similar("低保资金的发放标准"))).not.toContain(caseId);
  await withdrawAnswer(portal.office, clerk, { agencyId: AGENCY, id: "answer-0001", reason: "标准已经调整" });
  expect(await portal.site.similar("低保资金的发放标准")).toEqual([]);
  expect(await listAnswers(portal.office, { agencyId: AGENCY })).toEqual([]);
});

test("whoever was merged away is asked nothing any more on the portal", async () => {
  const { database } = portal;
  const merged = { ...publicAgency(AGENCY), successorId: "A2" };
  await database.db.transaction().execute((trx) => putEntry(trx, { kind: "agency", id: AGENCY, agencyId: AGENCY, body: merged }));
  const later = await attachPublicSite(database.configuration, database.name);
  try {
    expect(await later.takesRequests(AGENCY)).toBe(false);
    await expect(later.submit(submission())).rejects.toMatchObject({ code: "REQUESTS_NOT_TAKEN" });
  } finally {
    await later.close();
  }
});

async function decide(caseId: string): Promise<void> {
  const file = await loadCase(portal.database, caseId);
  if (file === null) throw new Error("There is no case.");
  const on = file.request.arrivedOn;
  const body = { type: "decided", on, outcome: "granted", grounds: {} } as const;
  const events = [
    { id: `${caseId}.c`, body: { type: "confirmed", on } as const },
    { id: `${caseId}.d`, body },
  ];
  const { result } = await appendToCase(portal.database, { caseId, version: file.version, events }, "clerk");
  expect(result).toBe("written");
}
