import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Asking, ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { CLEAN_FORM, noticeContent } from "../../../test/builders/publishing.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { Route } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { gives, type Right } from "../../api/rights.js";
import { officeOver } from "../../operations/office.js";
import { OFFICE_ROLES } from "../../register/office-role.js";
import { SIGNING_ROLES } from "../../register/publishing/review-chain.js";

let database: TestDatabase;
let app: FastifyInstance;
const user = new Map<string, SignedInUser>();

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  const office = officeOver(database);
  app = await testApplication(office);
  for (const role of ["handler", "reviewer", "secrecy-reviewer", "head"] as const) {
    user.set(role, await signedInUser(office, [[role, "A1"]], role));
  }
  user.set("stranger", await signedInUser(office, [["head", "A2"]], "stranger"));
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const as = (who: string, route: Route, asking: Asking = {}) =>
  ask(app, route, { user: user.get(who) ?? null, ...asking, params: { agencyId: "A1", ...asking.params } });

async function answered(who: string, route: Route, asking: Asking = {}) {
  const reply = await as(who, route, asking);
  expect(reply.statusCode, `${route.id}: ${reply.body.slice(0, 400)}`).toBe(200);
  return reply.json();
}

test("a file, a draft, the review and the publishing pass through the routes as they are described", async () => {
  const file = await answered("handler", publishingRoutes["store-item-attachment"], {
    file: { name: "附件.txt", bytes: new TextEncoder().encode("名单") },
  });
  const body = { content: noticeContent({ attachments: [file] }) };
  let item = await answered("handler", publishingRoutes["draft-item"], { body });
  const step = async (who: string, route: Route, more: object = {}) => {
    item = await answered(who, route, { params: { itemId: item.id }, body: { version: item.version, ...more } });
  };
  await step("handler", publishingRoutes["submit-item"]);
  const checked = ["facts", "metadata", "personal"];
  await step("reviewer", publishingRoutes["review-item"], { stepId: "department", verdict: "approve", checked });
  await step("secrecy-reviewer", publishingRoutes["review-secrecy"], { stepId: "secrecy", form: CLEAN_FORM });
  const last = { stepId: "leader", verdict: "approve", checked: ["attribute", "coordinated"] };
  await step("head", publishingRoutes["review-item"], last);
  await step("head", publishingRoutes["publish-item"]);
  expect(item).toMatchObject({ stateLabel: "已公开", publication: { path: `/items/${item.id}` } });
  const place = { itemId: item.id, attachmentId: file.id };
  expect((await as("handler", publishingRoutes["read-item-attachment"], { params: place })).body).toBe("名单");
});

test("lists go on where they stopped; the other pages of the area answer", async () => {
  await answered("handler", publishingRoutes["draft-item"], { body: { content: { title: "另一件" } } });
  const first = await answered("handler", publishingRoutes["list-items"], { query: { limit: "1" } });
  const second = await answered("handler", publishingRoutes["list-items"], { query: { limit: "1", cursor: first.next } });
  expect(second.items[0].id).not.toBe(first.items[0].id);
  expect((await answered("handler", publishingRoutes["read-catalogue"])).items).toHaveLength(22);
  expect((await answered("handler", publishingRoutes["read-publication-calendar"])).duties).toBeInstanceOf(Array);
  expect((await answered("handler", publishingRoutes["read-guide"])).gaps).toHaveLength(11);
  expect((await answered("handler", publishingRoutes["read-disclosure-rules"])).rules).toBeNull();
  expect((await answered("handler", publishingRoutes["read-publishing-settings"])).settings.chain.steps).toHaveLength(3);
  expect((await answered("handler", publishingRoutes["list-handovers"])).items).toEqual([]);
});

test("who can sign a step of the review has the right to, and nobody else", () => {
  const roles = (right: Right) => OFFICE_ROLES.filter((role) => gives(role, right));
  expect(SIGNING_ROLES).toEqual({ opinion: roles("items:review"), secrecy: roles("items:secrecy-review") });
});

test("the review and the marks are set by the head, read by everyone in the desk, and a fault is said in a sentence", async () => {
  const { version, settings } = await answered("handler", publishingRoutes["read-publishing-settings"]);
  const [department, ...others] = settings.chain.steps;
  const body = { version, settings: { ...settings, chain: { ...settings.chain, steps: [...others, department] } } };
  expect((await as("handler", publishingRoutes["write-publishing-settings"], { body })).statusCode).toBe(403);
  const saved = await answered("head", publishingRoutes["write-publishing-settings"], { body });
  expect(saved.settings.chain.steps.map(({ id }: { id: string }) => id)).toEqual(["secrecy", "leader", "department"]);
  const without = { ...settings, chain: { ...settings.chain, steps: [department, { ...department, id: "two", name: "二" }] } };
  const refused = await as("head", publishingRoutes["write-publishing-settings"], { body: { version: 1, settings: without } });
  expect([refused.statusCode, refused.json().code]).toEqual([422, "INPUT_INVALID"]);
  expect(refused.json().detail).toContain("有且只有一个保密审查环节");
});

test("a step may be kept for people by name: nobody else signs it, and the item says for whom it waits", async () => {
  const { people } = await answered("handler", publishingRoutes["list-signers"]);
  expect(people.map(({ name, roles }: { name: string; roles: string[] }) => `${name} ${roles}`).sort()).toEqual([
    "head head",
    "reviewer reviewer",
    "secrecy-reviewer secrecy-reviewer",
  ]);
  const idOf = (name: string): string => people.find((one: { name: string }) => one.name === name).id;
  const { version, settings } = await answered("head", publishingRoutes["read-publishing-settings"]);
  const [secrecy, ...others] = settings.chain.steps;
  const chained = (changes: object, at = version) => ({
    version: at,
    settings: { ...settings, chain: { ...settings.chain, steps: [secrecy, { ...others[0], ...changes }, others[1]] } },
  });
  const wrong = chained({ roles: ["reviewer", "head"], people: [idOf("secrecy-reviewer")] });
  const refused = await as("head", publishingRoutes["write-publishing-settings"], { body: wrong });
  expect(refused.json().detail).toContain("有人不能签署这一环节");
  const body = chained({ roles: ["reviewer", "head"], people: [idOf("reviewer")] });
  await answered("head", publishingRoutes["write-publishing-settings"], { body });

  const drafted = await answered("handler", publishingRoutes["draft-item"], { body: { content: noticeContent() } });
  const place = { itemId: drafted.id };
  let item = await answered("handler", publishingRoutes["submit-item"], { params: place, body: { version: drafted.version } });
  const waiting = () =>
    item.review.chain.map(({ waitsFor }: { waitsFor: { name: string }[] }) => waitsFor.map(({ name }) => name).join());
  expect(waiting()).toEqual(["secrecy-reviewer", "reviewer", "head,reviewer"]);
  const secrecyBody = { version: item.version, stepId: "secrecy", form: CLEAN_FORM };
  item = await answered("secrecy-reviewer", publishingRoutes["review-secrecy"], { params: place, body: secrecyBody });
  const sign = { version: item.version, stepId: others[0].id, verdict: "approve", checked: ["attribute", "coordinated"] };
  const barred = await as("head", publishingRoutes["review-item"], { params: place, body: sign });
  expect(barred.json().code).toBe("STEP_REFUSED");
  item = await answered("reviewer", publishingRoutes["review-item"], { params: place, body: sign });
  expect(waiting()).toEqual(["", "", "head"]);
  expect(item.review.chain.map(({ isTurn }: { isTurn: boolean }) => isTurn)).toEqual([false, false, true]);
});

test("a draft in review can be taken back, whoever's turn it is, and goes through the review from the first step again", async () => {
  let item = await answered("handler", publishingRoutes["draft-item"], { body: { content: noticeContent() } });
  const step = async (who: string, route: Route, more: object = {}) => {
    item = await answered(who, route, { params: { itemId: item.id }, body: { version: item.version, ...more } });
  };
  await step("handler", publishingRoutes["submit-item"]);
  await step("secrecy-reviewer", publishingRoutes["review-secrecy"], { stepId: "secrecy", form: CLEAN_FORM });
  await step("handler", publishingRoutes["recall-submission"], { why: "数字有误" });
  expect(item).toMatchObject({ state: "drafting", review: { outcome: "recalled" } });
  expect(item.history[0]).toMatchObject({ label: "撤回送审", text: "数字有误" });
  await step("handler", publishingRoutes["submit-item"]);
  expect(item.review).toMatchObject({ round: 2, outcome: "open", chain: [{ id: "secrecy", isTurn: true, signed: [] }, {}, {}] });
});

test("who has no right in the agency, or not this one, is told so", async () => {
  expect((await as("stranger", publishingRoutes["list-items"])).statusCode).toBe(403);
  expect((await as("secrecy-reviewer", publishingRoutes["draft-item"], { body: { content: { title: "无" } } })).statusCode).toBe(
    403,
  );
});
