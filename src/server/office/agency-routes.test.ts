import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { agencyRoutes } from "../../api/agencies.js";
import { type Office, officeOver } from "../../operations/office.js";
import { preparePortal } from "../../operations/portal/prepare-portal.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { openCases } from "../../storage/stores/case-store.js";

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let system: SignedInUser;

beforeAll(async () => {
  database = await testDatabase();
  await preparePortal(database, database.configuration);
  office = { ...officeOver(database), now: () => new Date("2026-03-02T04:00:00Z") };
  app = await testApplication(office);
  system = await signedInUser(office, ["system-administrator"]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const { list, view, add, change } = agencyRoutes;
const department = { kind: "local-department", level: "county" };
const called = async (route: typeof add | typeof change, body: unknown, params = {}) => {
  const reply = await ask(app, route, { user: system, params, body });
  return { status: reply.statusCode, ...reply.json() };
};
const rows = async () => (await ask(app, list, { user: system })).json().items;
const versionOf = async (changedId: string) => (await ask(app, view, { user: system, params: { changedId } })).json().version;
const happens = async (changedId: string, on: string, act: unknown) =>
  called(change, { version: await versionOf(changedId), on, act, reason: "机构改革方案" }, { changedId });

test("an empty installation gets its agencies: a government, and departments below it", async () => {
  const government = { id: "gov", kind: "local-government", level: "county", name: "某县人民政府", parentId: null };
  expect((await called(add, { ...government, from: "2020-01-01" })).status).toBe(200);
  for (const [id, name] of [
    ["culture", "某县文化局"],
    ["tourism", "某县旅游局"],
  ]) {
    const added = await called(add, { ...department, id, name, parentId: "gov", from: "2020-01-01" });
    expect(added).toMatchObject({ status: 200, id, standing: "living", parentId: "gov", people: 0 });
  }
  expect((await rows()).map(({ id }: { id: string }) => id)).toEqual(["culture", "gov", "tourism"]);
});

test.each([
  ["an id that is taken", { id: "gov" }, "INPUT_INVALID"],
  ["an id that cannot stand in an address", { id: "某局" }, "INPUT_INVALID"],
  ["the name of the whole register", { id: "register" }, "INPUT_INVALID"],
  ["a parent there is not", { parentId: "nowhere" }, "AGENCY_UNKNOWN"],
  ["a code of another shape", { creditCode: "1234" }, "INPUT_INVALID"],
])("%s is refused", async (_, wrong, code) => {
  const right = { ...department, id: "new-one", name: "某县某局", parentId: "gov", from: "2020-01-01" };
  expect(await called(add, { ...right, ...wrong })).toMatchObject({ code });
});

test("a new name holds from its day on, and the old one stays what it was called before", async () => {
  const renamed = await happens("culture", "2025-07-01", { kind: "rename", name: "某县文化和旅游局" });
  expect(renamed.name).toBe("某县文化和旅游局");
  expect(renamed.names).toEqual([
    { value: "某县文化和旅游局", from: "2025-07-01", until: null },
    { value: "某县文化局", from: "2020-01-01", until: "2025-07-01" },
  ]);
  expect(renamed.changes[0]).toMatchObject({ version: 2, recordedBy: "李经办", reason: "机构改革方案" });
  const again = await happens("culture", "2025-07-01", { kind: "rename", name: "某县文化和旅游局" });
  expect(again).toMatchObject({ status: 409, code: "STEP_REFUSED", detail: expect.stringContaining("已经是现用名称") });
});

test("who read an older version is told, and nothing is written", async () => {
  const act = { kind: "rename", name: "某县旅游委员会" };
  const stale = await called(change, { version: 7, on: "2025-08-01", act, reason: "文件" }, { changedId: "tourism" });
  expect(stale).toMatchObject({ status: 409, code: "RECORD_STALE" });
});

test("an agency merged into another ends on the day, names its successor, and keeps its cases", async () => {
  await openCases(
    database,
    [
      {
        request: infoRequest("open-one", "tourism"),
        events: [{ id: "open-one-r", body: { type: "received", on: day("2026-02-02") } }],
      },
    ],
    "test",
  );
  const merged = await happens("tourism", "2026-03-01", { kind: "merge", into: "culture" });
  expect(merged).toMatchObject({
    standing: "ended",
    successor: { id: "culture", name: "某县文化和旅游局", from: "2026-03-01" },
    openCases: 1,
  });
  const into = (await ask(app, view, { user: system, params: { changedId: "culture" } })).json();
  expect(into.predecessors).toEqual([{ id: "tourism", name: "某县旅游局", from: "2026-03-01" }]);
});

test("a split makes agencies; with a successor the old one ends", async () => {
  const parts = [
    { ...department, id: "culture-2", name: "某县文化局" },
    { ...department, id: "tourism-2", name: "某县旅游局" },
  ];
  const split = await happens("culture", "2026-06-01", { kind: "split", parts, successorId: "culture-2" });
  expect(split).toMatchObject({ standing: "living", successor: { id: "culture-2", from: "2026-06-01" } });
  const born = (await rows()).filter(({ id }: { id: string }) => id.endsWith("-2"));
  expect(born.map(({ standing, parentId }: { standing: string; parentId: string }) => [standing, parentId])).toEqual([
    ["later", "gov"],
    ["later", "gov"],
  ]);
});

test("an agency cannot be put below itself, and moves from a day on", async () => {
  const wrong = await happens("gov", "2026-01-01", { kind: "move", parentId: "culture" });
  expect(wrong).toMatchObject({ code: "STEP_REFUSED", detail: expect.stringContaining("不能隶属于自己") });
  const moved = await happens("culture", "2026-02-01", { kind: "move", parentId: null });
  expect(moved.parents[0]).toEqual({ value: "没有上级", from: "2026-02-01", until: "2026-06-01" });
});

test("whoever manages one agency only manages none of these, and the chain holds all that was done", async () => {
  const one = await signedInUser(office, [["system-administrator", "gov"]]);
  expect((await ask(app, list, { user: one })).json()).toMatchObject({ code: "FORBIDDEN" });
  expect((await verifyAudit(database)).isIntact).toBe(true);
});
