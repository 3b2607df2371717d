import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decided, groundsFor, LETTER_CASES } from "../../../test/builders/letter.js";
import { addLetterAgency, HANDLER, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { CASE_LETTERS } from "../../law/letters/letters.js";
import { caseState } from "../../register/case-state.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { paragraphText } from "../../writers/letter/letter-draft.js";
import type { Office } from "../office.js";
import { issueLetter } from "./issue-letter.js";
import { letterFile, lettersOf } from "./letters-of-case.js";
import { serveLetter } from "./serve-letter.js";

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  office = officeOn(database, "2025-12-01");
});
afterAll(() => database.close());

const IN_A1 = { agencyId: "a1" };
const ASKED_TO_ADD = { "to-add": "所指预算的年度", guidance: "写明年度即可查找" };

async function numbersTaken(): Promise<number[]> {
  const rows = await database.db
    .selectFrom("letter_number")
    .select("number")
    .where("kind", "=", "青商公开")
    .orderBy("number")
    .execute();
  return rows.map(({ number }) => number);
}

const countUp = (length: number) => Array.from({ length }, (_, at) => at + 1);

describe("every letter of the procedure issues from a suitable case", () => {
  test.each(CASE_LETTERS.map(({ id, name }) => ({ id, name })))("$id $name", async ({ id }) => {
    const sample = LETTER_CASES[id];
    const caseId = `every-${id}`;
    const file = await storeCase(database, caseId, sample?.events ?? [], { identityNumber: `X-${id}`, ...sample?.request });
    const at = { ...IN_A1, caseId, version: file.version };
    const first = async (letterId: string) =>
      issueLetter(office, HEAD, {
        ...at,
        id: `${caseId}-first`,
        order: orderOf({ letterId, edits: LETTER_CASES[letterId]?.edits ?? {} }),
      });
    if (id === "L-CLOSED-UNPAID") await first("L-FEE");
    if (id === "L-REPEAT") {
      const earlier = { id: "earlier", number: "2024-0017", arrivedOn: "2024-05-20", identityNumber: `X-${id}` };
      await storeCase(database, "earlier", [{ ...decided("granted"), letterNumber: "青商公开〔2025〕99号" }], earlier);
    }
    if (id === "L-DELIVER") await first("L-GRANT");
    const { letter } = await issueLetter(office, HEAD, {
      ...at,
      id: caseId,
      order: orderOf({
        letterId: id,
        edits: sample?.edits ?? {},
        ...(id === "L-REPEAT" ? { earlierCase: "earlier" } : {}),
        ...(id === "L-DELIVER" ? { delivers: `${caseId}-first` } : {}),
      }),
    });
    const docx = await letterFile(office, { ...IN_A1, caseId, id: letter.id, format: "docx" });
    const pdf = await letterFile(office, { ...IN_A1, caseId, id: letter.id, format: "pdf" });
    expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe("PK");
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(letter.body.draft.addressee).not.toBe("");
  });

  test("and their numbers follow one another", async () => {
    const taken = await numbersTaken();
    expect(taken).toEqual(countUp(taken.length));
    expect(taken.length).toBeGreaterThan(30);
  });
});

test("a letter that is the act records it, with its number where it is a decision", async () => {
  const { version } = await storeCase(database, "decide", []);
  const { letter, caseFile } = await issueLetter(officeOn(database, "2025-03-18"), HEAD, {
    ...{ ...IN_A1, caseId: "decide", version, id: "decide-grant" },
    order: orderOf({
      letterId: "L-GRANT",
      edits: { texts: { information: "预算调整方案", provision: "电子邮件" } },
      step: {
        transition: "decide",
        input: { outcome: "granted", grounds: groundsFor("granted"), letterNumber: "青商公开〔2025〕9999号" },
      },
    }),
  });
  expect(letter.number).toMatch(/^青商公开〔2025〕\d+号$/);
  expect(caseFile.events.at(-1)?.body).toMatchObject({ type: "decided", on: "2025-03-18", letterNumber: letter.number });
  expect(letter.body.draft.signOff.on).toBe("2025-03-18");
});

test("nothing is taken when the letter cannot be drafted: no number, no event, no file", async () => {
  const { version } = await storeCase(database, "half", []);
  const before = await numbersTaken();
  const clarify = { transition: "request-clarification", input: { unclear: "没有写明年度", clarifyBy: "2025-03-20" } };
  const asked = (texts: object) =>
    issueLetter(officeOn(database, "2025-03-05"), HANDLER, {
      ...{ ...IN_A1, caseId: "half", version, id: "half-correct" },
      order: orderOf({ letterId: "L-CORRECT", edits: { texts }, step: clarify }),
    });
  await expect(asked({})).rejects.toMatchObject({ code: "LETTER_REFUSED", details: { refusalId: "noText" } });
  await expect(asked({ ...ASKED_TO_ADD, guidance: "如不服，可以在6个月内向上级主管部门申请行政复议" })).rejects.toMatchObject({
    code: "LETTER_REFUSED",
  });
  expect(await numbersTaken()).toEqual(before);
  expect((await loadCase(database, "half"))?.version).toBe(version);
  expect(await lettersOf(office, { ...IN_A1, caseId: "half" })).toEqual([]);
  const { letter } = await asked(ASKED_TO_ADD);
  expect(letter.number).toBe(`青商公开〔2025〕${before.length + 1}号`);
});

test("a connection that breaks between number and file leaves neither", async () => {
  const { version } = await storeCase(database, "broken", [decided("granted")]);
  const before = await numbersTaken();
  const id = "broken-grant";
  // The id of the file is taken by other bytes: the last insert but one fails after number and docx were written.
  await storeCase(database, "other-case", []);
  const { saveAttachment } = await import("../../storage/stores/attachment-store.js");
  const bytes = new TextEncoder().encode("%PDF-1.7 other");
  await saveAttachment(database, { id: `${id}-pdf`, agencyId: "a1", caseId: "other-case", name: "x.pdf", bytes }, "u1");
  const order = orderOf({ letterId: "L-GRANT", edits: { texts: { information: "方案", provision: "邮寄" } } });
  await expect(issueLetter(office, HEAD, { ...IN_A1, caseId: "broken", version, id, order })).rejects.toMatchObject({
    code: "RECORD_ID_REUSED",
  });
  expect(await numbersTaken()).toEqual(before);
  expect(await lettersOf(office, { ...IN_A1, caseId: "broken" })).toEqual([]);
});

test("of two clerks with the same case one wins, and the other is told who was faster", async () => {
  const { version } = await storeCase(database, "race", []);
  const before = await numbersTaken();
  const clarify = { transition: "request-clarification", input: { unclear: "没有写明年度", clarifyBy: "2025-03-20" } };
  const order = orderOf({ letterId: "L-CORRECT", edits: { texts: ASKED_TO_ADD }, step: clarify });
  const results = await Promise.allSettled(
    ["one", "two"].map((who) =>
      issueLetter(officeOn(database, "2025-03-05"), HANDLER, { ...IN_A1, caseId: "race", version, id: `race-${who}`, order }),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const lost = results.find((result) => result.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "RECORD_STALE", data: { by: "handler-1", what: "通知补正" } });
  expect(await numbersTaken()).toEqual(countUp(before.length + 1));
});

test("twenty letters at once have twenty numbers, one after another", async () => {
  const before = (await numbersTaken()).length;
  const files = await Promise.all(countUp(20).map((at) => storeCase(database, `many-${at}`, [decided("granted")])));
  const order = orderOf({ letterId: "L-GRANT", edits: { texts: { information: "方案", provision: "邮寄" } } });
  await Promise.all(
    files.map(({ request, version }) =>
      issueLetter(office, HEAD, { ...IN_A1, caseId: request.id, version, id: `${request.id}-grant`, order }),
    ),
  );
  expect(await numbersTaken()).toEqual(countUp(before + 20));
});

test("asked for twice under one id a letter goes out once; another letter under the id is refused", async () => {
  const { version } = await storeCase(database, "twice", [decided("granted")]);
  const edits = { texts: { information: "方案", provision: "邮寄" } };
  const letter = { ...IN_A1, caseId: "twice", version, id: "twice-grant", order: orderOf({ letterId: "L-GRANT", edits }) };
  const first = await issueLetter(office, HEAD, letter);
  const again = await issueLetter(office, HEAD, letter);
  expect(again.letter).toEqual(first.letter);
  const other = orderOf({ letterId: "L-GRANT", edits: { texts: { ...edits.texts, provision: "电子邮件" } } });
  await expect(issueLetter(office, HEAD, { ...letter, order: other })).rejects.toMatchObject({ code: "RECORD_ID_REUSED" });
  await expect(issueLetter(office, HEAD, { ...letter, id: "twice-other" })).rejects.toMatchObject({ code: "LETTER_REFUSED" });
});

test("an answer that was set aside is made anew in the same case; table three keeps the row of the first", async () => {
  const first = { ...decided("denied.internal"), letterNumber: "青商公开〔2025〕旧1号" };
  const events = [
    first,
    { type: "served", on: "2025-03-19", method: "hand", proof: "签收" },
    { type: "archived", on: "2025-03-21" },
  ] as const;
  const { version } = await storeCase(database, "anew", events);
  const ordered = "青政复决〔2025〕8号行政复议决定书";
  const input = { outcome: "granted", grounds: groundsFor("granted"), ordered };
  const { letter, caseFile } = await issueLetter(officeOn(database, "2025-07-01"), HEAD, {
    ...{ ...IN_A1, caseId: "anew", version, id: "anew-grant" },
    order: orderOf({
      letterId: "L-GRANT",
      edits: { texts: { information: "预算调整方案", provision: "电子邮件" } },
      step: { transition: "decide-anew", input },
    }),
  });
  const state = caseState(caseFile);
  expect(state).toMatchObject({ name: "decided", closing: { outcome: "denied.internal", on: "2025-03-18" }, servedOn: null });
  expect(state.newDecision).toMatchObject({ outcome: "granted", on: "2025-07-01" });
  expect(caseFile.events.at(-1)?.body).toMatchObject({ type: "decided-anew", letterNumber: letter.number });
  expect(letter.body.draft.paragraphs.map(paragraphText)[1]).toBe(
    `本机关曾于2025年3月18日作出处理。根据${ordered}，本机关现重新作出处理如下。`,
  );
  expect(letter.body.cautions).toEqual([]);
});

test("a step that is the head's is not taken by a handler", async () => {
  const { version } = await storeCase(database, "rights", []);
  const input = { workingDays: 10, approvedBy: "王主任", toldOn: "2025-03-25", grounds: "需要查找档案" };
  const order = orderOf({ letterId: "L-EXTEND", step: { transition: "extend", input } });
  const letter = { ...IN_A1, caseId: "rights", version, id: "rights-extend", order };
  await expect(issueLetter(officeOn(database, "2025-03-25"), HANDLER, letter)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(issueLetter(officeOn(database, "2025-03-25"), HEAD, letter)).resolves.toMatchObject({ flags: [] });
});

test("a step that is no act of the letter is refused", async () => {
  const { version } = await storeCase(database, "wrong-step", [decided("granted")]);
  const order = orderOf({
    letterId: "L-GRANT",
    edits: { texts: { information: "方案", provision: "邮寄" } },
    step: { transition: "serve", input: { method: "hand", proof: "签收" } },
  });
  const letter = { ...IN_A1, caseId: "wrong-step", version, id: "wrong-step-1", order };
  await expect(issueLetter(office, HEAD, letter)).rejects.toMatchObject({ code: "LETTER_REFUSED" });
  expect((await loadCase(database, "wrong-step"))?.version).toBe(version);
});

test("serving an answer is the service of the case; serving a notice leaves the request open", async () => {
  const { version } = await storeCase(database, "service", []);
  const clarify = { transition: "request-clarification", input: { unclear: "没有写明年度", clarifyBy: "2025-03-20" } };
  const notice = await issueLetter(officeOn(database, "2025-03-05"), HANDLER, {
    ...{ ...IN_A1, caseId: "service", version, id: "service-notice" },
    order: orderOf({ letterId: "L-CORRECT", edits: { texts: ASKED_TO_ADD }, step: clarify }),
  });
  const served = await serveLetter(officeOn(database, "2025-03-07"), HANDLER, {
    ...{ ...IN_A1, caseId: "service", version: notice.caseFile.version, id: "service-receipt" },
    letter: "service-notice",
    method: "registered-mail",
    proof: "EMS 1234",
  });
  expect(served.caseFile.events.at(-1)?.body).toMatchObject({
    type: "letter-served",
    letter: "service-notice",
    proof: "EMS 1234",
  });
  expect(served.letter.body.draft.form[0]?.text).toBe(`政府信息公开申请补正告知书 ${notice.letter.number}`);
  const rows = await lettersOf(office, { ...IN_A1, caseId: "service" });
  expect(rows.map(({ id, servedOn, number }) => [id, servedOn, number !== null])).toEqual([
    ["service-notice", "2025-03-07", true],
    ["service-receipt", null, false],
  ]);
});

test("the register with its letters is proved by its chain, and no name of a requester lies open beside them", async () => {
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true, broken: [] });
  const rows = await database.db.selectFrom("issued_letter").select("body").execute();
  expect(rows.length).toBeGreaterThan(37);
  expect(rows.some(({ body }) => body.includes(Buffer.from("张三")))).toBe(false);
});

test("an agency that has set nothing is told what to set", async () => {
  const bare = await testDatabase();
  await addLetterAgency(bare, false);
  const { version } = await storeCase(bare, "bare", []);
  const letter = { ...IN_A1, caseId: "bare", version, id: "bare-receipt", order: orderOf({ letterId: "L-RECEIPT" }) };
  await expect(issueLetter(officeOn(bare, "2025-03-03"), HEAD, letter)).rejects.toMatchObject({
    code: "LETTER_SETTINGS_MISSING",
    data: { missing: "机关代字、承办机构、联系方式、查询方式" },
  });
  await bare.close();
});
