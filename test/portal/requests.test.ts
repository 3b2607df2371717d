import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { listSubmissions } from "../../src/operations/portal/list-submissions.js";
import { pushRequestStatus, thenPushStatus } from "../../src/operations/portal/push-request-status.js";
import { setAsideSubmission } from "../../src/operations/portal/set-aside-submission.js";
import { newFormToken } from "../../src/operations/portal/submit-request.js";
import { takeInSubmission, takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { rotateInboxKey } from "../../src/storage/portal/inbox-keys.js";
import { attachmentsOfCase, loadAttachmentBytes } from "../../src/storage/stores/attachment-store.js";
import { appendToCase, loadCase, loadCases } from "../../src/storage/stores/case-store.js";
import { day } from "../storage/register-builder.js";
import { AGENCY, submission, type TestPortal, testPortal } from "./portal-builder.js";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  await takeInSubmissions(portal.office, SYSTEM_ACTOR);
});

const pdf = Buffer.from("%PDF-1.4 委托书");

async function countCases(): Promise<number> {
  let count = 0;
  for await (const _ of loadCases(portal.database, AGENCY)) count += 1;
  return count;
}

describe("submitting", () => {
  test("a receipt: a number nobody can guess from another, and a code", async () => {
    const [one, other] = [await portal.site.submit(submission()), await portal.site.submit(submission())];
    expect(one.number).toMatch(/^370100-\d{8}-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(one.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(other.number.slice(-8)).not.toBe(one.number.slice(-8));
  });

  test("nothing that was filled in lies readable in the database", async () => {
    const form = submission({ description: "鸱鸮栖息地保护资金", attachments: [{ name: "委托书.pdf", bytes: pdf }] });
    const receipt = await portal.site.submit(form);
    const { rows } = await sql<{ row: string; sealed: Buffer }>`
      select inbox::text as row, sealed from portal.inbox where number = ${receipt.number}`.execute(portal.database.db);
    const [stored] = rows;
    if (stored === undefined) throw new Error("Nothing was stored.");
    for (const secret of [
      form.requester.name,
      form.requester.identity.number,
      "鸱鸮",
      "委托书",
      "13964012345",
      form.formToken,
      receipt.code,
    ]) {
      expect(stored.row).not.toContain(secret);
      expect(stored.sealed.includes(Buffer.from(secret))).toBe(false);
      expect(stored.row).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });

  test("the same form sent twice, also in the same moment, gives the same receipt and is stored once", async () => {
    const form = submission();
    const receipts = await Promise.all([1, 2, 3].map(() => portal.site.submit(form)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    const { rows } = await sql`select from portal.inbox where number = ${receipts[0]?.number ?? ""}`.execute(portal.database.db);
    expect(rows.length).toBe(1);
  });

  test("a form that was changed after it was sent is refused, not swallowed", async () => {
    const form = submission();
    await portal.site.submit(form);
    await expect(portal.site.submit({ ...form, description: "另外的内容，另外的内容" })).rejects.toMatchObject({
      code: "FORM_ALREADY_SENT",
    });
  });

  test("an agency whose guide does not describe the channel takes none", async () => {
    await expect(portal.site.submit(submission({ agencyId: "A2" }))).rejects.toMatchObject({ code: "REQUESTS_NOT_TAKEN" });
    await expect(portal.site.submit(submission({ agencyId: "nobody" }))).rejects.toMatchObject({ code: "REQUESTS_NOT_TAKEN" });
    expect(await portal.site.takesRequests("A2")).toBe(false);
  });

  test("what is missing or cannot be is told field by field", async () => {
    const { requester } = submission();
    const wrong = submission({
      description: " ",
      requester: {
        ...requester,
        name: "",
        identity: { document: "id-card", number: "110105194912310021" },
        contact: { email: "x" },
      },
      wantedForm: { medium: "paper", delivery: "post" },
    });
    await expect(portal.site.submit(wrong)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      details: [
        { field: "requester.name" },
        { field: "requester.identity.number" },
        { field: "requester.contact.email" },
        { field: "description" },
        { field: "requester.contact.address" },
      ],
    });
  });

  test("the digit that would make a wrong number pass is told to nobody who types it", async () => {
    const { requester } = submission();
    const wrong = submission({ requester: { ...requester, identity: { document: "id-card", number: "110105194912310021" } } });
    const refused: unknown = await portal.site.submit(wrong).catch((error: unknown) => error);
    expect(refused).toMatchObject({ details: [{ field: "requester.identity.number", message: "校验码不符，请对照证件核对" }] });
  });

  test.each([
    ["页面.html", Buffer.from("<script>alert(1)</script>")],
    ["图.svg", Buffer.from("<svg onload=alert(1)>")],
    ["假.pdf", Buffer.from("MZ not a pdf")],
    ["假.png", Buffer.from("<html>")],
    ["无扩展名", Buffer.from("x")],
  ])("an attachment %s that is not what it says is refused", async (name, bytes) => {
    await expect(portal.site.submit(submission({ attachments: [{ name, bytes }] }))).rejects.toMatchObject({
      code: "INPUT_INVALID",
      details: [{ field: "attachments.0" }],
    });
  });

  test("the inbox has a limit in time, told so that one can come again", async () => {
    await sql`update portal.setting set value = 1 where name = 'submissions-per-ten-minutes'`.execute(portal.database.db);
    await expect(portal.site.submit(submission())).rejects.toMatchObject({ code: "INBOX_FULL" });
    await sql`update portal.setting set value = 600 where name = 'submissions-per-ten-minutes'`.execute(portal.database.db);
  });
});

describe("taking in", () => {
  test("a request becomes a case with its files, and its sealed bytes are cleared", async () => {
    const form = submission({ attachments: [{ name: "委托书.pdf", bytes: pdf }] });
    const { number, submittedAt } = await portal.site.submit(form);
    const { taken } = await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    expect(taken.map((one) => one.number)).toEqual([number]);
    const caseId = taken[0]?.caseId ?? "";
    const file = await loadCase(portal.database, caseId);
    expect(file?.request).toMatchObject({
      channel: "online",
      requester: form.requester,
      description: form.description,
      agencyId: AGENCY,
    });
    expect(file?.request.arrivedOn).toBe(new Date(Date.parse(submittedAt) + 8 * 3_600_000).toISOString().slice(0, 10));
    const [kept] = await attachmentsOfCase(portal.database, caseId);
    expect(Buffer.from((await loadAttachmentBytes(portal.database, kept?.id ?? "")) ?? [])).toEqual(pdf);
    const { rows } = await sql`select sealed, state from portal.inbox where number = ${number}`.execute(portal.database.db);
    expect(rows).toEqual([{ sealed: null, state: "taken" }]);
    expect((await verifyAudit(portal.database)).isIntact).toBe(true);
  });

  test("several that take in at once make one case of it", async () => {
    const before = await countCases();
    for (let at = 0; at < 5; at++) await portal.site.submit(submission());
    const outcomes = await Promise.all([1, 2, 3].map(() => takeInSubmissions(portal.office, SYSTEM_ACTOR)));
    expect(outcomes.flatMap(({ taken }) => taken).length).toBe(5);
    expect(await countCases()).toBe(before + 5);
  });

  test("killed before the end of the transaction nothing has happened; the next run does it once", async () => {
    const before = await countCases();
    const { number } = await portal.site.submit(submission());
    // The last statement of the transaction fails: as when the process or the server goes down just before the commit.
    await sql`create function portal.fail() returns trigger language plpgsql as $$ begin raise exception 'down'; end $$`.execute(
      portal.database.db,
    );
    await sql`create trigger fail before update on portal.inbox for each row execute function portal.fail()`.execute(
      portal.database.db,
    );
    await expect(takeInSubmissions(portal.office, SYSTEM_ACTOR)).rejects.toThrow("down");
    expect(await countCases()).toBe(before);
    await sql`drop trigger fail on portal.inbox`.execute(portal.database.db);
    expect((await takeInSubmissions(portal.office, SYSTEM_ACTOR)).taken.map((one) => one.number)).toEqual([number]);
    expect(await countCases()).toBe(before + 1);
  });

  test("what is sealed to the key before still opens after the key was changed", async () => {
    const { number } = await portal.site.submit(submission());
    await rotateInboxKey(portal.database);
    const later = await portal.site.submit(submission());
    const { taken } = await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    expect(taken.map((one) => one.number).sort()).toEqual([number, later.number].sort());
  });

  test("what was moved to another number or changed by a bit does not open, and waits for a person", async () => {
    const { number } = await portal.site.submit(submission());
    await sql`update portal.inbox set sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) where number = ${number}`.execute(
      portal.database.db,
    );
    const { left } = await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    expect(left).toEqual([{ number, reason: "内容不能解密" }]);
    expect((await takeInSubmissions(portal.office, SYSTEM_ACTOR)).left).toEqual([]);
  });

  test("advertising is set aside with a reason, told, and can be taken back", async () => {
    const { number, code } = await portal.site.submit(submission({ description: "代开发票，价格优惠" }));
    const {
      rows: [listed],
    } = await listSubmissions(portal.office, SYSTEM_ACTOR, { agencyId: AGENCY, state: null, after: null, limit: 1 });
    expect(listed).toMatchObject({
      number,
      state: { code: "waiting" },
      description: "代开发票，价格优惠",
      requesterName: "欧阳沐泽",
    });
    await setAsideSubmission(portal.office, SYSTEM_ACTOR, { number, agencyId: AGENCY, reason: "内容是广告。" });
    const answer = await portal.site.statusOf(number, code);
    expect(answer).toMatchObject({ kind: "found", status: { state: "set-aside", now: expect.stringContaining("内容是广告。") } });
    expect((await takeInSubmissions(portal.office, SYSTEM_ACTOR)).taken).toEqual([]);
    expect(await takeInSubmission(portal.office, SYSTEM_ACTOR, { number, isAsked: true })).toEqual({
      caseId: `portal-${number}`,
    });
    expect(await portal.site.statusOf(number, code)).toMatchObject({ status: { state: "unconfirmed" } });
  });
});

describe("status", () => {
  test("before and after it is registered, with the code as people type it", async () => {
    const { number, code } = await portal.site.submit(submission());
    expect(await portal.site.statusOf(number, code)).toMatchObject({ kind: "found", status: { state: "submitted", due: null } });
    await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    const typed = ` ${number.toLowerCase().replaceAll("-", "－")} `;
    const answer = await portal.site.statusOf(typed, code.toLowerCase().replace("-", " "));
    expect(answer).toMatchObject({ kind: "found", status: { state: "unconfirmed", holder: "A1市民政局和您" } });
  });

  test("says what happens, by when and why, without naming anybody", async () => {
    const { number, code } = await portal.site.submit(submission());
    const { taken } = await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    const caseId = taken[0]?.caseId ?? "";
    const file = await loadCase(portal.database, caseId);
    const today = file?.request.arrivedOn ?? day("2026-01-01");
    const appended = await appendToCase(
      portal.database,
      {
        caseId,
        version: file?.version ?? 0,
        events: [
          { id: `${caseId}.c`, body: { type: "confirmed", on: today } },
          { id: `${caseId}.a`, body: { type: "accepted", on: today, handler: "经办人王某某" } },
          { id: `${caseId}.t`, body: { type: "third-party-asked", on: today, party: "泉城某某公司" } },
        ],
      },
      "王某某",
    );
    expect(appended.result).toBe("written");
    expect(await pushRequestStatus(portal.office)).toBe(1);
    expect(await pushRequestStatus(portal.office)).toBe(0);
    const answer = await portal.site.statusOf(number, code);
    if (answer.kind !== "found") throw new Error("Not found.");
    const { status } = answer;
    expect(status.state).toBe("consulting");
    expect(status.due?.why.join("")).toContain("征求第三方意见");
    expect(status.steps.map(({ text }) => text)).toContain(
      "机关与您确认收到。这一天是收到申请之日（条例第三十一条），答复期限由此计算。",
    );
    for (const name of ["王某某", "泉城", "欧阳沐泽", "低保资金", "13964012345"])
      expect(JSON.stringify(status)).not.toContain(name);
  });

  test("is told as soon as a step is taken; a step stands also when the portal cannot be told", async () => {
    const { number, code } = await portal.site.submit(submission());
    const { taken } = await takeInSubmissions(portal.office, SYSTEM_ACTOR);
    const caseId = taken[0]?.caseId ?? "";
    const file = await loadCase(portal.database, caseId);
    const on = file?.request.arrivedOn ?? day("2026-01-01");
    const confirm = () => {
      const events = [{ id: `${caseId}.c`, body: { type: "confirmed", on } as const }];
      return appendToCase(portal.database, { caseId, version: file?.version ?? 0, events }, "王某某");
    };
    await sql`alter table portal.request_status rename to away`.execute(portal.database.db);
    const step = await thenPushStatus(portal.office, caseId, confirm());
    await sql`alter table portal.away rename to request_status`.execute(portal.database.db);
    expect(step.result).toBe("written");
    expect(await portal.site.statusOf(number, code)).toMatchObject({ status: { holder: "A1市民政局和您" } });
    await thenPushStatus(portal.office, caseId, confirm());
    expect(await portal.site.statusOf(number, code)).toMatchObject({ status: { state: "received", holder: "A1市民政局" } });
    await expect(thenPushStatus(portal.office, caseId, Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  });

  test("a wrong code and a number there is not look the same; many wrong codes lock the number, also for the right one", async () => {
    const { number, code } = await portal.site.submit(submission());
    expect(await portal.site.statusOf(number, "00000-00000")).toEqual({ kind: "wrong" });
    expect(await portal.site.statusOf("370100-20260101-00000000", "00000-00000")).toEqual({ kind: "wrong" });
    expect(await portal.site.statusOf("' or 1=1 --", code)).toEqual({ kind: "wrong" });
    for (let guess = 0; guess < 8; guess++) await portal.site.statusOf(number, `00000-0000${guess}`);
    expect(await portal.site.statusOf(number, "11111-11111")).toMatchObject({ kind: "locked" });
    expect(await portal.site.statusOf(number, code)).toMatchObject({ kind: "locked" });
    await sql`update portal.request_status set locked_until = clock_timestamp() - interval '1 second' where number = ${number}`.execute(
      portal.database.db,
    );
    expect(await portal.site.statusOf(number, code)).toMatchObject({ kind: "found" });
    expect(await portal.site.statusOf(number, "22222-22222")).toEqual({ kind: "wrong" });
  });

  test("with many wrong codes in all, each number has three tries; who knows the code is not shut out", async () => {
    const { number, code } = await portal.site.submit(submission());
    const other = await portal.site.submit(submission());
    await sql`update portal.guess_total set failures = 1000, since = clock_timestamp()`.execute(portal.database.db);
    expect(await portal.site.statusOf(number, "11111-11111")).toEqual({ kind: "wrong" });
    expect(await portal.site.statusOf(number, "11111-11112")).toEqual({ kind: "wrong" });
    expect(await portal.site.statusOf(number, "11111-11113")).toMatchObject({ kind: "locked" });
    expect(await portal.site.statusOf(other.number, other.code)).toMatchObject({ kind: "found" });
    expect(await portal.site.statusOf(number, code)).toMatchObject({ kind: "locked" });
    await sql`update portal.guess_total set failures = 0`.execute(portal.database.db);
  });
});

test("tokens of forms are fresh and long", () => {
  expect(new Set(Array.from({ length: 100 }, newFormToken)).size).toBe(100);
  expect(newFormToken()).toMatch(/^[\w-]{32}$/);
});
