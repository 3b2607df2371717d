import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { systemRoutes } from "../../api/system.js";
import { AppError } from "../../errors.js";
import { type Office, officeOver } from "../../operations/office.js";
import { jobStore } from "../../operations/system/job-journal.js";
import { parseConfiguration } from "../../storage/configuration.js";
import { addJobRun } from "../../storage/stores/job-run-store.js";

const { readSystemState, makeBackup, downloadBackup } = systemRoutes;

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let system: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, "A1");
  app = await testApplication(office);
  system = await signedInUser(office, ["system-administrator"]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

test("the state says what each job did last, and what failed although it went well since", async () => {
  const run = { job: "back-up", startedAt: "2026-03-02T18:30:00.000Z", milliseconds: 900 };
  await addJobRun(database.db, { ...run, isDone: false, detail: { code: "DISK_FULL" } });
  await addJobRun(database.db, { ...run, startedAt: "2026-03-03T18:30:00.000Z", isDone: true, detail: { isProved: true } });
  const state = (await ask(app, readSystemState, { user: system })).json();
  const backUp = state.jobs.find(({ job }: { job: string }) => job === "back-up");
  expect(backUp).toMatchObject({
    last: { isDone: true, detail: { isProved: true } },
    lastFailed: { detail: { code: "DISK_FULL" } },
  });
  expect(state.jobs.find(({ job }: { job: string }) => job === "send-outbox").last).toBeNull();
  expect(state.database.bytes).toBeGreaterThan(0);
});

test("the state says whether mail and a service for signing in are set up, and no password", async () => {
  const nothing = (await ask(app, readSystemState, { user: system })).json();
  expect(nothing).toMatchObject({ mail: null, identityService: null, publicUrl: null });
  const { office: settings } = parseConfiguration({
    text: JSON.stringify({
      dataDirectory: "/somewhere",
      mail: { host: "smtp.example.com", from: "ogi@example.com", user: "ogi", password: "a-secret" },
      office: { identityService: { issuer: "https://id.example.com", clientId: "ogi", clientSecret: "b-secret" } },
    }),
    ...{ path: "test", folder: "/", environment: {} },
  });
  const other = await testApplication(office, { configuration: settings });
  const reply = await ask(other, readSystemState, { user: system });
  expect(reply.json()).toMatchObject({
    mail: { host: "smtp.example.com", from: "ogi@example.com" },
    identityService: { issuer: "https://id.example.com", label: "统一身份认证" },
  });
  expect(reply.body).not.toMatch(/a-secret|b-secret/);
  await other.close();
});

test("a job that fails is written down with its code and thrown on; one with nothing to do is not written down", async () => {
  const { record } = jobStore(office);
  await record("publish-due-items", async () => null);
  await expect(
    record("send-outbox", async () => {
      throw new AppError("FORBIDDEN", { right: "x" });
    }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { jobs } = (await ask(app, readSystemState, { user: system })).json();
  const lastOf = (id: string) => jobs.find(({ job }: { job: string }) => job === id).last;
  expect(lastOf("publish-due-items")).toBeNull();
  expect(lastOf("send-outbox")).toMatchObject({ isDone: false, detail: { code: "FORBIDDEN" } });
});

test("a backup is made and fetched by the administrator of the system, and by nobody else", async () => {
  const made = (await ask(app, makeBackup, { user: system, body: {} })).json();
  expect(made).toMatchObject({ name: expect.stringMatching(/^\d{8}T\d{6}\.yangguang-backup$/) });
  const reply = await ask(app, downloadBackup, { user: system, params: { name: made.name } });
  const [head = ""] = gunzipSync(reply.rawPayload).toString("utf8").split("\n");
  expect(JSON.parse(head)).toMatchObject({ format: "yangguang-backup", version: 1 });
  const head_ = await signedInUser(office, [["head", "A1"]]);
  for (const user of [head_, await signedInUser(office, ["audit-administrator"])]) {
    expect((await ask(app, downloadBackup, { user, params: { name: made.name } })).statusCode).toBe(403);
  }
  const other = await ask(app, downloadBackup, { user: system, params: { name: "../identity-keys.json" } });
  expect(other.statusCode).toBe(422);
});
