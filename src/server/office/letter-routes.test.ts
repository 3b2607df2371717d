import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, officeOn, storeCase } from "../../../test/builders/letter-office.js";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { caseRoutes } from "../../api/cases.js";
import { letterRoutes } from "../../api/letters.js";
import { bound } from "./areas.js";
import { caseHandlers } from "./case-handlers.js";
import { letterHandlers } from "./letter-handlers.js";

let database: TestDatabase;
let app: FastifyInstance;
let handler: SignedInUser;
let head: SignedInUser;
let administrator: SignedInUser;
let supervisor: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  const office = officeOn(database, "2025-03-05");
  app = await testApplication(office, { routes: [...bound(letterRoutes, letterHandlers), ...bound(caseRoutes, caseHandlers)] });
  handler = await signedInUser(office, [["handler", "a1"]]);
  head = await signedInUser(office, [["head", "a1"]], "王主任");
  administrator = await signedInUser(office, ["system-administrator"], "系统管理员");
  supervisor = await signedInUser(office, [["supervisor", "a1"]]);
  await storeCase(database, "case-1", []);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const params = { agencyId: "a1", caseId: "case-1" };
const order = {
  letterId: "L-CORRECT",
  edits: { texts: { "to-add": "所指预算的年度", guidance: "写明年度即可查找" } },
  step: { transition: "request-clarification", input: { unclear: "没有写明年度", clarifyBy: "2025-03-20" } },
};
const sent = (id: string) => ({ "idempotency-key": `key-${id}-0001` });

test("a handler looks, the head issues, the files come back, and service closes the round", async () => {
  const possible = await ask(app, letterRoutes.possible, { user: handler, params });
  expect(possible.json().items).toHaveLength(37);
  const preview = await ask(app, letterRoutes.preview, { user: handler, params, body: order, headers: sent("preview") });
  expect(preview.json()).toMatchObject({ refusal: null, number: "青商公开〔2025〕　号", addressee: "张三" });

  const body = { id: "letter-0001", version: 1, order };
  const denied = await ask(app, letterRoutes.issue, { user: handler, params, body, headers: sent("denied") });
  expect(denied.statusCode).toBe(403);
  const issued = await ask(app, letterRoutes.issue, { user: head, params, body, headers: sent("issue") });
  expect(issued.json()).toMatchObject({
    version: 2,
    letter: { number: "青商公开〔2025〕1号", addressee: "张三", issuedBy: "王主任", servedOn: null },
  });
  const file = { ...params, id: "letter-0001", format: "pdf" };
  const pdf = await ask(app, letterRoutes.file, { user: handler, params: file });
  expect(pdf.headers["content-type"]).toBe("application/pdf");
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");

  const service = { id: "receipt-0001", version: 2, method: "hand", proof: "本人签收" };
  const served = await ask(app, letterRoutes.serve, {
    user: handler,
    params: { ...params, letter: "letter-0001" },
    body: service,
    headers: sent("serve"),
  });
  expect(served.json()).toMatchObject({ version: 3, letter: { title: "送达回证", number: null, delivers: "letter-0001" } });
  const list = await ask(app, letterRoutes.list, { user: handler, params });
  expect(list.json().items[0]).toMatchObject({ id: "letter-0001", servedOn: "2025-03-05" });
});

test("the story of the case names a served letter as people do, not by its id", async () => {
  const view = await ask(app, caseRoutes.view, { user: handler, params });
  const service = view.json().timeline.find((event: { readonly type: string }) => event.type === "letter-served");
  expect(service.facts).toContainEqual({ label: expect.any(String), text: "政府信息公开申请补正告知书 青商公开〔2025〕1号" });
  expect(JSON.stringify(service.facts)).not.toContain("letter-0001");
});

test("a supervisor sees that letters went out, not to whom, and not the letters", async () => {
  const list = await ask(app, letterRoutes.list, { user: supervisor, params });
  expect(list.json().items[0]).toMatchObject({ addressee: "张*", number: "青商公开〔2025〕1号" });
  const file = { ...params, id: "letter-0001", format: "docx" };
  expect((await ask(app, letterRoutes.file, { user: supervisor, params: file })).statusCode).toBe(403);
});

test("what a clerk may not write has no field", async () => {
  const body = { ...order, edits: { texts: { number: "青商公开〔2025〕9号" } } };
  const refused = await ask(app, letterRoutes.preview, { user: handler, params, body, headers: sent("field") });
  expect(refused.statusCode).toBe(422);
  expect(refused.json().code).toBe("INPUT_INVALID");
});

test("settings are read and set by who configures the agency, an administrator who sees no case among them", async () => {
  const at = { agencyId: "a1" };
  expect((await ask(app, letterRoutes.readSettings, { user: handler, params: at })).statusCode).toBe(403);
  const read = (await ask(app, letterRoutes.readSettings, { user: administrator, params: at })).json();
  expect(read).toMatchObject({ version: 1, missing: [], settings: { code: "青商公开", isSealed: true } });
  const body = { version: 1, settings: { ...read.settings, court: "示例市青山区人民法院" } };
  const denied = await ask(app, letterRoutes.recordSettings, { user: handler, params: at, body, headers: sent("set-1") });
  expect(denied.statusCode).toBe(403);
  const set = await ask(app, letterRoutes.recordSettings, { user: head, params: at, body, headers: sent("set-2") });
  expect(set.json()).toMatchObject({ version: 2, settings: { court: "示例市青山区人民法院" } });
  const stale = await ask(app, letterRoutes.recordSettings, { user: head, params: at, body, headers: sent("set-3") });
  expect(stale.json()).toMatchObject({ status: 409, code: "RECORD_STALE" });
});
