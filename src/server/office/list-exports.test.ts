import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { noticeContent } from "../../../test/builders/publishing.js";
import { addAgency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { auditRoutes } from "../../api/audit.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { publishingRoutes } from "../../api/publishing.js";
import { makeToken } from "../../operations/accounts/access-tokens.js";
import { type Actor, type Office, officeOver } from "../../operations/office.js";
import { draftItem } from "../../operations/publishing/draft-item.js";
import { submitItem } from "../../operations/publishing/submit-item.js";
import { readXlsx } from "../../readers/xlsx/read-xlsx.js";
import type { OfficeRole } from "../../register/office-role.js";
import { addNotices } from "../../storage/notices/notice-store.js";
import { openCases } from "../../storage/stores/case-store.js";

const { exportAccounts, exportCatalogue, exportHandovers, exportNotices, exportReportCell, exportReports } = listExportRoutes;
const { exportReviews, exportToday, exportTokens } = listExportRoutes;

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let security: SignedInUser;
let clerk: SignedInUser;
let auditor: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  for (const id of ["A1", "A2"]) await addAgency(database, id);
  app = await testApplication(office);
  security = await signedInUser(office, ["security-administrator"], "赵安全");
  clerk = await signedInUser(office, [["handler", "A1"]], "=李经办()");
  auditor = await signedInUser(office, ["audit-administrator"], "孙审计");
  const events = [{ id: "c1-e1", body: { type: "received", on: day("2025-03-03") } } as const];
  await openCases(database, [{ request: infoRequest("c1", "A1", { channel: "in_person" }), events }], "甲");
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const actorOf = ({ accountId: id }: SignedInUser, role: OfficeRole): Actor => ({
  ...{ id, name: role, roles: [{ agencyId: "A1", role }] },
});

async function sheet(...given: Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never): Promise<string> {
  const reply = await ask(app, ...given);
  expect(reply.statusCode, reply.body.slice(0, 200)).toBe(200);
  expect(reply.headers["content-disposition"]).toContain(".xlsx");
  return JSON.stringify(readXlsx(new Uint8Array(reply.rawPayload)).blocks);
}

test("accounts are a line for each role, those one manages, with the filter of the page", async () => {
  const all = await sheet(exportAccounts, { user: security });
  expect(all).toContain("用户名");
  expect(all).toContain("=李经办()");
  expect(all).toContain("经办人");
  const filtered = await sheet(exportAccounts, { user: security, query: { role: "audit-administrator" } });
  expect(filtered).toContain("孙审计");
  expect(filtered).not.toContain("李经办");
  const local = await signedInUser(office, [["security-administrator", "A2"]], "钱外地");
  expect(await sheet(exportAccounts, { user: local })).not.toContain("孙审计");
});

test("the desk is taken out with its groups, its days as dates and how they come about", async () => {
  const desk = await sheet(exportToday, { user: clerk, params: { agencyId: "A1" } });
  expect(desk).toContain("已逾期");
  expect(desk).toContain("期限怎样算出");
  expect(desk).toMatch(/2025年3月3日/);
  expect(await sheet(exportToday, { user: clerk, params: { agencyId: "A1" }, query: { group: "to-serve" } })).not.toContain(
    "已逾期",
  );
  expect((await ask(app, exportToday, { user: clerk, params: { agencyId: "A2" } })).statusCode).toBe(403);
});

test("the records behind a figure are taken out; what was asked for only by whoever may see the request", async () => {
  const params = { agencyId: "A1", year: "2025", table: "requests", row: "new_received", column: "total" };
  const open = await sheet(exportReportCell, { user: clerk, params });
  expect(open).toContain("2024年度低保资金发放情况");
  expect(open).toContain("2025年3月3日");
});

test("the catalogue is taken out item by item, with its gaps", async () => {
  const catalogue = await sheet(exportCatalogue, { user: clerk, params: { agencyId: "A1" } });
  expect(catalogue).toContain("还没有公开任何信息");
  expect(catalogue).toContain("第二十条");
  expect((await ask(app, exportCatalogue, { user: clerk, params: { agencyId: "A2" } })).statusCode).toBe(403);
});

test("what waits for somebody's review is taken out for that person only", async () => {
  const place = { agencyId: "A1" };
  const { id: itemId, version } = await draftItem(office, actorOf(clerk, "handler"), { ...place, content: noticeContent() });
  await submitItem(office, actorOf(clerk, "handler"), { ...place, itemId, version });
  const reviewer = await signedInUser(office, [["reviewer", "A1"]], "王审核");
  const waiting = await sheet(exportReviews, { user: reviewer, params: place });
  expect(waiting).toContain("部门负责人审核");
  expect(waiting).toContain("关于做好冬季低温雨雪天气");
  expect(await sheet(exportReviews, { user: clerk, params: place })).not.toContain("关于做好冬季");
});

test("handovers and reports are taken out, also when there is none yet", async () => {
  expect(await sheet(exportHandovers, { user: clerk, params: { agencyId: "A1" } })).toContain("接收单位");
  const reports = await sheet(exportReports, { user: clerk, params: { agencyId: "A1" } });
  expect(reports).toContain("年度未结束");
  expect(reports).toContain("编制中");
});

test("tokens are taken out without their secrets, by whoever manages accounts there", async () => {
  const input = { agencyId: "A1", name: "市政务服务平台", rights: ["items:read"], days: 30 };
  const { secret } = await makeToken(office, actorOf(security, "security-administrator"), input);
  const tokens = await sheet(exportTokens, { user: security, params: { agencyId: "A1" } });
  expect(tokens).toContain("市政务服务平台");
  expect(tokens).toContain("查看主动公开信息");
  expect(tokens).toContain("赵安全");
  expect(tokens).not.toContain(secret.slice(3));
  expect((await ask(app, exportTokens, { user: clerk, params: { agencyId: "A1" } })).statusCode).toBe(403);
});

test("everybody takes out their own notices", async () => {
  const notice = { kind: "assigned", agencyId: "A1", subject: "c1", mark: "1", number: "依申请〔2025〕1号", dueOn: null };
  await addNotices(database.db, [{ ...notice, accountId: clerk.accountId }], "2025-03-04T01:00:00.000Z");
  expect(await sheet(exportNotices, { user: clerk })).toContain("依申请〔2025〕1号");
  expect(await sheet(exportNotices, { user: security })).not.toContain("依申请〔2025〕1号");
});

test("who has taken out which list is in the audit trail", async () => {
  const place = { user: clerk, params: { agencyId: "A1" } };
  await sheet(publishingRoutes["export-items"], place);
  await sheet(proceedingRoutes.export, place);
  const { items } = (await ask(app, auditRoutes.searchAudit, { user: auditor, query: { kind: "list-exported" } })).json();
  const lists = items.map(({ changes }: { changes: { after: string }[] }) => changes.map(({ after }) => after).join(" "));
  expect(lists).toEqual(
    expect.arrayContaining([
      "账号和角色 3",
      "今日待办 1",
      "2025 年度报告一格的记录 1",
      "访问令牌 1",
      "主动公开信息 1",
      "复议和诉讼 0",
      "待我审核 1",
      "提醒 0",
    ]),
  );
  expect((await ask(app, accountRoutes.listAccounts, { user: clerk })).statusCode).toBe(403);
});
