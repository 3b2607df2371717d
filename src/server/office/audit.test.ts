import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency, IDENTITY_NUMBER, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { auditRoutes } from "../../api/audit.js";
import { type Office, officeOver } from "../../operations/office.js";
import { readXlsx } from "../../readers/xlsx/read-xlsx.js";
import { openCases } from "../../storage/stores/case-store.js";
import { recordSetting } from "../../storage/stores/setting-store.js";

const { searchAudit, verifyAudit, exportAudit } = auditRoutes;

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let auditor: SignedInUser;
let security: SignedInUser;
let subject = "";

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  app = await testApplication(office);
  auditor = await signedInUser(office, ["audit-administrator"], "孙审计");
  security = await signedInUser(office, ["security-administrator"], "赵安全");
  const body = { loginName: "li.jingban", name: "李经办", roles: [{ agencyId: "A1", role: "handler" }] };
  const { account } = (await ask(app, accountRoutes.addAccount, { user: security, body })).json();
  subject = account.id;
  const { id: _, ...change } = account;
  const roles = [{ agencyId: "A1", role: "head" }];
  await ask(app, accountRoutes.changeAccount, {
    user: security,
    params: { accountId: subject },
    body: { ...change, roles, reason: "任命" },
  });
  await ask(app, accountRoutes.signIn, { body: { loginName: "li.jingban", password: "wrong" } });
  await openCases(database, [{ request: infoRequest("c1", "A1"), events: [] }], subject);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const lines = async (query: Readonly<Record<string, string>>, user = auditor) =>
  (await ask(app, searchAudit, { user, query })).json().items;

test("what was changed is told with what it was before, by whom and why", async () => {
  const [line] = await lines({ subject, kind: "account_version", limit: "1" });
  expect(line).toMatchObject({ what: "账号", byName: "赵安全", subject, subjectName: "李经办", reason: "任命" });
  expect(line.changes).toEqual([{ field: "角色", before: "经办人（A1）", after: "政府信息公开工作机构负责人（A1）" }]);
});

test("failed sign-ins are there, with the account they were tried on", async () => {
  const [line] = await lines({ kind: "sign-in-failed" });
  expect(line).toMatchObject({ what: "登录失败", byName: "未登录", subject, subjectName: "李经办" });
  expect(line.changes.map(({ field }: { field: string }) => field)).toEqual(["来源地址", "浏览器"]);
});

test.each([
  ["by name", { who: "赵安" }, ["赵安全"]],
  ["by a part of another's", { who: "jingban" }, ["李经办"]],
  ["by a day long ago", { to: "2020-01-01" }, []],
  ["by agency", { agencyId: "A1" }, ["李经办"]],
])("entries are found %s", async (_, query, people) => {
  expect([...new Set((await lines(query)).map(({ byName }: { byName: string }) => byName))]).toEqual(people);
});

test("the auditor reads of a request that it was registered, not what it says or who asked", async () => {
  const found = JSON.stringify(await lines({ agencyId: "A1" }));
  expect(found).toContain("立案登记");
  expect(found).not.toMatch(new RegExp(`欧阳沐泽|${IDENTITY_NUMBER}|低保`));
});

test("a request is told and found by its number, an agency by its name", async () => {
  const [line] = await lines({ kind: "case_file" });
  expect(line).toMatchObject({ what: "立案登记", subject: "c1", subjectName: infoRequest("c1", "A1").number });
  expect(await lines({ subject: infoRequest("c1", "A1").number, kind: "case_file" })).toEqual([line]);
  const [agency] = await lines({ kind: "agency_version", subject: "A1" });
  expect(agency.subjectName).not.toBe(null);
});

test("pages follow one another without a gap", async () => {
  const all = await lines({ limit: "200" });
  const paged: unknown[] = [];
  for (let query: Record<string, string> = { limit: "2" }; ; ) {
    const page = (await ask(app, searchAudit, { user: auditor, query })).json();
    paged.push(...page.items);
    if (page.next === null) break;
    query = { limit: "2", cursor: page.next };
  }
  expect(paged).toEqual(all);
});

test("the auditor of one agency sees its chain and no other", async () => {
  const local = await signedInUser(office, [["audit-administrator", "A1"]]);
  const chains = (items: readonly { chain: string }[]) => [...new Set(items.map(({ chain }) => chain))];
  expect(chains(await lines({}, local))).toEqual(["A1"]);
  expect(await lines({ agencyId: "A2" }, local)).toEqual([]);
  expect((await ask(app, verifyAudit, { user: local, body: {} })).statusCode).toBe(403);
});

test("the trail is proved, and an end that was kept elsewhere is found in it or missed", async () => {
  const proof = (await ask(app, verifyAudit, { user: auditor, body: {} })).json();
  expect(proof).toMatchObject({ isIntact: true, breaks: [] });
  const kept = await ask(app, verifyAudit, { user: auditor, body: { anchors: proof.heads } });
  expect(kept.json().isIntact).toBe(true);
  const forged = proof.heads.map((head: { hash: string }) => ({ ...head, hash: "0".repeat(64) }));
  const missed = (await ask(app, verifyAudit, { user: auditor, body: { anchors: forged } })).json();
  expect(missed.isIntact).toBe(false);
  expect(missed.breaks[0].message).toBe("日志第 1 条与此前留存的哈希值不符");
});

test("the export says the same in three formats, and that it was made is itself on record", async () => {
  const file = (format: string) =>
    ask(app, exportAudit, { user: auditor, params: { format }, query: { kind: "account_version", subject } });
  const jsonl = (await file("jsonl")).body
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(jsonl[0].byName).toBe("赵安全");
  const csv = (await file("csv")).body;
  expect(csv).toContain("角色：经办人（A1） → 政府信息公开工作机构负责人（A1）");
  const sheet = readXlsx(new Uint8Array((await file("xlsx")).rawPayload));
  expect(JSON.stringify(sheet.blocks)).toContain("政府信息公开工作机构负责人");
  const [made] = await lines({ kind: "audit-exported" });
  expect(made).toMatchObject({ what: "导出审计日志", byName: "孙审计" });
});

test("a setting is told by what it is called, with its year", async () => {
  await recordSetting(database, { chain: "A2", recordedBy: "甲" }, "report-narrative/2025/frame", { title: "年度报告" });
  const [line] = await lines({ agencyId: "A2", kind: "setting_version" });
  expect(line.what).toBe("设置：年度报告文字（2025 年）");
});

test("every kind that can be asked for has a Chinese name", async () => {
  const { items } = (await ask(app, auditRoutes.listAuditKinds, { user: auditor })).json();
  expect(items.filter(({ label }: { label: string }) => !/[一-鿿]/.test(label))).toEqual([]);
});
