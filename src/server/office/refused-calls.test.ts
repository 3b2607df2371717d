import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { auditRoutes } from "../../api/audit.js";
import { caseRoutes } from "../../api/cases.js";
import type { Route } from "../../api/define-route.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { publishingRoutes } from "../../api/publishing.js";
import { ROUTES } from "../../api/routes.js";
import { makeToken } from "../../operations/accounts/access-tokens.js";
import { type Office, officeOver, SYSTEM_ACTOR } from "../../operations/office.js";
import { storeItemAttachment } from "../../operations/publishing/store-item-attachment.js";
import { openCases } from "../../storage/stores/case-store.js";

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let auditor: SignedInUser;
let now = Date.now();

beforeAll(async () => {
  database = await testDatabase();
  office = { ...officeOver(database), now: () => new Date(now) };
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  app = await testApplication(office);
  auditor = await signedInUser(office, ["audit-administrator"], "孙审计");
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const refusals = async (query: Readonly<Record<string, string>>) =>
  (await ask(app, auditRoutes.searchAudit, { user: auditor, query: { kind: "access-refused", limit: "200", ...query } })).json()
    .items;

const changesOf = ({ changes }: { changes: { field: string; after: string }[] }) =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));

async function refuse(route: Route, user: SignedInUser, agencyId = "A2"): Promise<void> {
  const reply = await ask(app, route, { user, params: { agencyId, caseId: "secret-name" }, body: {} });
  expect([reply.statusCode, reply.json().code]).toEqual([403, "FORBIDDEN"]);
}

test("who tries what they may not do elsewhere is told to the auditor: who, what, whose data, and nothing that was sent", async () => {
  const clerk = await signedInUser(office, [["handler", "A1"]], "李经办");
  await refuse(caseRoutes.view, clerk);
  const lines = await refusals({ who: "李经办" });
  expect(lines).toMatchObject([{ chain: "A2", what: "越权访问被拒绝", byName: "李经办", subject: "A2" }]);
  expect(changesOf(lines[0])).toMatchObject({ 接口: "view-case", 缺少的权限: "查看申请案卷" });
  expect(JSON.stringify(lines)).not.toContain("secret-name");
});

test("the agency a handler finds out is named too", async () => {
  const other = await signedInUser(office, [["handler", "A2"]], "王他");
  const local = await signedInUser(office, [["security-administrator", "A1"]], "赵安全");
  const reply = await ask(app, accountRoutes.readAccount, { user: local, params: { accountId: other.accountId } });
  expect(reply.statusCode).toBe(403);
  expect(await refusals({ who: "赵安全", agencyId: "A2" })).toMatchObject([{ subject: "A2" }]);
});

test("who guesses the number of another agency's record is told what nobody would find, and the auditor is told", async () => {
  const events = [{ id: "theirs-e1", body: { type: "received", on: day("2025-03-03") } } as const];
  await openCases(database, [{ request: infoRequest("theirs", "A2", {}), events }], "甲");
  const guesser = await signedInUser(office, [["handler", "A1"]], "郑猜号");
  const askFor = (caseId: string) => ask(app, caseRoutes.view, { user: guesser, params: { agencyId: "A1", caseId } });
  const [there, nowhere] = [await askFor("theirs"), await askFor("nowhere")];
  expect(there.statusCode).toBe(404);
  expect(there.json()).toEqual({ ...nowhere.json(), detail: nowhere.json().detail.replace("nowhere", "theirs") });
  await expect.poll(() => refusals({ who: "郑猜号" })).toHaveLength(1);
  const [line] = await refusals({ who: "郑猜号" });
  expect(line).toMatchObject({ chain: "A2", subject: "A2", what: "越权访问被拒绝" });
  expect(changesOf(line)).toMatchObject({ 接口: "view-case", 缺少的权限: "查看申请案卷" });
  expect(JSON.stringify(line)).not.toContain("theirs");
});

test("an id of another agency is told of wherever it stands: in what is sent, in what a list is narrowed to", async () => {
  const guesser = await signedInUser(office, [["handler", "A1"]], "卫正文");
  const own = [{ id: "ours-e1", body: { type: "received", on: day("2025-03-03") } } as const];
  await openCases(database, [{ request: infoRequest("ours", "A1", {}), events: own }], "甲");
  const params = { agencyId: "A1", caseId: "ours" };
  const link = { linkId: "link-0001", otherId: "theirs", kind: "related" };
  const linked = await ask(app, caseRoutes.link, { user: guesser, params, body: link });
  expect([linked.statusCode, linked.json().code]).toEqual([404, "CASE_UNKNOWN"]);
  await expect.poll(() => refusals({ who: "卫正文" })).toHaveLength(1);
  const narrowed = { user: guesser, params: { agencyId: "A1" }, query: { caseId: "theirs" } };
  expect((await ask(app, proceedingRoutes.list, narrowed)).json().items).toEqual([]);
  await expect.poll(() => refusals({ who: "卫正文" })).toHaveLength(2);
  const bytes = new TextEncoder().encode("名单");
  const file = await storeItemAttachment(office, SYSTEM_ACTOR, { agencyId: "A2", name: "附件.txt", bytes });
  const content = {
    title: "一件信息",
    attachments: [{ id: file.id, name: "附件.txt", mediaType: "text/plain", size: bytes.length, sha256: file.sha256 }],
  };
  const drafted = await ask(app, publishingRoutes["draft-item"], {
    user: guesser,
    params: { agencyId: "A1" },
    body: { content },
  });
  expect([drafted.statusCode, drafted.json().detail]).toEqual([422, expect.stringContaining("没有找到附件")]);
  await expect.poll(() => refusals({ who: "卫正文" })).toHaveLength(3);
  const lines = await refusals({ who: "卫正文" });
  expect(lines.map(({ chain }: { chain: string }) => chain)).toEqual(["A2", "A2", "A2"]);
  expect(JSON.stringify(lines)).not.toContain("theirs");
  // One's own records, and a list that names none, are nobody's business.
  await ask(app, proceedingRoutes.list, { ...narrowed, query: { caseId: "ours" } });
  await ask(app, proceedingRoutes.list, { ...narrowed, query: {} });
  expect(await refusals({ who: "卫正文" })).toHaveLength(3);
});

test("who may see it at its own agency, and has only the wrong address, is not told of", async () => {
  const both = await signedInUser(
    office,
    [
      ["handler", "A1"],
      ["handler", "A2"],
    ],
    "冯两处",
  );
  const reply = await ask(app, caseRoutes.view, { user: both, params: { agencyId: "A1", caseId: "theirs" } });
  expect(reply.statusCode).toBe(404);
  const stranger = await signedInUser(office, [["handler", "A1"]], "褚后来");
  await ask(app, caseRoutes.view, { user: stranger, params: { agencyId: "A1", caseId: "theirs" } });
  await expect.poll(() => refusals({ who: "褚后来" })).toHaveLength(1);
  expect(await refusals({ who: "冯两处" })).toEqual([]);
});

test("what is tried again within a minute is one more entry with its number", async () => {
  const clerk = await signedInUser(office, [["handler", "A1"]], "孔反复");
  for (let time = 0; time < 30; time++) await refuse(caseRoutes.view, clerk);
  expect(await refusals({ who: "孔反复" })).toHaveLength(1);
  now += 61_000;
  await refuse(caseRoutes.view, clerk);
  const lines = await refusals({ who: "孔反复" });
  expect(lines).toHaveLength(3);
  expect(lines.map(changesOf).map(({ 一分钟内又试次数: again }: Record<string, string>) => again)).toEqual([
    undefined,
    "29",
    undefined,
  ]);
});

test("whoever tries everything is told a score of times a minute, and then as a number", async () => {
  const nobody = await signedInUser(office, [], "吴无权");
  const routes = ROUTES.filter(({ right, path }) => right === "cases:read" && path.includes(":agencyId"));
  const agencies = Array.from({ length: 20 }, (_, index) => `guessed-${index}`);
  for (const agencyId of agencies) for (const route of routes.slice(0, 5)) await refuse(route, nobody, agencyId);
  const lines = await refusals({ who: "吴无权" });
  expect(lines).toHaveLength(21);
  expect(lines.every(({ chain, subject }: { chain: string; subject: string }) => chain === "register" && subject === "")).toBe(
    true,
  );
  expect(JSON.stringify(lines)).not.toContain("guessed");
  now += 61_000;
  await refuse(caseRoutes.view, nobody);
  expect((await refusals({ who: "吴无权" })).map(changesOf)).toContainEqual({ 要做的事: "其他接口", 一分钟内又试次数: "79" });
});

test("a token that goes beyond its agency is told by its number; who has not signed in is not told", async () => {
  const { token, secret } = await makeToken(office, SYSTEM_ACTOR, {
    agencyId: "A1",
    name: "门户",
    rights: ["cases:read"],
    days: 1,
  });
  const before = (await refusals({})).length;
  await ask(app, caseRoutes.view, { token: secret, params: { agencyId: "A2", caseId: "c" } });
  await ask(app, caseRoutes.view, { params: { agencyId: "A2", caseId: "c" } });
  const lines = await refusals({});
  expect(lines).toHaveLength(before + 1);
  expect(lines[0].by).toBe(`token:${token.id}`);
});
