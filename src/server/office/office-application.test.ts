import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ask, type SignedInUser, signedInUser, testApplication } from "../../../test/builders/office-application.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { defineRoute } from "../../api/define-route.js";
import { pageOf, pageQuery } from "../../api/paging.js";
import { AppError } from "../../errors.js";
import { beginWrite, keepReply } from "../../operations/accounts/kept-replies.js";
import { type Office, officeOver } from "../../operations/office.js";
import { type BoundRoute, bound } from "./areas.js";
import type { HandlersOf } from "./handle.js";
import type { LoggedFault, LoggedRequest } from "./request-log.js";

const params = z.object({ agencyId: z.string() });
const TRIED = {
  list: defineRoute({
    id: "list-notes",
    method: "GET",
    path: "/agencies/:agencyId/notes",
    summary: "列出",
    tag: "试",
    right: "cases:read",
    params,
    query: pageQuery,
    reply: pageOf(z.object({ number: z.number() })),
  }),
  add: defineRoute({
    id: "add-note",
    method: "POST",
    path: "/agencies/:agencyId/notes",
    summary: "添加",
    tag: "试",
    right: "cases:handle",
    params,
    body: z.object({ name: z.string().min(1).meta({ title: "姓名" }), count: z.int().default(0).meta({ title: "份数" }) }),
    reply: z.object({ times: z.number() }),
  }),
  upload: defineRoute({
    id: "add-file",
    method: "PUT",
    path: "/agencies/:agencyId/file",
    summary: "上传",
    tag: "试",
    right: "cases:handle",
    params,
    takesFile: true,
    reply: z.object({ name: z.string(), size: z.number() }),
  }),
  download: defineRoute({
    id: "read-file",
    method: "GET",
    path: "/agencies/:agencyId/file",
    summary: "下载",
    tag: "试",
    right: "cases:read",
    params,
    file: { mediaType: "text/csv" },
  }),
  break: defineRoute({ id: "break", method: "POST", path: "/break", summary: "出错", tag: "试", right: "signed-in" }),
};

let times = 0;
const handlers: HandlersOf<typeof TRIED> = {
  list: async ({ query, cursors }) => {
    const from = z.number().nullable().parse(cursors.place(query.cursor)) ?? 0;
    const items = Array.from({ length: query.limit }, (_, index) => ({ number: from + index, secret: "not promised" }));
    return { items, next: cursors.next(from + query.limit) };
  },
  add: async ({ body }) => {
    if (body.name === "refused") throw new AppError("CASE_UNKNOWN", { id: "1" });
    times += 1;
    return { times };
  },
  upload: async ({ file }) => ({ name: file?.name ?? "", size: file?.bytes.length ?? 0 }),
  download: async () => ({ fileName: "台账 '2026'.csv", mediaType: "text/csv", bytes: Buffer.from("一,二") }),
  break: async () => {
    throw new TypeError("张三 is not a function");
  },
};
const TRIED_BOUND: readonly BoundRoute[] = bound(TRIED, handlers);

let database: TestDatabase;
let office: Office;
let app: FastifyInstance;
let handler: SignedInUser;
const log: (LoggedRequest | LoggedFault)[] = [];
const at = { params: { agencyId: "A1" } };

beforeAll(async () => {
  database = await testDatabase();
  office = officeOver(database);
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  app = await testApplication(office, { routes: TRIED_BOUND, log: (line) => log.push(line) });
  handler = await signedInUser(office, [["handler", "A1"]]);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

test("a right is asked for before anything else", async () => {
  expect((await ask(app, TRIED.list, at)).json()).toMatchObject({ status: 401, code: "NOT_SIGNED_IN", title: "需要登录" });
  const other = await ask(app, TRIED.list, { user: handler, params: { agencyId: "A2" } });
  expect(other.statusCode).toBe(403);
  expect(other.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(other.json()).toMatchObject({ code: "FORBIDDEN", detail: "您没有“查看申请案卷”的权限。请联系本机关的安全管理员。" });
});

test("a list goes on where its cursor says, and gives only what it promised", async () => {
  const first = await ask(app, TRIED.list, { user: handler, ...at, query: { limit: "2" } });
  expect(first.json().items).toEqual([{ number: 0 }, { number: 1 }]);
  const next = { limit: "2", cursor: first.json().next };
  expect((await ask(app, TRIED.list, { user: handler, ...at, query: next })).json().items).toEqual([
    { number: 2 },
    { number: 3 },
  ]);
  const forged = { cursor: `${Buffer.from("900").toString("base64url")}.AAAA` };
  expect((await ask(app, TRIED.list, { user: handler, ...at, query: forged })).statusCode).toBe(422);
});

test("what is wrong with the input is said by the name a person knows", async () => {
  const reply = await ask(app, TRIED.add, { user: handler, ...at, body: { name: "", count: "many" } });
  expect(reply.statusCode).toBe(422);
  expect(reply.json().detail).toMatch(/姓名（.+）；份数（.+）/);
  expect(reply.json().details.map(({ field }: { field: string }) => field)).toEqual(["name", "count"]);
});

test("a write sent twice with its key is done once; the key is of no use for anything else", async () => {
  const headers = { "idempotency-key": "key-00000001" };
  const asking = { user: handler, ...at, headers, body: { name: "甲" } };
  const first = await ask(app, TRIED.add, asking);
  const again = await ask(app, TRIED.add, asking);
  expect(again.json()).toEqual(first.json());
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect((await ask(app, TRIED.add, { ...asking, body: { name: "乙" } })).json().code).toBe("IDEMPOTENCY_KEY_REUSED");
  const without = await ask(app, TRIED.add, { user: handler, ...at, body: { name: "甲" } });
  expect(without.json().times).toBe(first.json().times + 1);
});

test("of two writes with one key at once one works", async () => {
  const asking = { user: handler, ...at, headers: { "idempotency-key": "key-00000002" }, body: { name: "甲" } };
  const before = times;
  const replies = await Promise.all([1, 2, 3, 4].map(() => ask(app, TRIED.add, asking)));
  expect(times).toBe(before + 1);
  expect(replies.every(({ statusCode, json }) => statusCode === 200 || json().code === "WRITE_UNDER_WAY")).toBe(true);
});

test("a key is free again after a day, and sooner when the process died in the middle", async () => {
  let now = Date.parse("2026-03-02T01:00:00Z");
  const clocked = { ...office, now: () => new Date(now) };
  const asked = { caller: "c", key: "key-00000009", requestHash: Buffer.from("one") };
  const begin = () => beginWrite(database, { ...asked, now: clocked.now() });
  expect(await begin()).toEqual({ result: "begun" });
  expect(await begin()).toEqual({ result: "under-way" });
  now += 6 * 60_000;
  expect(await begin()).toEqual({ result: "begun" });
  await keepReply(database, asked, { status: 200, text: "{}" });
  now += 23 * 3_600_000;
  expect(await begin()).toMatchObject({ result: "answered" });
  now += 2 * 3_600_000;
  expect(await begin()).toEqual({ result: "begun" });
});

test("a write that was refused may be sent again with its key", async () => {
  const asking = { user: handler, ...at, headers: { "idempotency-key": "key-00000003" }, body: { name: "refused" } };
  expect((await ask(app, TRIED.add, asking)).json().code).toBe("CASE_UNKNOWN");
  expect((await ask(app, TRIED.add, asking)).json().code).toBe("CASE_UNKNOWN");
});

test.each([
  ["from another site", { "sec-fetch-site": "cross-site" }],
  ["from another port", { origin: "http://localhost:9999" }],
  ["from a form", { "x-requested-with": "" }],
])("a write %s is refused", async (_, headers) => {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
  const reply = await app.inject({
    method: "POST",
    url: "/api/agencies/A1/notes",
    headers: { cookie: handler.cookie, ...("x-requested-with" in headers ? {} : { "x-requested-with": "yangguang" }), ...given },
    payload: { name: "甲" },
  });
  expect(reply.json().code).toBe("REQUEST_FOREIGN");
});

test("a file comes as it is, with its name, and goes with its name", async () => {
  const bytes = Uint8Array.of(0, 255, 10, 13);
  const up = await ask(app, TRIED.upload, { user: handler, ...at, file: { name: "附件 1.pdf", bytes } });
  expect(up.json()).toEqual({ name: "附件 1.pdf", size: 4 });
  const empty = await ask(app, TRIED.upload, { user: handler, ...at, file: { name: "a", bytes: new Uint8Array() } });
  expect(empty.json().code).toBe("FILE_EMPTY");
  const down = await ask(app, TRIED.download, { user: handler, ...at });
  expect(down.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6%20%272026%27.csv");
  expect(down.headers["content-security-policy"]).toContain("sandbox");
  expect(down.body).toBe("一,二");
});

test("too much is refused before it is read, and what is no JSON is told", async () => {
  const large = await ask(app, TRIED.add, { user: handler, ...at, body: { name: "x".repeat(3_000_000) } });
  expect(large.json()).toMatchObject({
    code: "BODY_TOO_LARGE",
    detail: "发来的内容超过 2 MB 的上限，没有接收。请减少内容或压缩文件后重试。",
  });
  const headers = { cookie: handler.cookie, "x-requested-with": "yangguang", "content-type": "application/json" };
  const reply = await app.inject({ method: "POST", url: "/api/agencies/A1/notes", headers, payload: "{" });
  expect(reply.json()).toMatchObject({ status: 400, code: "BODY_UNREADABLE" });
});

test("a fault of ours is answered with a number, and logged without what a person typed", async () => {
  const reply = await ask(app, TRIED.break, { user: handler });
  expect(reply.statusCode).toBe(500);
  const fault = log.find((line): line is LoggedFault => "fault" in line);
  expect(reply.json().detail).toContain(fault?.id);
  await ask(app, TRIED.list, { user: handler, params: { agencyId: "A1" }, query: { cursor: "张三", limit: "3" } });
  await app.inject({ url: "/api/agencies/A1/%E5%BC%A0%E4%B8%89" });
  expect(JSON.stringify(log.filter((line) => "status" in line))).not.toMatch(/张三|%E5|A1/);
});

test("an answer that did not change is not sent again to a system that has it; no browser keeps any", async () => {
  const asking = { user: handler, ...at, query: { limit: "1" } };
  const first = await ask(app, TRIED.list, { ...asking });
  expect(first.headers["cache-control"]).toBe("no-store");
  const again = await ask(app, TRIED.list, { ...asking, headers: { "if-none-match": String(first.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
});

test("the headers keep other sites and other scripts out", async () => {
  const { headers } = await app.inject({ url: "/api/healthz" });
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "SAMEORIGIN",
  });
});

test("who asks too often waits", async () => {
  const strict = await testApplication(office, { routes: TRIED_BOUND, configuration: { requestsPerMinute: 3 } });
  const replies: number[] = [];
  for (let index = 0; index < 4; index += 1) replies.push((await ask(strict, TRIED.list, { user: handler, ...at })).statusCode);
  expect(replies).toEqual([200, 200, 200, 429]);
  const reply = await ask(strict, TRIED.list, { user: handler, ...at });
  expect(reply.json()).toMatchObject({ code: "REQUESTS_TOO_MANY" });
  expect(reply.headers["retry-after"]).toBeDefined();
  await strict.close();
});
