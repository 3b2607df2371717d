import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, officeOn, storeCase } from "../../../test/builders/letter-office.js";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { letterDraftRoutes } from "../../api/letter-drafts.js";
import { bound } from "./areas.js";
import { letterDraftHandlers } from "./letter-draft-handlers.js";

let database: TestDatabase;
let app: FastifyInstance;
let handler: SignedInUser;
let head: SignedInUser;
let supervisor: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  const office = officeOn(database, "2025-03-05");
  app = await testApplication(office, { routes: bound(letterDraftRoutes, letterDraftHandlers) });
  handler = await signedInUser(office, [["handler", "a1"]], "李四");
  head = await signedInUser(office, [["head", "a1"]], "王主任");
  supervisor = await signedInUser(office, [["supervisor", "a1"]]);
  await storeCase(database, "case-1", []);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const params = { agencyId: "a1", caseId: "case-1", letterId: "L-CORRECT" };
const content = { texts: { guidance: "写明年度即可查找" }, step: "request-clarification" };
const sent = (id: string) => ({ "idempotency-key": `key-${id}-0001` });

test("a handler saves and submits, the head finds it waiting, reads it and sends it back with a reason", async () => {
  const saved = await ask(app, letterDraftRoutes.save, {
    user: handler,
    params,
    body: { version: 0, content },
    headers: sent("save"),
  });
  expect(saved.json()).toMatchObject({ draft: { version: 1, state: "writing", by: "李四" } });
  const { signers } = (await ask(app, letterDraftRoutes.ofCase, { user: handler, params })).json();
  expect(signers).toMatchObject([{ name: "王主任", roles: ["head"] }]);
  const to = signers[0].id;
  const submitted = await ask(app, letterDraftRoutes.submit, {
    user: handler,
    params,
    body: { version: 1, to },
    headers: sent("to"),
  });
  expect(submitted.json()).toMatchObject({ draft: { state: "submitted", to: "王主任", mayTakeBack: true, isForMe: false } });

  const waiting = await ask(app, letterDraftRoutes.waiting, { user: head, params: { agencyId: "a1" } });
  expect(waiting.json().items).toMatchObject([{ caseId: "case-1", number: expect.any(String), isForMe: true }]);
  const read = await ask(app, letterDraftRoutes.read, { user: head, params });
  expect(read.json()).toMatchObject({ content: { ...content, withheld: [], outcome: null }, draft: { version: 2 } });

  const body = { version: 2, reason: "写明年度" };
  const denied = await ask(app, letterDraftRoutes.return, { user: handler, params, body, headers: sent("denied") });
  expect(denied.statusCode).toBe(403);
  const back = await ask(app, letterDraftRoutes.return, { user: head, params, body, headers: sent("back") });
  expect(back.json()).toMatchObject({ draft: { state: "returned", by: "王主任", reason: "写明年度" } });
  const again = await ask(app, letterDraftRoutes.return, { user: head, params, body, headers: sent("again") });
  expect(again.json()).toMatchObject({ code: "RECORD_STALE" });

  const dropped = await ask(app, letterDraftRoutes.drop, { user: handler, params, body: { version: 3 }, headers: sent("drop") });
  expect(dropped.statusCode).toBe(204);
});

test("drafts are nobody's business who does not handle the case, and a text that no letter knows is refused", async () => {
  const denied = await ask(app, letterDraftRoutes.ofCase, { user: supervisor, params });
  expect(denied.statusCode).toBe(403);
  const unknown = { version: 0, content: { texts: { nothing: "x" } } };
  const refused = await ask(app, letterDraftRoutes.save, { user: handler, params, body: unknown, headers: sent("unknown") });
  expect(refused.json()).toMatchObject({ code: "INPUT_INVALID" });
});
