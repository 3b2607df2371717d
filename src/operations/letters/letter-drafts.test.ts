import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, HANDLER, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { LETTER_DRAFT } from "../../register/letters/letter-draft.js";
import { saveAccount } from "../../storage/accounts/account-store.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { loadCase } from "../../storage/stores/case-store.js";
import type { Actor, Office } from "../office.js";
import { issueLetter } from "./issue-letter.js";
import { draftsForMe, draftsOfCase, readDraft } from "./read-drafts.js";
import { dropDraft, returnDraft } from "./return-draft.js";
import { saveLetterDraft } from "./save-draft.js";
import { submitDraft, takeBackDraft } from "./submit-draft.js";

const REVIEWER: Actor = { id: "reviewer-1", name: "赵审核", roles: [{ agencyId: "a1", role: "reviewer" }] };
const TEXTS = { "to-add": "所指预算的年度", guidance: "写明年度即可查找" };
const INPUT = { unclear: "没有写明年度", clarifyBy: "2025-03-20" };

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  office = officeOn(database, "2025-03-05");
  for (const { id, name, roles } of [HEAD, HANDLER, REVIEWER]) {
    const account = { id, name, roles: [...roles], loginName: id, email: null, isDisabled: false };
    await saveAccount(database, { account, version: 0, recordedBy: "test", reason: "新建" });
  }
});
afterAll(() => database.close());

const draftIn = (caseId: string, letterId = "L-CORRECT") => ({ agencyId: "a1", caseId, letterId });
const clarification = (texts: object = TEXTS) =>
  LETTER_DRAFT.parse({ texts, servedBy: "email", step: "request-clarification", input: INPUT });
const decision = () =>
  LETTER_DRAFT.parse({
    step: "decide",
    texts: { information: "预算调整方案" },
    outcome: { outcome: "granted", grounds: { "q.1": "yes" } },
  });

async function submitted(caseId: string) {
  await storeCase(database, caseId, []);
  const draft = draftIn(caseId);
  await saveLetterDraft(office, HANDLER, { ...draft, version: 0, content: clarification() });
  return submitDraft(office, HANDLER, { ...draft, version: 1, to: null });
}

test("a draft goes to the signer, comes back with a reason, is mended and signed; the letter goes out and the draft is gone", async () => {
  const { version } = await submitted("round");
  const draft = draftIn("round");
  expect(await draftsForMe(office, HANDLER, "a1")).toEqual([]);
  expect(await draftsForMe(office, HEAD, "a1")).toMatchObject([
    { caseId: "round", state: "submitted", by: "李四", to: null, name: "政府信息公开申请补正告知书", maySign: true },
  ]);
  const read = await readDraft(office, HEAD, draft);
  expect(read.content).toEqual(clarification());

  const back = await returnDraft(office, HEAD, { ...draft, version, reason: "写明年度" });
  expect(back).toMatchObject({ state: "returned", by: "王主任", to: "李四", reason: "写明年度", isForMe: false });
  expect(await draftsForMe(office, HEAD, "a1")).toEqual([]);
  expect(await draftsForMe(office, HANDLER, "a1")).toMatchObject([{ state: "returned", reason: "写明年度" }]);

  const mended = clarification({ ...TEXTS, guidance: "写明2024年度" });
  const saved = await saveLetterDraft(office, HANDLER, { ...draft, version: back.version, content: mended });
  const again = await submitDraft(office, HANDLER, { ...draft, version: saved.version, to: REVIEWER.id });
  expect(await draftsForMe(office, REVIEWER, "a1")).toMatchObject([{ state: "submitted", to: "赵审核" }]);
  expect(await draftsForMe(office, HEAD, "a1")).toEqual([]);

  const order = orderOf({
    letterId: "L-CORRECT",
    edits: { texts: mended.texts },
    servedBy: "email",
    step: { transition: "request-clarification", input: INPUT },
  });
  const before = (await loadCase(database, "round"))?.version ?? 0;
  const letter = { agencyId: "a1", caseId: "round", id: "round-letter", version: before, order };
  // Whoever signs another version than the last is told.
  await expect(issueLetter(office, REVIEWER, { ...letter, draft: version })).rejects.toMatchObject({
    code: "RECORD_STALE",
    data: { by: "李四", what: "“政府信息公开申请补正告知书”的草稿" },
  });
  await issueLetter(office, REVIEWER, { ...letter, draft: again.version });
  expect((await draftsOfCase(office, HANDLER, draft)).items).toEqual([]);
  const { rows } = await sql<{ type: string; by: string; reason: string | null }>`
    select body ->> 'type' as type, recorded_by as by, reason from letter_draft_event where case_id = 'round' order by sequence`.execute(
    database.db,
  );
  expect(rows).toEqual([
    { type: "submitted", by: "handler-1", reason: null },
    { type: "returned", by: "head-1", reason: "写明年度" },
    { type: "submitted", by: "handler-1", reason: null },
    { type: "signed", by: "reviewer-1", reason: null },
  ]);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});

test("what a draft says does not lie open in the database, and moves nothing in the register", async () => {
  const file = await storeCase(database, "sealed", []);
  await saveLetterDraft(office, HANDLER, { ...draftIn("sealed"), version: 0, content: clarification() });
  const { rows } = await sql<{
    row: string;
  }>`select letter_draft::text as row from letter_draft where case_id = 'sealed'`.execute(database.db);
  expect(rows[0]?.row).not.toContain(Buffer.from("预算").toString("hex"));
  expect((await loadCase(database, "sealed"))?.version).toBe(file.version);
});

test("of two who write on the same version one wins, and the other is told who was faster", async () => {
  await storeCase(database, "race", []);
  const draft = draftIn("race");
  const attempts = await Promise.allSettled(
    [HANDLER, REVIEWER].map((who) => saveLetterDraft(office, who, { ...draft, version: 0, content: clarification() })),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const lost = attempts.find((one) => one.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "RECORD_STALE", data: { what: "“政府信息公开申请补正告知书”的草稿" } });
});

test("a decision is given to the head only, and only the head returns it", async () => {
  await storeCase(database, "decision", []);
  const draft = draftIn("decision", "L-GRANT");
  await saveLetterDraft(office, HANDLER, { ...draft, version: 0, content: decision() });
  const toReviewer = submitDraft(office, HANDLER, { ...draft, version: 1, to: REVIEWER.id });
  await expect(toReviewer).rejects.toMatchObject({ code: "STEP_REFUSED", data: { reason: expect.stringContaining("负责人") } });
  const { version } = await submitDraft(office, HANDLER, { ...draft, version: 1, to: null });
  expect(await draftsForMe(office, REVIEWER, "a1")).toEqual([]);
  const returned = returnDraft(office, REVIEWER, { ...draft, version, reason: "再看" });
  await expect(returned).rejects.toMatchObject({ code: "FORBIDDEN" });
  const forHead = await draftsForMe(office, HEAD, "a1");
  expect(forHead.find(({ caseId }) => caseId === "decision")).toMatchObject({ needs: "head", maySign: true });
});

test("what waits for a signature is not written on by the handler, who takes it back first; another cannot", async () => {
  const { version } = await submitted("taken-back");
  const draft = draftIn("taken-back");
  const write = saveLetterDraft(office, HANDLER, { ...draft, version, content: clarification() });
  await expect(write).rejects.toMatchObject({ code: "STEP_REFUSED" });
  await expect(takeBackDraft(office, REVIEWER, { ...draft, version })).rejects.toMatchObject({ code: "STEP_REFUSED" });
  await expect(dropDraft(office, HANDLER, { ...draft, version })).rejects.toMatchObject({ code: "STEP_REFUSED" });
  const back = await takeBackDraft(office, HANDLER, { ...draft, version });
  expect(back).toMatchObject({ state: "writing", by: "李四" });
  await dropDraft(office, HANDLER, { ...draft, version: back.version });
  expect((await draftsOfCase(office, HANDLER, draft)).items).toEqual([]);
});

test("whoever signs may write in what was submitted; it waits on", async () => {
  const { version } = await submitted("signer-writes");
  const saved = await saveLetterDraft(office, HEAD, { ...draftIn("signer-writes"), version, content: clarification() });
  expect(saved).toMatchObject({ state: "submitted", by: "李四", savedBy: "王主任" });
});

test("nothing is sent back that was not submitted, and a draft is not found through another agency", async () => {
  await storeCase(database, "mine", []);
  const draft = draftIn("mine");
  await saveLetterDraft(office, HANDLER, { ...draft, version: 0, content: clarification() });
  await expect(returnDraft(office, HEAD, { ...draft, version: 1, reason: "再看" })).rejects.toMatchObject({
    code: "STEP_REFUSED",
  });
  await expect(readDraft(office, HEAD, { ...draft, agencyId: "a2" })).rejects.toMatchObject({ code: "CASE_UNKNOWN" });
  await expect(readDraft(office, HEAD, { ...draft, letterId: "L-GRANT" })).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
});
