import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency, agency, day, infoRequest } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { TOKEN_RIGHTS } from "../../api/account-shapes.js";
import type { Route } from "../../api/define-route.js";
import { gives, RIGHTS, type Right } from "../../api/rights.js";
import { ROUTES } from "../../api/routes.js";
import { AppError } from "../../errors.js";
import { makeToken } from "../../operations/accounts/access-tokens.js";
import { type Office, officeOver, SYSTEM_ACTOR } from "../../operations/office.js";
import { OFFICE_ROLES, type OfficeRole } from "../../register/office-role.js";
import { saveAgencies } from "../../storage/stores/agency-store.js";
import { saveAttachment } from "../../storage/stores/attachment-store.js";
import { openCases } from "../../storage/stores/case-store.js";
import { BOUND_ROUTES } from "./areas.js";

/** 省 P over 市 A1; A2 stands beside. */
const HERE = "A1";
const ELSEWHERE = "A2";
const ABOVE = "P";

type Answer = "not signed in" | "forbidden" | "allowed";

interface Caller {
  readonly name: string;
  readonly user: SignedInUser | null;
  readonly token?: string;
  may(right: Right, inAgency: boolean): boolean;
}

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let real: FastifyInstance;
const callers: Caller[] = [];

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, ABOVE);
  await addAgency(database, ELSEWHERE);
  const below = { ...agency(HERE), parents: [{ value: ABOVE, from: day("2000-01-01"), until: null }] };
  await saveAgencies(database, [{ agency: below, version: 0 }], { recordedBy: "test" });
  // Only the way to the handlers is asked about here: what they do is tested beside them.
  const reached = BOUND_ROUTES.map(({ route }) => ({
    route,
    handle: async () => {
      throw new AppError("RECORD_UNKNOWN", { id: "1", kind: "记录" });
    },
  }));
  app = await testApplication(office, { routes: reached });
  real = await testApplication(office);
  callers.push({ name: "nobody", user: null, may: () => false });
  for (const role of OFFICE_ROLES) {
    const held = (right: Right) => gives(role, right);
    callers.push({ name: `${role} here`, user: await signedInUser(office, [[role, HERE]]), may: held });
    callers.push({ name: `${role} everywhere`, user: await signedInUser(office, [role]), may: held });
    const other = (right: Right, inAgency: boolean) => held(right) && !inAgency;
    callers.push({ name: `${role} elsewhere`, user: await signedInUser(office, [[role, ELSEWHERE]]), may: other });
    const above = (right: Right, inAgency: boolean) => held(right) && (!inAgency || role === "supervisor");
    callers.push({ name: `${role} above`, user: await signedInUser(office, [[role, ABOVE]]), may: above });
  }
  callers.push({ name: "nobody's roles", user: await signedInUser(office, []), may: () => false });
  for (const [name, agencyId] of [
    ["here", HERE],
    ["elsewhere", ELSEWHERE],
    ["above", ABOVE],
  ] as const) {
    const input = { agencyId, name, rights: TOKEN_RIGHTS, days: 1 };
    const { secret } = await makeToken(office, SYSTEM_ACTOR, input);
    const may = (right: Right, inAgency: boolean) => TOKEN_RIGHTS.includes(right) && (!inAgency || agencyId === HERE);
    callers.push({ name: `token ${name}`, user: null, token: secret, may });
  }
  const less = { agencyId: HERE, name: "less", rights: ["items:read"], days: 1 };
  const { secret } = await makeToken(office, SYSTEM_ACTOR, less);
  callers.push({ name: "token to read items", user: null, token: secret, may: (right) => right === "items:read" });
});
afterAll(async () => {
  await app.close();
  await real.close();
  await database.close();
});

const isOfAgency = (route: Route): boolean => route.path.split("/").includes(":agencyId");

function expected(route: Route, caller: Caller): Answer {
  if (route.right === "public") return "allowed";
  if (caller.user === null && caller.token === undefined) return "not signed in";
  if (route.right === "signed-in") return "allowed";
  return caller.may(route.right, isOfAgency(route)) ? "allowed" : "forbidden";
}

async function answered(route: Route, { user, token }: Caller, params: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const given = { agencyId: HERE, ...params };
  const reply = await ask(app, route, { user, params: given, ...(token === undefined ? {} : { token }) });
  if (reply.statusCode === 500) throw new Error(`${route.id}: ${reply.body}`);
  const { code } = reply.json();
  return code === "NOT_SIGNED_IN" ? "not signed in" : code === "FORBIDDEN" ? "forbidden" : "allowed";
}

describe("who may call", () => {
  test.each(ROUTES.map((route) => [route.id, route] as const))("%s", async (_, route) => {
    const is: Record<string, Answer> = {};
    const ought: Record<string, Answer> = {};
    const answers = await Promise.all(callers.map((caller) => answered(route, caller)));
    for (const [index, caller] of callers.entries()) {
      is[caller.name] = answers[index] ?? "forbidden";
      ought[caller.name] = expected(route, caller);
    }
    expect(is).toEqual(ought);
  });
});

test("whoever was refused is in the audit trail, with a bounded number of entries, and nobody else is", async () => {
  const { rows } = await sql<{ who: string; entries: number }>`
    select recorded_by as who, count(*)::int as entries from activity where kind = 'access-refused' group by 1`.execute(
    database.db,
  );
  const told = new Map(rows.map(({ who, entries }) => [who, entries]));
  const everything = callers.filter(({ user, token }) => user !== null || token !== undefined);
  const refused = everything.filter((caller) => ROUTES.some((route) => expected(route, caller) === "forbidden"));
  expect(told.size).toBe(refused.length);
  expect(refused.filter(({ user }) => user !== null && !told.has(user.accountId)).map(({ name }) => name)).toEqual([]);
  // A score of kinds a minute, each told at once and once more as a number; the matrix takes a few minutes at most.
  expect(Math.max(...told.values())).toBeLessThan(42 * 10);
});

test("every route that is described is served, and no other", () => {
  const name = ({ id, method, path }: Route) => `${id} ${method} ${path}`;
  expect(BOUND_ROUTES.map(({ route }) => name(route)).sort()).toEqual(ROUTES.map(name).sort());
});

test("ids and addresses of routes are used once", () => {
  const addresses = ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ":")}`);
  expect(ROUTES.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index)).toEqual([]);
  expect(addresses.filter((one, index) => addresses.indexOf(one) !== index)).toEqual([]);
});

test("what is no business of everybody names its agency, but for the administrators'", () => {
  const administrators: readonly Right[] = ["accounts:manage", "system:manage", "audit:read"];
  const open = ROUTES.filter(
    (route) => !isOfAgency(route) && !["public", "signed-in", ...administrators].includes(route.right),
  ).map(({ id }) => id);
  expect(open).toEqual([]);
});

test("no administrator may see a request or an item, and nobody in the office manages accounts or reads the trail", () => {
  const of = (role: OfficeRole) => (Object.keys(RIGHTS) as Right[]).filter((right) => gives(role, right)); // the keys of a constant
  const seen = ["system-administrator", "security-administrator", "audit-administrator"] as const;
  expect(seen.flatMap((role) => of(role).filter((right) => /^(cases|letters|items|reports):/.test(right)))).toEqual([]);
  const staff = OFFICE_ROLES.filter((role) => !seen.some((one) => one === role));
  expect(staff.flatMap((role) => of(role).filter((right) => /^(accounts|system|audit):/.test(right)))).toEqual([]);
});

test("a supervisor writes nothing", () => {
  const writes = ROUTES.filter(({ right, method }) => method !== "GET" && gives("supervisor", right)).map(({ id }) => id);
  // Answers a question and changes nothing.
  const questions = new Set(["ask-outcome"]);
  expect(writes.filter((id) => !questions.has(id))).toEqual([]);
});

test("a file is found under its own agency only", async () => {
  const bytes = Buffer.from("一段文字", "utf8");
  await saveAttachment(database, { id: "foreign-file", agencyId: ELSEWHERE, caseId: null, name: "a.txt", bytes }, "test");
  const user = await signedInUser(office, [["head", HERE]]);
  const routes = ROUTES.filter(({ path }) => /\/agencies\/:agencyId\/attachments\/:attachmentId/.test(path));
  for (const route of routes) {
    const reply = await ask(real, route, { user, params: { attachmentId: "foreign-file", agencyId: HERE, page: "1" }, body: {} });
    expect([route.id, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([route.id, true]);
  }
});

test("a case is found under its own agency only", async () => {
  await openCases(database, [{ request: infoRequest("foreign", ELSEWHERE), events: [] }], "test");
  const user = await signedInUser(office, [["head", HERE]]);
  const routes = ROUTES.filter(({ method, path }) => method === "GET" && path.includes(":caseId"));
  expect(routes.length).toBeGreaterThan(0);
  for (const route of routes) {
    const params = { agencyId: HERE, caseId: "foreign", attachmentId: "x", letterId: "x", kind: "x", format: "docx" };
    const reply = await ask(real, route, { user, params });
    expect([route.id, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([route.id, true]);
  }
});
