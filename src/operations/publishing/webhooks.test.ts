import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf, officeOn, person, publishedItem } from "../../../test/builders/publishing.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { type Office, officeOver } from "../office.js";
import { sendOutbox } from "./send-outbox.js";
import { readDeliveries, retryDelivery, tryWebhook } from "./try-webhook.js";
import { readWebhookHosts, writeWebhookHosts } from "./webhook-hosts.js";
import { addWebhook, changeWebhook, listWebhooks, removeWebhook, renewWebhookSecret } from "./webhooks.js";
import { withdrawItem } from "./withdraw-item.js";

interface Got {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

type Accept = (
  body: string,
  header: string,
  given: { readonly secret: string; readonly now?: number },
) => { readonly status: number; readonly isRepeated?: boolean; readonly message?: { readonly event: string } };

const got: Got[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on("end", () => {
    got.push({ body, headers: request.headers });
    response.writeHead(status).end();
  });
});

let database: TestDatabase;
let office: Office;
let accept: Accept;
const AGENCY = "M1";
const { head } = deskOf(AGENCY);
const keeper = person("管理员", AGENCY, "system-administrator");
const later = (minutes: number): Office => ({ ...office, now: () => new Date(Date.now() + minutes * 60_000) });
const place = (hookId: string) => ({ agencyId: AGENCY, hookId });
const log = async (hookId: string) => (await readDeliveries(office, { ...place(hookId), after: null, limit: 50 })).deliveries;
const publish = () => publishedItem(officeOn(database, "2025-04-10"), AGENCY);
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`; // a server on a port
const allow = async (mayBePrivate: boolean) => {
  const { version } = await readWebhookHosts(office);
  await writeWebhookHosts(office, keeper, { version, hosts: [{ host: "127.0.0.1", mayBePrivate }] });
};

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOver(database);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const [, example = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/publishing/webhooks.md", "utf8")) ?? [];
  ({ accept } = (await import(`data:text/javascript,${encodeURIComponent(example)}`)) as { accept: Accept }); // the page says so
});
afterAll(async () => {
  await new Promise<void>((closed) => void server.close(() => closed()));
  await database.close();
});
beforeEach(async () => {
  for (const { id } of (await listWebhooks(office, AGENCY)).hooks) await removeWebhook(office, head, place(id));
  await allow(true);
  got.length = 0;
  status = 200;
});

test("a message is signed so that the receiver of the documentation takes it once, and nobody can change it or send it later", async () => {
  const { id, secret } = await addWebhook(office, head, { agencyId: AGENCY, url: address() });
  const item = await publish();
  expect(await sendOutbox(later(1))).toEqual({ sent: 1, failed: 0 });
  const [{ body, headers } = { body: "", headers: {} }] = got;
  const header = String(headers["yangguang-signature"]);
  const now = Date.now() + 60_000;
  expect(JSON.parse(body)).toMatchObject({ event: "published", item: { id: item.id, version: 1 } });
  expect(headers).toMatchObject({ "yangguang-delivery": JSON.parse(body).id, "yangguang-attempt": "1" });
  expect(accept(body.replace("published", "withdrawn"), header, { secret, now })).toEqual({ status: 401 });
  expect(accept(body, header, { secret: "whsec_other", now })).toEqual({ status: 401 });
  expect(accept(body, header, { secret, now: now + 301_000 })).toEqual({ status: 401 });
  expect(accept(body, header, { secret, now })).toMatchObject({ status: 200, message: { event: "published" } });
  expect(accept(body, header, { secret, now })).toEqual({ status: 200, isRepeated: true });
  expect(await log(id)).toMatchObject([
    { standing: "delivered", event: "published", title: item.content.title, attempts: [{ attempt: 1, detail: "对方回答 200" }] },
  ]);
  expect(await sendOutbox(later(2))).toEqual({ sent: 0, failed: 0 });
});

test("what comes later waits for what failed, also while that waits for its next try", async () => {
  const { id } = await addWebhook(office, head, { agencyId: AGENCY, url: address() });
  const first = await publish();
  status = 500;
  expect(await sendOutbox(later(1))).toEqual({ sent: 0, failed: 1 });
  status = 200;
  const gone = { agencyId: AGENCY, itemId: first.id, version: first.version, authority: "市民政局", why: "内容有误" };
  await withdrawItem(officeOn(database, "2025-04-10"), head, gone);
  expect(await sendOutbox(later(2))).toEqual({ sent: 0, failed: 0 });
  const told = await log(id);
  expect(told.map(({ standing, event }) => [event, standing])).toEqual([
    ["withdrawn", "waiting"],
    ["published", "retrying"],
  ]);
  expect(told[1]?.nextAt).not.toBeNull();
  expect(await sendOutbox(later(4))).toEqual({ sent: 2, failed: 0 });
  expect(got.map(({ body }) => JSON.parse(body).event)).toEqual(["published", "published", "withdrawn"]);
});

test("what was given up, or waits, is sent again by hand, but what arrived is not", async () => {
  const { id } = await addWebhook(office, head, { agencyId: AGENCY, url: address() });
  await publish();
  status = 503;
  for (let day = 1; day <= 20; day += 1) await sendOutbox(later(day * 24 * 60));
  const [delivery] = await log(id);
  expect(delivery).toMatchObject({ standing: "given-up", nextAt: null });
  expect(delivery?.attempts).toHaveLength(15);
  status = 200;
  const again = { ...place(id), messageId: delivery?.id ?? "" };
  expect(await retryDelivery(office, head, again)).toMatchObject({ standing: "delivered" });
  await expect(retryDelivery(office, head, again)).rejects.toThrow("已经送达");
});

test("a secret is kept encrypted, shown once, and signs beside the new one for a day", async () => {
  const { id, secret } = await addWebhook(office, head, { agencyId: AGENCY, url: address() });
  const { secret: renewed } = await renewWebhookSecret(office, head, place(id));
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from webhook_secret where target = ${id}`.execute(database.db);
  expect(rows.some(({ sealed }) => sealed.includes(secret) || sealed.includes(renewed))).toBe(false);
  expect(JSON.stringify(await listWebhooks(office, AGENCY))).not.toContain("whsec_");
  await tryWebhook(office, head, place(id));
  await tryWebhook(later(24 * 60 + 1), head, place(id));
  const [during = { body: "", headers: {} }, after = { body: "", headers: {} }] = got;
  const status_ = ({ body, headers }: Got, key: string) =>
    accept(body, String(headers["yangguang-signature"]), {
      secret: key,
      now: Number(/t=(\d+)/.exec(String(headers["yangguang-signature"]))?.[1]) * 1000,
    }).status;
  expect([status_(during, secret), status_(after, secret), status_(after, renewed)]).toEqual([200, 401, 200]);
  expect(during.headers["yangguang-signature"]).toMatch(/^t=\d+,v1=[0-9a-f]{64},v1=[0-9a-f]{64}$/);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});

test.each([
  ["an address inside", (port: string) => `http://127.0.0.1:${port}/`, "内部地址"],
  ["the same as one number", (port: string) => `http://2130706433:${port}/`, "内部地址"],
  ["the same in octal", (port: string) => `http://0177.0.0.1:${port}/`, "内部地址"],
  ["the same as IPv6", (port: string) => `http://[::ffff:127.0.0.1]:${port}/`, "不在允许推送的主机之列"],
  ["a host not on the list", () => "http://169.254.169.254/latest/meta-data/", "不在允许推送的主机之列"],
])("%s is not told anything, neither by a trial nor by the outbox", async (_what, url, why) => {
  await allow(false);
  const port = String((server.address() as AddressInfo).port); // a server on a port
  const { id } = await addWebhook(office, head, { agencyId: AGENCY, url: url(port) });
  await publish();
  expect(await tryWebhook(office, head, place(id))).toMatchObject({ isDone: false, detail: expect.stringContaining(why) });
  expect(await sendOutbox(later(1))).toMatchObject({ sent: 0 });
  expect(got).toEqual([]);
});

test("a hook of before, without a secret, and one that is switched off, are told nothing; switched on it hears what it missed", async () => {
  const { id } = await addWebhook(office, head, { agencyId: AGENCY, url: address() });
  await changeWebhook(office, head, { ...place(id), url: address(), isActive: false });
  const other = await addWebhook(office, head, { agencyId: AGENCY, url: "http://elsewhere.example/" });
  await publish();
  expect((await listWebhooks(office, AGENCY)).hooks).toMatchObject([
    { id, isActive: false, isHostAllowed: true, open: 1 },
    { id: other.id, isActive: true, isHostAllowed: false },
  ]);
  await removeWebhook(office, head, place(other.id));
  expect(await sendOutbox(later(1))).toEqual({ sent: 0, failed: 0 });
  await changeWebhook(office, head, { ...place(id), url: address(), isActive: true });
  expect(await sendOutbox(later(1))).toEqual({ sent: 1, failed: 0 });
});

test.each(["file:///etc/passwd", "https://a:b@city.example/", "city.example"])("%s is no address of a hook", async (url) => {
  await expect(addWebhook(office, head, { agencyId: AGENCY, url })).rejects.toMatchObject({ code: "INPUT_INVALID" });
});

test.each(["https://city.example", "city.example/path", "*.example", "a b", "city.example:8080"])(
  "%s is no host",
  async (host) => {
    const { version } = await readWebhookHosts(office);
    const hosts = [{ host, mayBePrivate: false }];
    await expect(writeWebhookHosts(office, keeper, { version, hosts })).rejects.toMatchObject({ code: "INPUT_INVALID" });
  },
);
