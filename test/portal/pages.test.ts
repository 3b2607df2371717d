import { createHash } from "node:crypto";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withdrawSnapshot } from "../../src/storage/portal/publish-snapshot.js";
import { BUREAU, CITY, cityItem, ITEMS, type PortalSite, portalSite, WITHDRAWAL_REASON } from "../builders/portal-site.js";

let portal: PortalSite;
beforeAll(async () => {
  portal = await portalSite({ origin: "https://www.example.gov.cn" });
});
afterAll(() => portal.close());

const get = (url: string, headers: Record<string, string> = {}) => portal.server.inject({ method: "GET", url, headers });

const PAGES = [
  ...["/", `/agencies/${BUREAU}`, "/guide", "/rules", `/agencies/${BUREAU}/guide`, `/agencies/${BUREAU}/rules`],
  ...["/catalogue", `/agencies/${BUREAU}/catalogue`, `/items/${ITEMS.measure}`, "/search", "/search?q=%E6%95%91%E5%8A%A9"],
  ...["/reports", `/agencies/${BUREAU}/reports`, `/reports/${BUREAU}`, `/reports/${BUREAU}/2025`, "/figures"],
  ...["/ask", `/ask/${BUREAU}`, `/ask/${CITY}`, `/ask/${BUREAU}/paper`, "/status"],
  ...["/check", "/open-data", "/site-map", "/accessibility"],
];

describe("pages", () => {
  test.each(PAGES)("%s is there, is html without faults of its form, and is guarded", async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(200);
    const faults: string[] = [];
    parse(body, { onParseError: ({ code, startLine, startCol }) => faults.push(`${code} ${startLine}:${startCol}`) });
    expect(faults).toEqual([]);
    expect(new Set(body.match(/ id="[^"]+"/g)).size).toBe(body.match(/ id="[^"]+"/g)?.length ?? 0);
    expect(body.match(/<h1[\s>]/g)).toHaveLength(1);
    const scripts = url === "/check" ? "script-src 'self' 'wasm-unsafe-eval';" : "script-src 'self';";
    const workers = url === "/check" ? "worker-src 'self';" : "worker-src 'none';";
    expect(headers["content-security-policy"]).toContain(scripts);
    expect(headers["content-security-policy"]).toContain(workers);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "strict-transport-security": expect.stringContaining("max-age=15552000"),
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test.each(PAGES.filter((url) => !url.startsWith("/search") && !/^\/ask\/[\w-]+$/.test(url)).map((url) => [url]))(
    "%s travels once",
    async (url) => {
      const tag = String((await get(url)).headers.etag);
      expect(tag).toMatch(/^W?\/?"[\w-]{22}"$/);
      expect((await get(url, { "if-none-match": tag })).statusCode).toBe(304);
    },
  );

  test("a search that finds nothing offers no filters, one that finds something has the way to them", async () => {
    expect((await get("/search?q=%E7%81%AB%E6%98%9F%E7%A7%BB%E6%B0%91")).body).not.toContain('id="filters"');
    const { body } = await get("/search?q=%E6%95%91%E5%8A%A9");
    expect(body).toContain('id="filters"');
    expect(body).toContain('href="#filters"');
  });

  test.each([
    "/nowhere",
    "/items/none",
    "/agencies/none",
    "/agencies/none/guide",
    "/reports/none",
    `/reports/${BUREAU}/1999`,
    "/ask/none",
  ])("%s is not there, and says so with a way on", async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(404);
    expect(body).toContain("您要找的页面不存在");
    expect(body).toContain('href="/"');
  });

  test("a withdrawn item is gone, with date, authority and reason", async () => {
    const { statusCode, body } = await get(`/items/${ITEMS.withdrawn}`);
    expect(statusCode).toBe(410);
    for (const told of [WITHDRAWAL_REASON, "青阳市民政局", "2026年3月2日 09:00"]) expect(body).toContain(told);
    expect(body).not.toContain("现将有关情况公布如下");
  });

  test("the page of a document bears the tags of the notice, its canonical address and what it is tied to", async () => {
    const { body } = await get(`/items/${ITEMS.measure}`);
    for (const told of [
      '<meta name="ArticleTitle" content="青阳市临时救助办法"/>',
      '<meta name="PubDate" content="2026-02-01 10:00"/>',
      '<meta name="SiteIDCode" content="3799000001"/>',
      `<link rel="canonical" href="https://www.example.gov.cn/items/${ITEMS.measure}"/>`,
      "《青阳市临时救助办法》解读",
      "本文废止的文件",
    ])
      expect(body).toContain(told);
    expect((await get(`/items/${ITEMS.old}`)).body).toContain("废止。");
  });

  test("filters narrow a list, and what cannot be understood is left out", async () => {
    const count = async (query: string) => /共 (\d+) 件/.exec((await get(`/catalogue${query}`)).body)?.[1];
    expect(await count("")).toBe("28");
    expect(await count("?item=art20-07")).toBe("12");
    expect(await count(`?agency=${CITY}`)).toBe("5");
    expect(await count("?validity=repealed")).toBe("1");
    expect(await count("?year=abc&page=-3")).toBe("28");
    expect((await get("/catalogue?page=2")).body).toContain('<b aria-current="page">2</b>');
  });

  test("the index number leads to the item for good", async () => {
    const found = await portal.site.item(ITEMS.measure);
    const { statusCode, headers } = await get(`/index-numbers/${found?.item.indexNumber}`);
    expect([statusCode, headers.location]).toEqual([301, `/items/${ITEMS.measure}`]);
  });

  test("an attachment is saved, never run", async () => {
    const { headers, body } = await get("/attachments/file-list/x.csv");
    expect(body).toBe("姓名,金额\n");
    expect(headers["content-disposition"]).toBe("attachment; filename*=UTF-8''%E6%A0%87%E5%87%86.csv");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  });

  test("large letters are the only thing a cookie is set for", async () => {
    const { statusCode, headers, cookies } = await portal.server.inject({
      ...{ method: "POST", url: "/large-text", payload: "large=1&back=%2Fguide" },
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    });
    expect([statusCode, headers.location]).toEqual([303, "/guide"]);
    expect(cookies).toMatchObject([{ name: "large-text", value: "1", httpOnly: true, secure: true, sameSite: "Lax", path: "/" }]);
    const page = await portal.server.inject({ method: "GET", url: "/", cookies: { "large-text": "1" } });
    expect(page.body).toContain('<html lang="zh-CN" class="large">');
  });
});

describe("open data", () => {
  test("items as csv and as lines of json say the same, each with its permanent address", async () => {
    const lines = (await get("/data/items.jsonl")).body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(28);
    expect(lines.find(({ id }) => id === ITEMS.measure)).toMatchObject({
      ...{ title: "青阳市临时救助办法", document_number: "青民发〔2026〕2号", withdrawn: false },
      url: `https://www.example.gov.cn/items/${ITEMS.measure}`,
    });
    expect(lines.find(({ id }) => id === ITEMS.withdrawn)).toMatchObject({ withdrawn: true, summary: null });
    const csv = (await get("/data/items.csv")).body;
    expect(csv.startsWith("\uFEFFid,index_number,title,")).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(29);
    const schema = (await get("/data/items.schema.json")).json();
    expect(Object.keys(lines[0])).toEqual(Object.keys(schema.properties));
  });

  test("what changed behind a number, and nothing when nothing did", async () => {
    const all = (await get("/data/items.jsonl")).body
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const last = all.at(-2).sequence;
    expect((await get(`/data/items.jsonl?after=${last}`)).body.trimEnd().split("\n")).toHaveLength(1);
    const tag = String((await get("/data/items.jsonl")).headers.etag);
    expect((await get("/data/items.jsonl", { "if-none-match": tag })).statusCode).toBe(304);
    expect((await get("/data/items.csv", { "if-none-match": tag })).statusCode).toBe(200);
  });

  test("the checksums are those of the files", async () => {
    const { body } = await get("/data/checksums.txt");
    const entries = body
      .trimEnd()
      .split("\n")
      .map((line) => line.split("  "));
    expect(entries.map(([, name]) => name)).toContain(`reports/${BUREAU}/2025.csv`);
    for (const [sum, name] of entries) {
      const file = await get(`/data/${name}`);
      expect([name, createHash("sha256").update(file.rawPayload).digest("hex")]).toEqual([name, sum]);
    }
  });

  test("a report as data is the report that was released", async () => {
    const list = (await get("/data/reports.json")).json();
    expect(list.licence).toContain("注明来源");
    expect(list.reports.map(({ year }: { year: number }) => year)).toEqual([2025, 2024, 2023]);
    const released = await get(`/reports/${BUREAU}/2025/1/json`);
    expect((await get(`/data/reports/${BUREAU}/2025.json`)).body).toBe(released.body);
    expect((await get(`/data/reports/${BUREAU}/2025.xml`)).statusCode).toBe(404);
  });

  test("the figures of all agencies are one table, where a cell that was not filled in is no 0", async () => {
    const { columns, figures } = (await get("/data/figures.json")).json();
    const ids: string[] = columns.map(({ id }: { id: string }) => id);
    const lines = (await get("/data/figures.csv")).body.trimEnd().split(/\r?\n/);
    expect(lines[0]).toContain("机关编号,机关,年度,上年结转,本年新收,结转下年,予以公开");
    expect(lines).toHaveLength(figures.length + 1);
    const report = (await get(`/data/reports/${BUREAU}/2025.json`)).json();
    const line = figures.find((one: { agency_id: string; year: number }) => one.agency_id === BUREAU && one.year === 2025);
    expect(line.received).toBe(report.requests.new_received.total);
    expect(line.url).toMatch(/^https:/);
    for (const [at, one] of figures.entries())
      expect(lines[at + 1]?.split(",").slice(3, 3 + ids.length)).toEqual(
        ids.map((id) => (one[id] === null ? "" : String(one[id]))),
      );
  });

  test("agencies stand beside each other, one year at a time", async () => {
    const { body } = await get("/figures?year=2024");
    expect(body).toContain("2024年各机关数字");
    expect(body).toContain(`href="/reports/${BUREAU}/2024"`);
    expect(body).toContain("<svg");
    expect((await get("/figures?year=1950")).body).toContain("2025年各机关数字");
  });

  test("every address of the description answers with the type it says", async () => {
    const description = (await get("/openapi.json")).json() as Described;
    expect(description.openapi).toBe("3.1.0");
    const filled = { agency: BUREAU, year: "2025", id: ITEMS.measure, name: "x.csv" };
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
      const id = path.startsWith("/attachments") ? "file-list" : filled.id;
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof filled) => (name === "id" ? id : filled[name]));
      const { statusCode, headers } = await get(url);
      const [type = ""] = Object.keys(operation.responses["200"].content);
      expect([path, statusCode]).toEqual([path, 200]);
      if (!path.startsWith("/attachments") && !type.includes("schema")) expect(headers["content-type"]).toContain(type);
    }
  });
});

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      { readonly get: { readonly responses: { readonly "200": { readonly content: Readonly<Record<string, unknown>> } } } }
    >
  >;
}

describe("feeds and maps", () => {
  test("the newest first, for everybody or for one agency", async () => {
    const feed = (await get("/feed.json")).json();
    expect(feed.items[0]).toMatchObject({
      title: "《青阳市临时救助办法》解读",
      url: `https://www.example.gov.cn/items/${ITEMS.reading}`,
    });
    const own = (await get(`/feed.json?agency=${CITY}`)).json();
    expect(new Set(own.items.flatMap(({ authors }: { authors: { name: string }[] }) => authors.map(({ name }) => name)))).toEqual(
      new Set(["青阳市人民政府"]),
    );
    expect((await get("/feed.json?agency=none")).statusCode).toBe(404);
    const { headers, body } = await get("/feed.atom");
    expect(headers["content-type"]).toContain("application/atom+xml");
    expect(body).toContain("<title>《青阳市临时救助办法》解读</title>");
    expect(body).not.toContain(ITEMS.withdrawn);
    expect((await get("/feed.atom", { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
  });

  test("the map of the site names every item that is public, once, and none that was withdrawn", async () => {
    const index = (await get("/sitemap.xml")).body;
    const files = [...index.matchAll(/<loc>https:\/\/www\.example\.gov\.cn([^<]+)<\/loc>/g)].map(([, path]) => path ?? "");
    expect(files).toEqual(["/sitemaps/pages.xml", "/sitemaps/items-1.xml"]);
    const items = (await get("/sitemaps/items-1.xml")).body.match(/<loc>/g);
    expect(items).toHaveLength(27);
    expect((await get("/sitemaps/items-2.xml")).statusCode).toBe(404);
    expect((await get("/sitemaps/pages.xml")).body).toContain(`/reports/${BUREAU}/2025</loc>`);
    expect((await get("/robots.txt")).body).toContain("Sitemap: https://www.example.gov.cn/sitemap.xml");
  });

  test("it says that it is well, and how much it holds", async () => {
    expect((await get("/healthz")).json()).toMatchObject({ status: "ok", mode: "attached", sequence: expect.any(Number) });
  });
});

test("what is withdrawn while the site runs is gone from pages, data and feeds at once", async () => {
  const item = cityItem({ id: "item-late", title: "误发的名单", publishedAt: "2026-05-01T02:00:00.000Z", version: 2 });
  const tombstone = { withdrawnAt: "2026-05-02T02:00:00.000Z", authority: "青阳市民政局", reason: "误发" };
  await portal.database.db.transaction().execute((trx) => withdrawSnapshot({ trx }, { ...item, tombstone }));
  expect((await get("/items/item-late")).statusCode).toBe(410);
  expect((await get("/feed.atom")).body).not.toContain("误发的名单");
});

test("when nothing can be read, a sentence says so, and nothing of the database", async () => {
  const other = await portalSite({ origin: "https://www.example.gov.cn" });
  await other.site.close();
  for (const url of [
    "/",
    "/catalogue",
    "/search?q=%E6%95%91%E5%8A%A9",
    "/nowhere",
    `/items/${ITEMS.measure}`,
    "/data/items.csv",
  ]) {
    const { statusCode, body } = await other.server.inject({ method: "GET", url });
    expect(statusCode, url).toBeGreaterThanOrEqual(500);
    expect(body, url).toMatch(/网站暂时不能使用|系统出了问题/);
    expect(body, url).not.toMatch(/Cannot use|pool|postgres|127\.0\.0\.1|Error/i);
  }
  await other.server.close();
  await other.database.close();
});
