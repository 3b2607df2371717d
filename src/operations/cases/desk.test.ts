import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { GRANTED_GROUNDS } from "../../../test/builders/case-step.js";
import { actorIn, type DeskOffice, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { keepItemSummary } from "../../storage/stores/item-summary-store.js";
import { recordSetting } from "../../storage/stores/setting-store.js";
import type { Actor } from "../office.js";
import { attachFile, readAttachment } from "./attachments.js";
import { linkCases } from "./link-cases.js";
import { NUMBER_SCHEME_SETTING } from "./number-scheme.js";
import { outcomePath } from "./outcome-path.js";
import { readToday } from "./read-today.js";
import { checkRegistration, registerRequest } from "./register-request.js";
import { findSimilar } from "./related-cases.js";
import { showRequester } from "./shown-requester.js";
import { splitCase } from "./split-case.js";
import { correctEvent, takeStep, tryStep } from "./take-step.js";
import { viewCase } from "./view-case.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let agencies = 0;

/** A fresh agency with a desk, on 2025-03-04. */
async function desk(): Promise<{ office: DeskOffice; agencyId: string; handler: Actor; head: Actor; supervisor: Actor }> {
  agencies += 1;
  const agencyId = `desk${agencies}`;
  await addAgency(database, agencyId);
  return {
    office: deskOffice(database, "2025-03-04"),
    agencyId,
    handler: actorIn(agencyId, "handler"),
    head: actorIn(agencyId, "head", "王负责"),
    supervisor: actorIn("somewhere-above", "supervisor"),
  };
}

let events = 0;
const eventId = () => `event-${++events}-of-tests`;

test("who was asked to help and has not answered is offered for the answer", async () => {
  const { office, agencyId, handler } = await desk();
  const pieces = [{ id: `${agencyId}-piece-1`, description: "事项的实施方案" }];
  await registerRequest(office, handler, agencyId, registration(agencyId, { pieces }));
  const at = { agencyId, caseId: `${agencyId}-piece-1` };
  const unitOf = async () => {
    const { steps } = await viewCase(office, handler, at);
    const field = steps.find(({ id }) => id === "record-assistance")?.fields.find(({ name }) => name === "unit");
    return [field?.kind, field?.suggested, field?.options?.map(({ value }) => value) ?? null];
  };
  expect(await unitOf()).toEqual(["text", null, null]);
  const { version } = (await viewCase(office, handler, at)).row;
  const input = { unit: "档案室", matters: "查找实施方案", answerBy: "2025-03-07" };
  await takeStep(office, handler, { ...at, version, eventId: eventId(), transition: "ask-assistance", input });
  expect(await unitOf()).toEqual(["choice", "档案室", ["档案室"]]);
});

describe("registering a letter", () => {
  test("gives each piece the next number of the year, and the receipt", async () => {
    const { office, agencyId, handler } = await desk();
    const pieces = [1, 2].map((place) => ({ id: `${agencyId}-piece-${place}`, description: `事项${place}的实施方案` }));
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId, { pieces }));
    expect(cases.map(({ number, state, due }) => [number, state.code, due])).toEqual([
      ["依申请〔2025〕1号", "received", "2025-03-31"],
      ["依申请〔2025〕2号", "received", "2025-03-31"],
    ]);
    const { nextNumber } = await checkRegistration(office, agencyId, {});
    expect(nextNumber).toBe("依申请〔2025〕3号");
  });

  test("sent twice is written once, and leaves no gap", async () => {
    const { office, agencyId, handler } = await desk();
    const letter = registration(agencyId);
    const first = await registerRequest(office, handler, agencyId, letter);
    const again = await registerRequest(office, handler, agencyId, letter);
    expect(again.cases).toEqual(first.cases);
    const next = await registerRequest(office, handler, agencyId, registration(`${agencyId}-next`));
    expect(next.cases[0]?.number).toBe("依申请〔2025〕2号");
  });

  test("ten at once get ten numbers in a row", async () => {
    const { office, agencyId, handler } = await desk();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => registerRequest(office, handler, agencyId, registration(`${agencyId}-${at}`))),
    );
    const places = all.flatMap(({ cases }) => cases.map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1])));
    expect(places.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("a number from a book on paper takes its place, and is not given twice", async () => {
    const { office, agencyId, handler } = await desk();
    const withNumber = (id: string, number: string) =>
      registration(`${agencyId}-${id}`, { pieces: [{ id: `${agencyId}-piece-${id}`, description: "扶贫资金", number }] });
    await registerRequest(office, handler, agencyId, withNumber("a", "依申请〔2025〕7号"));
    await expect(registerRequest(office, handler, agencyId, withNumber("b", "依申请〔2025〕7号"))).rejects.toMatchObject({
      code: "REQUEST_NUMBER_TAKEN",
    });
    const { nextNumber } = await checkRegistration(office, agencyId, {});
    expect(nextNumber).toBe("依申请〔2025〕8号");
  });

  test("an agency may number as it likes", async () => {
    const { office, agencyId, handler } = await desk();
    await recordSetting(database, { chain: agencyId, recordedBy: "t" }, NUMBER_SCHEME_SETTING, "济民公开{year}-{number}");
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    expect(cases[0]?.number).toBe("济民公开2025-1");
  });

  test("warns of a wrong identity number, of the same person and of the same matter, and refuses nothing", async () => {
    const { office, agencyId, handler } = await desk();
    await registerRequest(office, handler, agencyId, registration(agencyId));
    const letter = registration(`${agencyId}-again`, {
      pieces: [{ id: `${agencyId}-again`, description: "申请公开2024年度低保资金的发放情况" }],
    });
    const { warnings } = await checkRegistration(office, agencyId, letter);
    expect(warnings.map(({ code }) => code)).toEqual(["same-requester", "similar", "late-entry"]);
    expect(warnings[1]?.cases[0]).toMatchObject({ id: `case-${agencyId}-1` });
    const wrong = { ...letter.requester, identity: { document: "id-card", number: "110105194912310021" } } as const;
    const checked = await checkRegistration(office, agencyId, { requester: wrong });
    expect(checked.warnings[0]?.message).toBe("校验码不符，应为X，请核对是否输错。");
    expect(checked.bornOn).toBe("1949-12-31");
    expect((await registerRequest(office, handler, agencyId, { ...letter, requester: wrong })).cases).toHaveLength(1);
  });

  test("is for those who handle requests", async () => {
    const { office, agencyId, supervisor } = await desk();
    await expect(registerRequest(office, supervisor, agencyId, registration(agencyId))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a case from receipt to service", () => {
  test("every step says what it moved, and the last puts it into the annual report", async () => {
    const { office, agencyId, handler, head } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId, { handler: "李经办" }));
    const caseId = cases[0]?.id ?? "";
    const step = async (actor: Actor, transition: string, input: object) => {
      const { row } = await viewCase(office, actor, { agencyId, caseId });
      return takeStep(office, actor, { agencyId, caseId, version: row.version, transition, input, eventId: eventId() });
    };
    const asked = await step(handler, "request-clarification", { unclear: "请写明乡镇", clarifyBy: "2025-03-14" });
    expect(asked.view.row).toMatchObject({ state: { code: "awaiting-clarification" }, waitingFor: { label: "待申请人补正" } });
    expect(asked.change).toContain("答复期限由“2025年3月31日”改为“停止计算”。");
    office.goTo("2025-03-10");
    const answered = await step(handler, "record-clarification", { text: "全市", isClear: true });
    expect(answered.view.deadline).toMatchObject({ due: "2025-04-08", urgency: "running" });
    office.goTo("2025-04-01");
    const longer = await step(head, "extend", { workingDays: 20, approvedBy: "王负责", toldOn: "2025-04-01", grounds: "量大" });
    expect(longer.view.deadline.due).toBe("2025-05-08");
    const decided = await step(head, "decide", { outcome: "granted", grounds: GRANTED_GROUNDS });
    expect(decided.view.row).toMatchObject({ state: { code: "decided" }, isOpen: true, outcome: { label: "予以公开" } });
    expect(decided.view.reportCells.map(({ row, column }) => [row, column])).toEqual([
      ["new_received", "natural"],
      ["granted", "natural"],
    ]);
    const served = await step(handler, "serve", { method: "registered-mail", proof: "EMS 1234" });
    expect(served.view.row).toMatchObject({ state: { code: "served" }, isOpen: false, urgency: "none" });
    expect(served.view.timeline.at(-1)?.facts).toEqual([
      { label: "送达方式", text: "挂号信、特快专递等需签收的邮寄" },
      { label: "送达凭证", text: "EMS 1234" },
    ]);
    expect(served.view.deadline.state).toBe("2025年4月1日已送达答复");
  });

  test("what cannot be done says why in one sentence, and what can be done brings its form", async () => {
    const { office, agencyId, handler } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const view = await viewCase(office, handler, { agencyId, caseId: cases[0]?.id ?? "" });
    const serve = view.steps.find(({ id }) => id === "serve");
    expect(serve).toMatchObject({ why: "还没有作出处理决定，不能“登记送达”（本件在2025年3月4日为“已收到”）。", isAllowed: true });
    const extend = view.steps.find(({ id }) => id === "extend");
    expect(extend).toMatchObject({ why: null, isAllowed: false, basis: ["《政府信息公开条例》第三十三条第二款"] });
    expect(extend?.fields.find(({ name }) => name === "workingDays")).toMatchObject({ suggested: 20, kind: "number" });
    expect(view.steps.some(({ id }) => id === "receive")).toBe(false);
  });

  test("a step that the procedure refuses is an error with the sentence; a form that does not fit names its fields", async () => {
    const { office, agencyId, handler } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const common = { agencyId, caseId: cases[0]?.id ?? "", version: 1, eventId: eventId() };
    await expect(takeStep(office, handler, { ...common, transition: "serve", input: { method: "hand" } })).rejects.toMatchObject({
      code: "STEP_REFUSED",
      details: { refusalId: "notYet" },
    });
    await expect(
      takeStep(office, handler, { ...common, transition: "request-clarification", input: { unclear: "" } }),
    ).rejects.toMatchObject({ code: "INPUT_INVALID", details: { issues: [{ field: "unclear" }, { field: "clarifyBy" }] } });
    await expect(takeStep(office, handler, { ...common, transition: "extend", input: {} })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const tried = await tryStep(office, {
      ...common,
      transition: "request-clarification",
      input: { unclear: "年度", clarifyBy: "2025-03-20" },
    });
    expect(tried).toMatchObject({ isPossible: true, due: null, state: { code: "awaiting-clarification" } });
  });

  test("of two people one wins, the other is told what changed; the same sent twice is written once", async () => {
    const { office, agencyId, handler, head } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const step = {
      agencyId,
      caseId: cases[0]?.id ?? "",
      version: 1,
      eventId: eventId(),
      transition: "accept",
      input: { handler: "李经办" },
    };
    const first = await takeStep(office, handler, step);
    office.goTo("2025-03-05");
    const again = await takeStep(office, handler, step);
    expect(again.view.row.version).toBe(first.view.row.version);
    const late = takeStep(office, head, {
      ...step,
      eventId: eventId(),
      transition: "transfer-inside",
      input: { unit: "救助科" },
    });
    await expect(late).rejects.toMatchObject({
      code: "RECORD_STALE",
      data: { what: "受理并分办" },
      details: { version: 2, since: [{ type: "accepted" }] },
    });
  });

  test("a correction stays beside what was wrong, and the clock follows the right day", async () => {
    const { office, agencyId, handler, head } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const caseId = cases[0]?.id ?? "";
    const correction = {
      ...{ agencyId, caseId, version: 1, eventId: eventId(), corrects: `${caseId}.received` },
      ...{ replacement: { type: "received", on: "2025-02-28" }, reason: "收件章为2月28日" },
    };
    await expect(correctEvent(office, handler, correction)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { view, change } = await correctEvent(office, head, correction);
    expect(view.timeline.map(({ standing, corrects }) => [standing, corrects])).toEqual([
      ["corrected", null],
      ["stands", `${caseId}.received`],
    ]);
    expect(view.timeline[1]?.facts[0]).toEqual({ label: "更正为", text: "登记收到申请（2025年2月28日）" });
    expect(change[0]).toBe("收到申请之日由“2025年3月3日”改为“2025年2月28日”。");
    expect(view.deadline.due).toBe("2025-03-28");
  });

  test("the requester is covered until somebody says what for, which is on record", async () => {
    const { office, agencyId, handler, supervisor } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const name = { agencyId, caseId: cases[0]?.id ?? "" };
    const seen = await viewCase(office, handler, name);
    expect(seen.requester).toMatchObject({ name: "欧阳沐泽", identity: { number: "11*************02X" }, isMasked: true });
    const above = await viewCase(office, supervisor, name);
    expect(above.requester.name).toBe("欧***");
    expect(above.mayHandle).toBe(false);
    expect(JSON.stringify(above)).not.toMatch(/沐泽|13964012345|泺源大街|0519491231/);
    await expect(showRequester(office, supervisor, { ...name, purpose: "好奇" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const shown = await showRequester(office, handler, { ...name, purpose: "核对收费" });
    expect(shown).toMatchObject({ identity: { number: "11010519491231002X" }, isMasked: false });
    const { body } = await database.db
      .selectFrom("activity")
      .select("body")
      .where("kind", "=", "requester-shown")
      .where("subject", "=", name.caseId)
      .executeTakeFirstOrThrow();
    expect(body).toEqual({ purpose: "核对收费" });
  });

  test("a case of another agency does not exist", async () => {
    const one = await desk();
    const other = await desk();
    const { cases } = await registerRequest(one.office, one.handler, one.agencyId, registration(one.agencyId));
    const caseId = cases[0]?.id ?? "";
    await expect(viewCase(other.office, other.handler, { agencyId: other.agencyId, caseId })).rejects.toMatchObject({
      code: "CASE_UNKNOWN",
    });
  });
});

describe("the legal questions", () => {
  test("lead one after another to one row with its letter, articles and evidence", async () => {
    const { office, agencyId, handler } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const name = { agencyId, caseId: cases[0]?.id ?? "" };
    const first = await outcomePath(office, { ...name, answers: {} });
    expect(first).toMatchObject({ answered: [], next: { id: "standing" }, row: null });
    const { held: _held, public: _public, ...before } = GRANTED_GROUNDS;
    const absent = await outcomePath(office, { ...name, answers: { ...before, held: "absent" } });
    expect(absent.answered).toHaveLength(7);
    expect(absent.row).toMatchObject({ outcome: "unable.not_held", formName: "政府信息不存在", recordedBy: null });
    expect(absent.row?.evidence.find(({ id }) => id === "search-record")).toMatchObject({ source: "event", isHeld: false });
    const unheard = await outcomePath(office, { ...name, answers: { standing: "nonsense" } });
    expect(unheard.next?.id).toBe("standing");
    const lapsed = await outcomePath(office, { ...name, answers: { standing: "no-correction" } });
    expect(lapsed.row).toMatchObject({ recordedBy: { code: "lapse-clarification" }, input: null });
  });
});

describe("pieces, links and files", () => {
  test("a letter is split later: the case keeps its number, the others get the next, all or none", async () => {
    const { office, agencyId, handler } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const caseId = cases[0]?.id ?? "";
    const split = {
      agencyId,
      caseId,
      version: 1,
      first: "低保资金发放情况",
      others: [{ id: `${agencyId}-other`, description: "特困供养资金" }],
    };
    const rows = await splitCase(office, handler, split);
    expect(rows.map(({ number, description, due }) => [number, description, due])).toEqual([
      ["依申请〔2025〕1号", "低保资金发放情况", "2025-03-31"],
      ["依申请〔2025〕2号", "特困供养资金", "2025-03-31"],
    ]);
    expect(await splitCase(office, handler, split)).toEqual(rows);
    const { related } = await viewCase(office, handler, { agencyId, caseId });
    expect(related).toMatchObject([{ id: `${agencyId}-other`, relation: { code: "same-letter" } }]);
    await expect(
      splitCase(office, handler, { ...split, version: 0, others: [{ id: `${agencyId}-third`, description: "x" }] }),
    ).rejects.toMatchObject({
      code: "RECORD_STALE",
    });
  });

  test("a link is made and taken back; similar cases are found without one", async () => {
    const { office, agencyId, handler } = await desk();
    const earlier = await registerRequest(office, handler, agencyId, registration(`${agencyId}-a`));
    const later = await registerRequest(office, handler, agencyId, registration(`${agencyId}-b`));
    const [caseId, otherId] = [later.cases[0]?.id ?? "", earlier.cases[0]?.id ?? ""];
    const item = {
      agency_id: agencyId,
      state: "published",
      is_public: true,
      version: 1,
      snapshots: 1,
      turn_roles: [],
      turn_people: [],
    };
    const dates = {
      changed_at: "2025-01-01T00:00:00Z",
      published_at: "2025-01-01T00:00:00Z",
      is_sample: false,
      authors: [],
      interprets: [],
    };
    const none = { index_text: null, document_number: null, disclosure_item: null, theme: null, genre: null, attribute: null };
    const undated = {
      document_kind: null,
      made_on: null,
      counted_from: null,
      other_days: null,
      revised_at: null,
      scheduled_for: null,
      validity: null,
    };
    const titles = [
      ["item-near", "济南市2024年度低保资金发放情况公示"],
      ["item-far", "关于春节放假的通知"],
    ] as const;
    const rest = { ...undated, assessed_on: null, due_on: null, turn: null };
    await database.db.connection().execute(async (db) => {
      // The summaries alone, without the items they are made from.
      await sql`set session_replication_role = replica`.execute(db);
      for (const [id, title] of titles) await keepItemSummary(db, { ...item, ...dates, ...none, ...rest, item_id: id, title });
      await sql`set session_replication_role = default`.execute(db);
    });
    const { cases, items } = await findSimilar(office, { agencyId, caseId });
    expect(items).toMatchObject([{ id: "item-near", address: "/items/item-near" }]);
    expect(cases).toMatchObject([{ id: otherId, likeness: 1, isSameRequester: true }]);
    const link = { agencyId, caseId, otherId, kind: "repeat", isRemoved: false } as const;
    const linked = await linkCases(office, handler, { ...link, linkId: `${agencyId}-link` });
    expect(linked).toMatchObject([{ id: otherId, relation: { label: "重复申请" } }]);
    expect(await linkCases(office, handler, { ...link, linkId: `${agencyId}-gone`, isRemoved: true })).toEqual([]);
  });

  test("a file is what its name says, or it is not kept; it comes back as it was", async () => {
    const { office, agencyId, handler } = await desk();
    const { cases } = await registerRequest(office, handler, agencyId, registration(agencyId));
    const name = { agencyId, caseId: cases[0]?.id ?? "", attachmentId: `${agencyId}-file` };
    const bytes = new TextEncoder().encode("%PDF-1.7 …");
    await expect(attachFile(office, handler, { ...name, name: "来信.png", bytes })).rejects.toMatchObject({
      code: "ATTACHMENT_KIND_MISMATCH",
    });
    await attachFile(office, handler, { ...name, name: "来信.pdf", bytes });
    const read = await readAttachment(office, name);
    expect(read).toMatchObject({ name: "来信.pdf", mediaType: "application/pdf" });
    expect(new Uint8Array(read.bytes)).toEqual(bytes);
    await expect(readAttachment(office, { ...name, attachmentId: "another" })).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
  });
});

describe("today", () => {
  test("sorts by the last day, says whom a case waits for, and how the day comes about", async () => {
    const { office, agencyId, handler, head } = await desk();
    const register = (id: string, changes: Partial<ReturnType<typeof registration>> = {}) =>
      registerRequest(office, handler, agencyId, registration(`${agencyId}-${id}`, changes));
    const online = await register("online", { channel: "online" });
    const late = await register("late", { arrivedOn: dayIn("2025-02-05") });
    const plain = await register("plain");
    const asked = await register("asked");
    const caseId = asked.cases[0]?.id ?? "";
    const ask = { transition: "ask-third-party", input: { party: "甲公司" } };
    await takeStep(office, head, { agencyId, caseId, version: 1, eventId: eventId(), ...ask });
    office.goTo("2025-03-27");
    const { rows, counts } = await readToday(office, handler, { agencyId, after: null, limit: 50 });
    expect(rows.map(({ id, urgency, waitingFor }) => [id, urgency, waitingFor?.code])).toEqual([
      [late.cases[0]?.id, "late", "us"],
      [plain.cases[0]?.id, "soon", "us"],
      // The third party's fifteen working days are over: silence has answered.
      [caseId, "running", "us"],
      [online.cases[0]?.id, "none", "confirmation"],
    ]);
    expect(rows[1]?.derivation.at(-1)).toBe("答复期限于2025年3月31日届满。");
    expect(Object.fromEntries(counts.map(({ group, count }) => [group, count]))).toEqual({
      ...{ late: 1, soon: 1, us: 4, waiting: 0, "to-serve": 0, "to-archive": 0, "from-portal": 1 },
    });
    const first = await readToday(office, handler, { agencyId, after: null, limit: 3 });
    const second = await readToday(office, handler, { agencyId, after: first.next, limit: 3 });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(second.next).toBeNull();
  });
});

test("after all of it the chain is whole", async () => {
  expect((await verifyAudit(database)).isIntact).toBe(true);
});
