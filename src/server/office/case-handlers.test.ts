import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOffice } from "../../../test/builders/desk.js";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { caseRoutes } from "../../api/cases.js";
import { proceedingRoutes } from "../../api/proceedings.js";

let database: TestDatabase;
let app: FastifyInstance;
let handler: SignedInUser;

const params = { agencyId: "A1" };
const letter = (id: string, description = "2024年度低保资金发放情况") => ({
  ...{ letterId: `letter-${id}`, channel: "in_person", arrivedOn: "2025-03-03" },
  requester: {
    kind: "natural",
    name: "欧阳沐泽",
    identity: { document: "id-card", number: "11010519491231002X" },
    contact: { phone: "13964012345" },
  },
  wantedForm: { medium: "paper", delivery: "collect" },
  pieces: [{ id: `case-${id}`, description }],
});

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  const office = deskOffice(database, "2025-03-04");
  app = await testApplication(office);
  handler = await signedInUser(office, [["handler", "A1"]]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

test("a letter is registered, found, looked at and taken a step further", async () => {
  const registered = await ask(app, caseRoutes.register, { user: handler, params, body: letter("http-one") });
  expect(registered.statusCode).toBe(200);
  expect(registered.json().cases[0]).toMatchObject({ number: "依申请〔2025〕1号", due: "2025-03-31" });
  const listed = await ask(app, caseRoutes.list, { user: handler, params, query: { text: "低保", open: "yes" } });
  expect(listed.json()).toMatchObject({ items: [{ id: "case-http-one", requesterName: "欧阳沐泽" }], next: null });
  const named = { ...params, caseId: "case-http-one" };
  const view = await ask(app, caseRoutes.view, { user: handler, params: named });
  expect(view.json().steps.find(({ id }: { id: string }) => id === "accept")).toMatchObject({ why: null, isAllowed: true });
  const step = { transition: "accept", version: 1, eventId: "accept-http-1", input: { handler: "李经办" } };
  const taken = await ask(app, caseRoutes.takeStep, { user: handler, params: named, body: step });
  expect(taken.json()).toMatchObject({ view: { row: { state: { code: "handling" }, handler: "李经办" } }, flags: [] });
  expect(taken.json().view.timeline[0]).toMatchObject({ recordedBy: "李经办", isLateEntry: true });
  const stale = await ask(app, caseRoutes.takeStep, {
    ...{ user: handler, params: named },
    body: { ...step, eventId: "other-http-1", transition: "transfer-inside", input: { unit: "救助科" } },
  });
  expect(stale.statusCode).toBe(409);
  expect(stale.json()).toMatchObject({ code: "RECORD_STALE", details: { version: 2, since: [{ type: "accepted" }] } });
});

test("the desk pages with signed cursors", async () => {
  for (const id of ["http-two", "http-three"])
    await ask(app, caseRoutes.register, { user: handler, params, body: letter(id, `${id}的事项`) });
  const first = await ask(app, caseRoutes.today, { user: handler, params, query: { limit: "2" } });
  expect(first.json().items).toHaveLength(2);
  expect(first.json().items[0].derivation.at(-1)).toBe("答复期限于2025年3月31日届满。");
  const second = await ask(app, caseRoutes.today, { user: handler, params, query: { limit: "2", cursor: first.json().next } });
  expect(second.json()).toMatchObject({ next: null });
  const forged = await ask(app, caseRoutes.today, { user: handler, params, query: { cursor: "eyJkYXkiOiIyMDI1In0" } });
  expect(forged.statusCode).toBe(422);
});

test("a file goes in and comes out, a list goes out as a workbook", async () => {
  const named = { ...params, caseId: "case-http-one" };
  const bytes = new TextEncoder().encode("%PDF-1.7 来信");
  const put = await ask(app, caseRoutes.attach, {
    ...{ user: handler, params: named, query: { attachmentId: "file-http-1" }, file: { name: "来信.pdf", bytes } },
  });
  expect(put.json()).toMatchObject({ name: "来信.pdf", mediaType: "application/pdf" });
  const got = await ask(app, caseRoutes.readAttachment, { user: handler, params: { ...named, attachmentId: "file-http-1" } });
  expect(new Uint8Array(got.rawPayload)).toEqual(bytes);
  const sheet = await ask(app, caseRoutes.export, { user: handler, params });
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe("PK");
});

test("what is wrong with a form is said by its fields; what does not exist is not found", async () => {
  const wrong = await ask(app, caseRoutes.register, {
    user: handler,
    params,
    body: { ...letter("http-bad"), arrivedOn: "2025-02-30" },
  });
  expect(wrong.json()).toMatchObject({ code: "INPUT_INVALID", details: [{ field: "arrivedOn", label: "到达日期" }] });
  const none = await ask(app, caseRoutes.view, { user: handler, params: { ...params, caseId: "nothing" } });
  expect(none.json()).toMatchObject({ status: 404, code: "CASE_UNKNOWN" });
});

test("a reconsideration is opened and shown with its case", async () => {
  const body = {
    ...{ id: "proceeding-http", eventId: "filed-http-1", kind: "reconsideration", caseId: "case-http-one" },
    ...{ number: "济政复〔2025〕8号", forum: "济南市人民政府", filedOn: "2025-03-04" },
  };
  const opened = await ask(app, proceedingRoutes.open, { user: handler, params, body });
  expect(opened.json()).toMatchObject({ view: { row: { caseNumber: "依申请〔2025〕1号", state: { label: "审理中" } } } });
  const listed = await ask(app, proceedingRoutes.list, { user: handler, params });
  expect(listed.json().items).toHaveLength(1);
});
