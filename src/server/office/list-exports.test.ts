import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { accountRoutes } from "../../api/accounts.js";
import { auditRoutes } from "../../api/audit.js";
import { listExportRoutes } from "../../api/list-exports.js";
import { type Office, officeOver } from "../../operations/office.js";
import { readXlsx } from "../../readers/xlsx/read-xlsx.js";
import { openCases } from "../../storage/stores/case-store.js";

const { exportAccounts, exportToday, exportReportCell } = listExportRoutes;

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

test("who has taken out which list is in the audit trail", async () => {
  const { items } = (await ask(app, auditRoutes.searchAudit, { user: auditor, query: { kind: "list-exported" } })).json();
  const lists = items.map(({ changes }: { changes: { after: string }[] }) => changes.map(({ after }) => after).join(" "));
  expect(lists).toEqual(expect.arrayContaining(["账号和角色 3", "今日待办 1", "2025 年度报告一格的记录 1"]));
  expect((await ask(app, accountRoutes.listAccounts, { user: clerk })).statusCode).toBe(403);
});
