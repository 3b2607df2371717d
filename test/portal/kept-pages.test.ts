import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublishedItem } from "../../src/register/publishing/published-item.js";
import { putItem, withdrawSnapshot } from "../../src/storage/portal/publish-snapshot.js";
import { BUREAU, CITY, cityItem, type PortalSite, portalSite } from "../builders/portal-site.js";

let portal: PortalSite;
beforeAll(async () => {
  portal = await portalSite();
});
afterAll(() => portal.close());

const page = (url: string, headers: Record<string, string> = {}) => portal.server.inject({ url, headers });
const publish = (item: PublishedItem) => portal.database.db.transaction().execute((trx) => putItem(trx, item, []));

test("a page that is kept changes with its item, in the next request", async () => {
  const item = cityItem({ id: "kept-revised", title: "关于低保标准的通知" });
  await publish(item);
  expect((await page(item.path)).body).toContain("关于低保标准的通知");
  expect((await page(item.path)).body).toContain("关于低保标准的通知");
  await publish({ ...item, title: "关于提高低保标准的通知", version: 2 });
  expect((await page(item.path)).body).toContain("关于提高低保标准的通知");
});

test("what is withdrawn is gone with the next request, though its page was kept", async () => {
  const item = cityItem({ id: "kept-withdrawn", title: "关于公示名单的公告" });
  await publish(item);
  for (let time = 0; time < 2; time++) expect((await page(item.path)).statusCode).toBe(200);
  const tombstone = { withdrawnAt: "2026-03-02T01:00:00.000Z", authority: "青阳市民政局", reason: "含有个人信息" };
  await portal.database.db.transaction().execute((trx) => withdrawSnapshot({ trx }, { ...item, version: 2, tombstone }));
  for (let time = 0; time < 2; time++) {
    const { statusCode, body } = await page(item.path);
    expect(statusCode).toBe(410);
    expect(body).toContain("含有个人信息");
  }
});

test("a page says what names its item as soon as that is published", async () => {
  const item = cityItem({ id: "kept-named", title: "关于养老服务的意见" });
  await publish(item);
  for (let time = 0; time < 2; time++) expect((await page(item.path)).body).not.toContain("《养老服务意见》解读");
  const link = { relation: "interprets", itemId: item.id, title: item.title, path: item.path } as const;
  await publish(cityItem({ id: "kept-naming", title: "《养老服务意见》解读", links: [link] }));
  expect((await page(item.path)).body).toContain("《养老服务意见》解读");
});

test("a list that is kept shows what was published a moment ago", async () => {
  for (let time = 0; time < 2; time++) expect((await page("/catalogue")).body).not.toContain("关于防汛值守的通知");
  await publish(cityItem({ id: "kept-listed", title: "关于防汛值守的通知", publishedAt: new Date().toISOString() }));
  expect((await page("/catalogue")).body).toContain("关于防汛值守的通知");
});

test("readers of large letters get pages of their own", async () => {
  for (let time = 0; time < 2; time++) {
    expect((await page("/catalogue")).body).not.toContain('class="large"');
    expect((await page("/catalogue", { cookie: "large-text=1" })).body).toContain('class="large"');
  }
});

test("a kept page travels packed to whoever can unpack it, and not at all to whoever has it", async () => {
  const plain = await page("/catalogue");
  const packed = await page("/catalogue", { "accept-encoding": "gzip, br" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  const again = await page("/catalogue", { "if-none-match": String(plain.headers.etag) });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe("");
});

test("a form with its token is made anew for each reader", async () => {
  const token = (body: string) => /name="formToken" value="([^"]+)"/.exec(body)?.[1];
  const [one, other] = [await page("/ask/qingyang-civil"), await page("/ask/qingyang-civil")];
  expect(token(one.body)).toMatch(/^[\w-]{32}$/);
  expect(token(one.body)).not.toBe(token(other.body));
});

test("a page that many ask for at once is the same for all, and forms still differ", async () => {
  await publish(cityItem({ id: "kept-asked", title: "关于养犬登记的通知", publishedAt: new Date().toISOString() }));
  const lists = await Promise.all(Array.from({ length: 20 }, () => page("/catalogue?year=2026")));
  expect(new Set(lists.map(({ body }) => body)).size).toBe(1);
  const forms = await Promise.all(Array.from({ length: 20 }, () => page("/ask/qingyang-civil")));
  expect(new Set(forms.map(({ body }) => body)).size).toBe(20);
  const missing = await Promise.all(Array.from({ length: 20 }, () => page("/items/nothing")));
  expect(missing.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 404));
});

test("a page of results is kept for seconds, and what is withdrawn is gone from it with the next request", async () => {
  const item = cityItem({ id: "kept-found", title: "关于梧桐修剪的通知" });
  await publish(item);
  const search = "/search?q=%E6%A2%A7%E6%A1%90%E4%BF%AE%E5%89%AA";
  expect((await page(search)).headers).not.toHaveProperty("age");
  const kept = await page(search);
  expect(kept.headers).toHaveProperty("age");
  expect(kept.body).toContain(item.path);
  // What others publish meanwhile does not take the page away.
  await publish(cityItem({ id: "kept-other", title: "关于消防演练的通知" }));
  expect((await page(search)).headers).toHaveProperty("age");
  const tombstone = { withdrawnAt: "2026-03-02T01:00:00.000Z", authority: "青阳市民政局", reason: "含有个人信息" };
  await portal.database.db.transaction().execute((trx) => withdrawSnapshot({ trx }, { ...item, version: 2, tombstone }));
  expect((await page(search)).body).not.toContain(item.path);
});

test("the list of an agency stays while others publish, and shows at once what the agency publishes or withdraws", async () => {
  const list = `/agencies/${BUREAU}/catalogue`;
  await page(list);
  expect((await page(list)).headers).toHaveProperty("age");
  const published = (id: string, agencyId: string, title: string) => {
    const item = cityItem({ id, agencyId, title, publishedAt: new Date().toISOString() });
    return publish(item).then(() => item);
  };
  await published("kept-of-others", CITY, "关于表彰先进的决定");
  expect((await page(list)).headers).toHaveProperty("age");
  const own = await published("kept-of-agency", BUREAU, "关于殡葬服务的通知");
  const renewed = await page(list);
  expect(renewed.headers).not.toHaveProperty("age");
  expect(renewed.body).toContain(own.path);
  const tombstone = { withdrawnAt: "2026-03-02T01:00:00.000Z", authority: "青阳市民政局", reason: "含有个人信息" };
  await portal.database.db.transaction().execute((trx) => withdrawSnapshot({ trx }, { ...own, version: 2, tombstone }));
  expect((await page(list)).body).toContain("已撤回");
});

test("a kept page has every header of the page that was made, and its age", async () => {
  const made = await page("/catalogue?genre=a", { "accept-encoding": "gzip" });
  const kept = await page("/catalogue?genre=a", { "accept-encoding": "gzip" });
  const own = ({ headers }: typeof made) =>
    Object.keys(headers).filter((name) => !["age", "date"].includes(name) && !name.startsWith("x-ratelimit"));
  for (const name of own(made)) expect([name, kept.headers[name]]).toEqual([name, made.headers[name]]);
  expect(own(kept).toSorted()).toEqual(own(made).toSorted());
  expect(Number(kept.headers["x-ratelimit-remaining"])).toBe(Number(made.headers["x-ratelimit-remaining"]) - 1);
  expect(kept.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("kept pages are counted as all others are, and end for whoever takes too many", async () => {
  const from = (url: string) => portal.server.inject({ url, remoteAddress: "192.0.2.7" });
  const left = Number((await from("/catalogue")).headers["x-ratelimit-remaining"]);
  await Promise.all(Array.from({ length: left }, () => from("/catalogue")));
  const { statusCode, headers } = await from("/catalogue");
  expect(statusCode).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect((await portal.server.inject({ url: "/catalogue", remoteAddress: "192.0.2.8" })).statusCode).toBe(200);
});

test("however a reader's cookie is written, nobody else gets the large letters", async () => {
  for (const cookie of ["large-text=%31", 'large-text="1"', "a=b; large-text=1", "large-text=1; large-text=0", "xlarge-text=1"]) {
    const url = `/catalogue?theme=${encodeURIComponent(cookie)}`;
    const isLarge = (await page(url, { cookie })).body.includes('class="large"');
    expect([cookie, (await page(url, { cookie })).body.includes('class="large"')]).toEqual([cookie, isLarge]);
    expect((await page(url)).body).not.toContain('class="large"');
    expect((await page(url, { cookie: "large-text=1" })).body).toContain('class="large"');
  }
});
