import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { YangguangClient, YangguangProblem } from "../clients/typescript/yangguang-client.js";
import { TOKEN_RIGHTS } from "../src/api/account-shapes.js";
import { openApi } from "../src/api/open-api.js";
import { ROUTES } from "../src/api/routes.js";
import { makeToken } from "../src/operations/accounts/access-tokens.js";
import { type Office, officeOver, SYSTEM_ACTOR } from "../src/operations/office.js";
import { testApplication } from "./builders/office-application.js";
import { addAgency } from "./storage/register-builder.js";
import { type TestDatabase, testDatabase } from "./storage/test-database.js";

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let client: YangguangClient;
let baseUrl = "";

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, "A1");
  app = await testApplication(office);
  baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
  const { secret } = await makeToken(office, SYSTEM_ACTOR, { agencyId: "A1", name: "测试系统", rights: TOKEN_RIGHTS, days: 1 });
  client = new YangguangClient({ baseUrl, token: secret });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

test("what is described is served", async () => {
  const served = await (await fetch(`${baseUrl}/api/openapi.json`)).json();
  expect(served).toEqual(JSON.parse(JSON.stringify(openApi(ROUTES))));
});

test("the client reads lists, pages, files, and says what went wrong", async () => {
  expect((await client.listOwnAgencies()).items).toMatchObject([{ id: "A1", name: "A1市民政局" }]);
  expect((await client.listCases({ params: { agencyId: "A1" } })).items).toEqual([]);
  const file = await client.exportAudit({ params: { format: "jsonl" } });
  expect([file.name, file.mediaType]).toEqual(["审计日志.jsonl", "application/jsonl"]);
  const failure = await client.listCases({ params: { agencyId: "B9" } }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(YangguangProblem);
  expect(failure).toMatchObject({ status: 403, code: "FORBIDDEN" });
});
