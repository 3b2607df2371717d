import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { checkInput } from "../../src/operations/check-input.js";
import { endChild } from "../../src/operations/child-reader.js";
import { type PortalSite, portalSite } from "../builders/portal-site.js";
import { hasBrowser, newReader, openBrowser } from "./browser.js";

const CORPUS = join(import.meta.dirname, "..", "corpus");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LONG = { timeout: 240_000 };
const HERE = "文件只在您的浏览器里读取，不会上传";
const SERVER = "改由服务器读取（读后即删）";

/** A report of each format, with findings wherever there is one. */
const REPORTS = [
  "real/template-2021-blank.docx",
  "made/f1.docx",
  "made/f0.lo.doc",
  "made/f1-sheets.xlsx",
  "made/f1.lo.odt",
  "real/jiangsu-shuyang_ndrc-2023.html",
  "real/jiangsu-hongze_district_gov-2024.pdf",
  "real/shanghai-science_commission-2024.txt",
  "real/jiangsu-suqian_gov-2024.md",
];

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly bytes: number;
}

describe.skipIf(!hasBrowser())("a report is checked inside the browser", () => {
  let portal: PortalSite;
  let browser: Browser;
  let base: string;
  /** What reached the server since the page was opened, told by the server itself. */
  let asked: Asked[] = [];
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    portal = await portalSite();
    base = await portal.server.listen({ host: "127.0.0.1", port: 0 });
    portal.server.server.on("request", ({ method = "", url = "", headers }) =>
      asked.push({ method, path: url, bytes: Number(headers["content-length"] ?? (headers["transfer-encoding"] ? 1 : 0)) }),
    );
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    endChild();
  });
  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
  });

  /** Opens the page; `without` names pieces of the program that never come. */
  const openCheck = async (
    options: BrowserContextOptions = {},
    without: { fails?: RegExp; hangs?: RegExp } = {},
  ): Promise<Page> => {
    const context = await newReader(browser, options);
    if (without.fails) await context.route(without.fails, (route) => route.abort());
    if (without.hangs) await context.route(without.hangs, () => {});
    context.setDefaultTimeout(40_000);
    open.push(context);
    const page = await context.newPage();
    asked = [];
    await page.goto(`${base}/check`);
    if (options.javaScriptEnabled !== false) await page.getByText(HERE).waitFor();
    return page;
  };
  const choose = async (page: Page, file: string, previous: string | null = null) => {
    await page.getByLabel("年度报告", { exact: true }).setInputFiles(join(CORPUS, file));
    if (previous !== null) await page.getByLabel("上一年度的报告").setInputFiles(join(CORPUS, previous));
    await page.getByRole("button", { name: "检查", exact: true }).click();
  };
  const result = (page: Page) => page.locator(".checked-report");
  const shown = (page: Page) => result(page).evaluate((element) => element.outerHTML);
  const isNothingSent = () => expect(asked.filter(({ method, bytes }) => method !== "GET" || bytes > 0)).toEqual([]);

  test.each(REPORTS)("%s gives what the server gives, and is not sent", LONG, async (file) => {
    const here = await openCheck();
    await choose(here, file);
    await result(here).waitFor();
    isNothingSent();
    const bytes = new Uint8Array(readFileSync(join(CORPUS, file)));
    const checked = await checkInput({
      ...{ input: { kind: "bytes", name: basename(file), bytes }, previous: [], decisions: [], page: "f1" },
    });
    if (checked.status !== "read") throw new Error(checked.message);
    const cards = await here.locator(".findings .note").evaluateAll((notes) => notes.map(({ id }) => id));
    expect(cards.length).toBe(checked.findings.length);
    const [download] = await Promise.all([
      here.waitForEvent("download"),
      here.getByRole("link", { name: "csv", exact: true }).click(),
    ]);
    const csv = readFileSync(await download.path(), "utf8");
    for (const { fingerprint } of checked.findings) expect(csv).toContain(fingerprint);
    const there = await openCheck({ javaScriptEnabled: false });
    await choose(there, file);
    await result(there).waitFor();
    expect(asked.some(({ method, bytes: size }) => method === "POST" && size > bytes.length)).toBe(true);
    expect(await shown(here)).toBe(await shown(there));
  });

  test("last year's report is compared with, in the browser too", LONG, async () => {
    const page = await openCheck();
    await choose(page, "made/f1.docx", "made/f0.lo.odt");
    await result(page).waitFor();
    isNothingSent();
    const [report, previous] = ["made/f1.docx", "made/f0.lo.odt"].map((file) => ({
      ...{ kind: "bytes" as const, name: basename(file), bytes: new Uint8Array(readFileSync(join(CORPUS, file))) },
    }));
    if (report === undefined || previous === undefined) throw new Error("two files were named");
    const checked = await checkInput({
      ...{ input: report, previous: [{ agency: null, year: null, input: previous }], decisions: [], page: "f1" },
    });
    if (checked.status !== "read") throw new Error(checked.message);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(`发现 ${checked.findings.length} 个问题`);
  });

  test("a report that is dropped is checked at once, without a connection", LONG, async () => {
    const page = await openCheck();
    await page.getByText("现在断网也能查").waitFor();
    await page.context().setOffline(true);
    await drop(page, "made/f1.docx");
    await result(page).waitFor();
    isNothingSent();
    await page.getByRole("link", { name: "再查一份" }).click();
    await page.getByText("把年报拖到这个框里").waitFor();
    await drop(page, "seeds/000_07451c4d5fbe7ae9.txt");
    await result(page).waitFor();
    await page.goBack();
    await page.getByText("把年报拖到这个框里").waitFor();
    await page.goForward();
    await result(page).waitFor();
  });

  test.each([
    ["refuse/f0-password.docx", "密码"],
    ["refuse/f0-userpw.pdf", "密码"],
    ["refuse/truncated.docx", "损坏"],
    ["refuse/crc.docx", "已损坏"],
    ["refuse/laughs.docx", "DOCTYPE"],
    ["refuse/f0.rtf", "RTF"],
    ["README.md", "没有找到政府信息公开工作年度报告"],
  ])("%s is refused with the sentence the server has", LONG, async (file, words) => {
    const page = await openCheck();
    await choose(page, file);
    const fault = page.getByRole("alert");
    await fault.waitFor();
    isNothingSent();
    const bytes = new Uint8Array(readFileSync(join(CORPUS, file)));
    const refused = await checkInput({
      ...{ input: { kind: "bytes", name: basename(file), bytes }, previous: [], decisions: [], page: "f1" },
    });
    if (refused.status !== "unreadable") throw new Error("the server reads it");
    expect(await fault.innerText()).toContain(refused.message);
    expect(refused.message).toContain(words);
    expect(await page.getByRole("button", { name: SERVER }).count()).toBe(0);
  });

  test("a scan goes to the server only when the person says so", LONG, async () => {
    const page = await openCheck();
    await choose(page, "made/f0-scan150.pdf");
    await page.getByRole("button", { name: SERVER }).waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("扫描件");
    isNothingSent();
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: SERVER }).click({ noWaitAfter: true });
    expect((await sent).url()).toBe(`${base}/check`);
  });

  test("a file too large is told before it is read", LONG, async () => {
    const page = await openCheck();
    const buffer = Buffer.alloc(21 * 1024 * 1024, "年");
    await page.getByLabel("年度报告", { exact: true }).setInputFiles({ name: "大.txt", mimeType: "text/plain", buffer });
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByRole("alert").getByText("20 MB").first().waitFor();
    isNothingSent();
  });

  test("a program that does not come leaves the server's way, and sends nothing by itself", LONG, async () => {
    const page = await openCheck({}, { fails: /check-worker/ });
    await choose(page, "made/f1.docx");
    await page.getByRole("button", { name: SERVER }).waitFor();
    isNothingSent();
    await page.getByRole("button", { name: SERVER }).click();
    await result(page).waitFor();
    expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("a check that takes too long for somebody is stopped, and the next one runs", LONG, async () => {
    const page = await openCheck({}, { hangs: /\.wasm$/ });
    await choose(page, "real/jiangsu-hongze_district_gov-2024.pdf");
    await page.getByRole("button", { name: "停止" }).click();
    await choose(page, "made/f1.docx");
    await result(page).waitFor();
    isNothingSent();
  });

  test("a pdf that eats memory is ended where it is read", LONG, async () => {
    const page = await openCheck();
    await choose(page, "refuse/form-loop.pdf");
    await page.getByRole("button", { name: SERVER }).waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("内存");
    isNothingSent();
  });

  test("what stands in a file is shown and never run", LONG, async () => {
    const page = await openCheck();
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const text = readFileSync(join(CORPUS, "made/f0-tabbed.txt"), "utf8").replace("2020", `2020${evil}`);
    const input = page.getByLabel("年度报告", { exact: true });
    await input.setInputFiles({ name: `${evil}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await result(page).waitFor();
    expect(await result(page).locator("img, script").count()).toBe(0);
    expect(await page.title()).not.toBe("1");
    expect(await result(page).textContent()).toContain("onerror");
  });

  test.each(["light", "dark"] as const)("axe finds nothing on a telephone, %s", LONG, async (colorScheme) => {
    const page = await openCheck({ viewport: { width: 360, height: 740 }, colorScheme, bypassCSP: true });
    const look = async () => {
      await page.evaluate(AXE);
      const { violations } = await page.evaluate("axe.run()").then((results) => results as AxeResults); // the value of axe.run
      const excess = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth").then(Number);
      return [
        ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`),
        ...(excess > 0 ? [`${excess} px`] : []),
      ];
    };
    expect(await look()).toEqual([]);
    await choose(page, "made/f0-scan150.pdf");
    await page.getByRole("button", { name: SERVER }).waitFor();
    expect(await look()).toEqual([]);
    await choose(page, "made/f1.docx");
    await result(page).waitFor();
    expect(await look()).toEqual([]);
  });

  /** Drops a file on the form as a hand would: the browser is given it as part of a drop. */
  const drop = async (page: Page, file: string) => {
    const bytes = readFileSync(join(CORPUS, file)).toString("base64");
    const data = await page.evaluateHandle(
      async ({ bytes: content, name }) => {
        const dropped = new DataTransfer();
        dropped.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
        return dropped;
      },
      { bytes, name: basename(file) },
    );
    await page.locator("#check-form").dispatchEvent("drop", { dataTransfer: data });
  };
});
