import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putEntry } from "../../src/storage/portal/portal-entries.js";
import { putItem, withdrawSnapshot } from "../../src/storage/portal/publish-snapshot.js";
import { BUREAU, CITY, cityItem, ITEMS, type PortalSite, portalSite } from "../builders/portal-site.js";

/** Ends an attribute, opens elements, runs if anything lets it. */
const EVIL = `HARM"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
const BYTES = new TextEncoder().encode(EVIL);
const SHA = createHash("sha256").update(BYTES).digest("hex");
const OWN = { "sec-fetch-site": "same-origin" };
const MEGABYTE = 1024 * 1024;

let portal: PortalSite;
beforeAll(async () => {
  portal = await portalSite({ origin: "https://www.example.gov.cn" });
});
afterAll(() => portal.close());

const get = (url: string, headers: Record<string, string> = {}) => portal.server.inject({ method: "GET", url, headers });
const send = (url: string, payload: string, headers: Record<string, string> = OWN) =>
  portal.server.inject({
    ...{ method: "POST", url, payload },
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });

async function sendForm(url: string, form: FormData, headers: Record<string, string> = OWN) {
  const encoded = new Response(form);
  const payload = Buffer.from(await encoded.arrayBuffer());
  const request: InjectOptions = {
    ...{ method: "POST", url, payload },
    headers: { "content-type": encoded.headers.get("content-type") ?? "", ...headers },
  };
  return portal.server.inject(request);
}

/** The form as the page gives it, filled in. */
async function askForm(changes: Record<string, string> = {}): Promise<FormData> {
  const token = /name="formToken" value="([\w-]+)"/.exec((await get(`/ask/${BUREAU}`)).body)?.[1] ?? "";
  const form = new FormData();
  const filled = {
    ...{ formToken: token, website: "", kind: "natural", name: "欧阳沐泽", document: "id-card", identity: "11010519491231002X" },
    ...{ email: "ouyang@example.cn", description: "2025年度临时救助资金的发放情况", medium: "electronic", delivery: "email" },
    ...{ action: "send", ...changes },
  };
  for (const [name, value] of Object.entries(filled)) form.set(name, value);
  return form;
}

function isHarmless(html: string): void {
  expect(html).not.toContain('HARM"');
  expect(html).not.toContain("HARM'");
  expect(html).not.toContain("<img src=x");
  expect(html).not.toContain("<script>alert");
}

describe("script that was stored", () => {
  beforeAll(async () => {
    const item = cityItem({
      ...{ id: "item-evil", title: EVIL, summary: EVIL, documentNumber: EVIL, agencyName: EVIL, themeName: EVIL, genre: EVIL },
      ...{ validityName: EVIL, indexNumber: EVIL },
      blocks: [
        { kind: "heading", level: 1, text: EVIL },
        { kind: "paragraph", text: EVIL },
        { kind: "list", isNumbered: true, entries: [EVIL] },
        { kind: "table", caption: EVIL, rows: [[{ text: EVIL, isHead: true }]] },
        { kind: "picture", attachmentId: "file-evil", alt: EVIL },
      ],
      attachments: [
        { id: "file-evil", name: `${EVIL}.html`, mediaType: "text/html", sha256: SHA, size: BYTES.length, text: EVIL },
      ],
    });
    const gone = cityItem({ id: "item-evil-gone", title: EVIL });
    await portal.database.db.transaction().execute(async (trx) => {
      await putItem(trx, item, [{ id: "file-evil", bytes: BYTES }]);
      const tombstone = { withdrawnAt: "2026-03-02T01:00:00.000Z", authority: EVIL, reason: EVIL };
      await withdrawSnapshot({ trx }, { ...gone, version: 2, tombstone });
      const rule = {
        id: "rule-evil",
        agencyId: CITY,
        title: EVIL,
        documentNumber: EVIL,
        madeOn: null,
        paragraphs: [EVIL],
        itemId: null,
      };
      await putEntry(trx, {
        kind: "rule",
        id: "rule-evil",
        agencyId: CITY,
        body: { ...rule, publishedAt: "2026-01-01T00:00:00Z" },
      });
      const guide = await portal.site.guide(CITY);
      if (guide === null) throw new Error("The city has a guide.");
      const office = { ...guide.office, office: EVIL, address: EVIL, phone: EVIL, email: EVIL };
      const channels = [{ channel: "online" as const, description: EVIL }];
      const body = {
        ...guide,
        office,
        channels,
        classification: EVIL,
        remedies: EVIL,
        chapters: [{ heading: EVIL, paragraphs: [EVIL] }],
      };
      await putEntry(trx, { kind: "guide", id: CITY, agencyId: CITY, body });
      const agency = await portal.site.agency(CITY);
      if (agency === null) throw new Error("The city is there.");
      const site = { ...agency.site, siteName: EVIL, icpNumber: EVIL, organizer: EVIL, siteCode: EVIL };
      await putEntry(trx, {
        kind: "agency",
        id: "evil",
        agencyId: "evil",
        body: { ...agency, id: "evil", name: EVIL, site, contact: office },
      });
    });
    // What the site keeps for some seconds has to go first.
    while ((await portal.site.agency("evil")) === null) await setTimeout(500);
  });

  test.each([
    ...["/", "/catalogue", "/items/item-evil", "/items/item-evil-gone", "/search?q=onerror"],
    ...[
      `/agencies/${CITY}/guide`,
      `/agencies/${CITY}/rules`,
      `/ask/${CITY}`,
      `/ask/${CITY}/paper`,
      "/agencies/evil",
      "/ask/evil",
    ],
    ...["/feed.atom", "/site-map", "/accessibility", "/sitemaps/items-1.xml", "/feed.atom?agency=evil"],
  ])("%s shows it as text", async (url) => isHarmless((await get(url)).body));

  test("an attachment that is a web page is saved in a box of its own, under a name that ends nothing", async () => {
    const { headers } = await get("/attachments/file-evil/x");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("in a csv nothing begins a formula", async () => {
    await portal.database.db
      .transaction()
      .execute((trx) => putItem(trx, cityItem({ id: "item-formula", title: '=HYPERLINK("http://x")' }), []));
    expect((await get("/data/items.csv")).body).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

describe("script that was sent", () => {
  test.each([
    "/search?q=",
    "/catalogue?item=",
    "/catalogue?theme=",
    "/search?agency=",
    "/nowhere/",
    "/items/",
    "/ask/",
    "/data/reports/",
  ])("%s shows it as text", async (address) => isHarmless((await get(address + encodeURIComponent(EVIL))).body));

  test("the form comes back with what was typed, as text", async () => {
    const fields = Object.fromEntries(
      ["name", "identity", "phone", "email", "address", "description"].map((name) => [name, EVIL]),
    );
    const { statusCode, body, headers } = await sendForm(`/ask/${BUREAU}`, await askForm(fields));
    expect(statusCode).toBe(422);
    expect(body).toContain("HARM&quot;");
    isHarmless(body);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("the question after a request comes back as text", async () => {
    isHarmless((await send("/status", new URLSearchParams({ number: EVIL, code: EVIL }).toString())).body);
  });
});

describe("addresses", () => {
  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "",
    "/a\r\nx: y",
  ])("after the choice of letters %j is not followed", async (back) => {
    const { headers } = await send("/large-text", new URLSearchParams({ large: "1", back }).toString());
    expect(headers.location).toBe("/");
    expect(headers.x).toBeUndefined();
  });

  test("after the choice of letters the page and its question are shown again, whatever letters are in it", async () => {
    const body = new URLSearchParams({ large: "1", back: "/catalogue?item=中文" }).toString();
    expect((await send("/large-text", body)).headers.location).toBe("/catalogue?item=%E4%B8%AD%E6%96%87");
    const from = (referer: string) => send("/large-text", "large=1&back=%2Fsearch", { ...OWN, host: "x.example", referer });
    expect((await from("http://x.example/search?q=%E6%95%91%E5%8A%A9")).headers.location).toBe("/search?q=%E6%95%91%E5%8A%A9");
    for (const elsewhere of ["https://evil.example/a", "javascript:alert(1)", "http://x.example//evil.example", ""])
      expect((await from(elsewhere)).headers.location).toMatch(/^\/(search)?$/);
  });

  test.each([
    "/attachments/..%2f..%2f..%2fetc%2fpasswd/x",
    `/reports/${BUREAU}/2025/1/..%2f..%2fx`,
    "/data/reports/..%2f..%2fetc/2025.json",
    "/data/items.csv/../../../../etc/passwd",
    "/sitemaps/..%2f..%2fpackage.json",
    "/site.css/../../package.json",
    "/items/%00",
    "/items/%ff",
    "/index-numbers/../../etc/passwd",
  ])("%s leads nowhere", async (url) => {
    const { statusCode, body } = await get(url);
    expect([400, 404]).toContain(statusCode);
    expect(body).not.toContain("root:");
    expect(body).not.toContain('"dependencies"');
    expect(body).not.toContain("FST_ERR");
  });

  test("a receipt's number cannot end a header", async () => {
    const fields = {
      number: "3799\r\nx-evil: 1",
      code: "ABCDE-FGHJK",
      agencyName: "青阳市民政局",
      submittedAt: "2026-01-01T00:00:00Z",
    };
    const { headers } = await send("/ask/receipt.pdf", new URLSearchParams(fields).toString());
    expect(headers["x-evil"]).toBeUndefined();
    if (headers["content-disposition"] !== undefined) expect(headers["content-disposition"]).not.toMatch(/[\r\n]/);
  });

  test("a host that was made up gets into no address when the real one is configured", async () => {
    for (const url of ["/", "/feed.atom", "/sitemap.xml", "/robots.txt", "/data/reports.json"])
      expect((await get(url, { host: "evil.example", "x-forwarded-host": "evil.example" })).body).not.toContain("evil.example");
  });
});

describe("forms of others", () => {
  test.each([`/ask/${BUREAU}`, "/status", "/large-text", "/check", "/similar"])(
    "%s takes nothing from another site",
    async (url) => {
      for (const headers of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { origin: "https://evil.example" },
      ]) {
        const { statusCode, body, cookies } = await send(url, "large=1&number=1&code=1", headers as Record<string, string>);
        expect(statusCode).toBe(403);
        expect(body).toContain("不是从本网站提交的");
        expect(cookies).toEqual([]);
      }
    },
  );

  test("no other site may read what is not open data", async () => {
    for (const url of ["/", "/status", `/ask/${BUREAU}`, "/suggest?q=%E6%95%91"])
      expect((await get(url, { origin: "https://evil.example" })).headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("what nobody sees and a robot fills in is told, and nothing is stored", async () => {
    const { statusCode, body } = await sendForm(`/ask/${BUREAU}`, await askForm({ website: "https://spam.example" }));
    expect(statusCode).toBe(422);
    expect(body).not.toContain("申请已经提交");
  });
});

describe("receipts", () => {
  const ask = (number: string, code: string) => send("/status", new URLSearchParams({ number, code }).toString());

  test("codes cannot be guessed: after some wrong ones even the right one waits", async () => {
    const { body } = await sendForm(`/ask/${BUREAU}`, await askForm());
    const number = /id="receipt-number">([^<]+)/.exec(body)?.[1] ?? "";
    const code = /id="receipt-code">([^<]+)/.exec(body)?.[1] ?? "";
    expect((await ask(number, code)).statusCode).toBe(200);
    const answers: number[] = [];
    for (let guess = 0; guess < 25 && answers.at(-1) !== 429; guess++)
      answers.push((await ask(number, `ZZZZZ-ZZZ${String(guess).padStart(2, "0")}`)).statusCode);
    expect(answers.at(-1)).toBe(429);
    const locked = await ask(number, code);
    expect(locked.statusCode).toBe(429);
    expect(locked.body).toContain("输错的次数太多");
  });

  test("whether a number exists is not told", async () => {
    const { body } = await sendForm(`/ask/${BUREAU}`, await askForm());
    const number = /id="receipt-number">([^<]+)/.exec(body)?.[1] ?? "";
    const known = await ask(number, "ZZZZZ-ZZZZZ");
    const unknown = await ask("379900-20260101-ZZZZZZZZ", "ZZZZZ-ZZZZZ");
    expect([known.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(known.body.replaceAll(number, "")).toBe(unknown.body.replaceAll("379900-20260101-ZZZZZZZZ", ""));
  });

  test("number and code are not taken from an address, which is kept in logs", async () => {
    expect((await get("/status?number=379900-20260101-ZZZZZZZZ&code=ZZZZZ-ZZZZZ")).body).not.toContain("ZZZZZZZZ");
  });
});

describe("files", () => {
  test.each([
    ["a page", "说明.html", "<html><script>alert(1)</script></html>"],
    ["a drawing", "图.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a page that says it is a picture", "照片.png", "<html><script>alert(1)</script></html>"],
    ["a program", "工具.exe", "MZ\u0090\u0000"],
    ["a page behind the beginning of a gif", "照片.gif", "GIF89a/*<html>*/=1;alert(1)//"],
  ])("%s is not taken with a request", async (_, name, content) => {
    const form = await askForm();
    form.append("attachments", new File([content], name));
    const { statusCode, body } = await sendForm(`/ask/${BUREAU}`, form);
    expect([415, 422]).toContain(statusCode);
    expect(body).not.toContain("申请已经提交");
    expect(body).toContain("2025年度临时救助资金的发放情况");
  });

  test("too large and too many are said beside what was typed, which is not lost", async () => {
    const large = await askForm();
    large.append("attachments", new File([new Uint8Array(11 * MEGABYTE)], "大.pdf"));
    const many = await askForm();
    for (let at = 0; at < 7; at++) many.append("attachments", new File(["%PDF-1.4"], `${at}.pdf`));
    const heavy = await askForm();
    for (let at = 0; at < 3; at++) heavy.append("attachments", new File(["%PDF-1.4", new Uint8Array(9 * MEGABYTE)], `${at}.pdf`));
    for (const [form, fault] of [
      [large, "“大.pdf”超过10 MB"],
      [many, "最多5个"],
      [heavy, "合计超过20 MB"],
    ] as const) {
      const { statusCode, body } = await sendForm(`/ask/${BUREAU}`, form);
      expect(statusCode).toBe(422);
      expect(body).toContain(fault);
      expect(body).toContain("2025年度临时救助资金的发放情况");
    }
  });

  test("too large, too many, too much: each is refused in a sentence", async () => {
    const large = await askForm();
    large.append("attachments", new File([new Uint8Array(11 * MEGABYTE)], "大.pdf"));
    const many = await askForm();
    for (let at = 0; at < 7; at++) many.append("attachments", new File(["%PDF-1.4"], `${at}.pdf`));
    const fields = await askForm();
    for (let at = 0; at < 80; at++) fields.append(`more-${at}`, "x");
    const long = await askForm({ description: "长".repeat(100_000) });
    for (const form of [large, many, fields, long]) {
      const { statusCode, body } = await sendForm(`/ask/${BUREAU}`, form);
      expect([400, 413, 422]).toContain(statusCode);
      expect(body).toContain("</html>");
      expect(body).not.toContain("申请已经提交");
    }
  });

  test.each([
    ["/status", '"x"'],
    ["/similar", "[]"],
    ["/large-text", "[1]"],
    ["/ask/receipt.pdf", "{}"],
    ["/ask/receipt.pdf", '{"number":"1","code":"1","agencyName":"某部","submittedAt":"2026-01-01T00:00:00Z"}'],
  ])("%s does not understand %s, and says so", async (url, content) => {
    const { statusCode } = await send(url, content, { ...OWN, "content-type": "application/json" });
    expect(statusCode).toBe(400);
  });

  test("what is no form at all is refused without a trace of the program", async () => {
    const types = ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x"];
    for (const url of [`/ask/${BUREAU}`, "/check"])
      for (const type of types) {
        const { statusCode, body } = await send(url, "--y\r\nnonsense", { ...OWN, "content-type": type });
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(statusCode).toBeLessThan(500);
        expect(body).not.toMatch(/node_modules|at \w+ \(/);
      }
  });
});

describe("a report to be checked", () => {
  const check = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append("report", new File([content], name));
    return sendForm("/check", form);
  };

  test("its findings are shown with what the file says as text, and kept nowhere", async () => {
    const rows = `<h1>${"青阳市民政局2024年政府信息公开工作年度报告"}</h1><h2>一、总体情况</h2><p>&lt;img src=x onerror=alert(1)&gt;</p><h2>二、主动公开政府信息情况</h2><h2>三、收到和处理政府信息公开申请情况</h2>`;
    const { statusCode, body, headers } = await check(`${EVIL}.html`, `<html><body>${rows}</body></html>`);
    expect(statusCode).toBe(200);
    expect(body).toContain("发现");
    isHarmless(body);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test.each([
    ["nothing", "空.docx", ""],
    ["no report", "信.txt", "今天天气很好。"],
    ["a drawing", "图.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["a torn archive", "坏.docx", "PK\u0003\u0004nonsense"],
  ])("%s is refused in a sentence", async (_, name, content) => {
    const { statusCode, body } = await check(name, content);
    expect([413, 415, 422]).toContain(statusCode);
    expect(body).toMatch(/没有检查：|请选择一份年度报告/);
    isHarmless(body);
  });

  test("more than is allowed is not read", async () => {
    expect((await check("大.txt", new Uint8Array(21 * MEGABYTE))).statusCode).toBe(413);
  });
});

test("ids cannot be counted through: one that was never given and one of another kind are the same", async () => {
  const pages = await Promise.all([get("/items/item-999999"), get("/items/file-list"), get(`/items/${BUREAU}`)]);
  expect(new Set(pages.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
  expect((await get(`/items/${ITEMS.measure}`)).statusCode).toBe(200);
});
