import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BUREAU, ITEMS, type PortalSite, portalSite } from "../builders/portal-site.js";
import { hasBrowser, newReader, openBrowser } from "./browser.js";

const LONG = { timeout: 180_000 };
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999

describe.skipIf(!hasBrowser())("a citizen", () => {
  let portal: PortalSite;
  let browser: Browser;
  let base: string;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    portal = await portalSite();
    base = await portal.server.listen({ host: "127.0.0.1", port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });
  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
  });

  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await newReader(browser, options);
    open.push(context);
    return context.newPage();
  };
  const isWithin = async (page: Page) =>
    expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth").then(Number)).toBeLessThanOrEqual(0);

  /** Find a document, read a report, ask, get the receipt, follow it. */
  const journey = async (page: Page) => {
    await page.goto(base);
    await page.getByRole("searchbox").or(page.getByRole("combobox")).fill("青民发〔2026〕2号");
    await page.getByRole("button", { name: "检索" }).click();
    await page.getByRole("link", { name: "青阳市临时救助办法", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "青阳市临时救助办法" }).waitFor();
    await isWithin(page);
    await page.getByRole("link", { name: "政府信息公开年报" }).first().click();
    await page.getByRole("link", { name: "青阳市民政局2025年政府信息公开工作年度报告" }).click();
    await page.getByRole("heading", { level: 1, name: /2025年政府信息公开工作年度报告/ }).waitFor();
    await isWithin(page);
    await page.getByRole("link", { name: "政府信息公开申请" }).first().click();
    await fillForm(page);
    await isWithin(page);
    await page.getByRole("button", { name: "提交申请" }).click();
    const receipt = await receiptOn(page);
    await page.getByRole("link", { name: "查询办理进度" }).last().click();
    await page.getByLabel("回执编号").fill(receipt.number.toLowerCase());
    await page.getByLabel("查询码").fill(receipt.code.replaceAll("-", " "));
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByRole("heading", { name: "已提交" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("青阳市民政局");
    await isWithin(page);
  };

  test("finds a document, reads a report, asks and follows the request", LONG, async () => {
    await journey(await newPage());
  });
  test("does the same with scripts off", LONG, async () => {
    await journey(await newPage({ javaScriptEnabled: false }));
  });
  test("does the same on a screen 360 px wide", LONG, async () => {
    await journey(await newPage({ viewport: { width: 360, height: 740 } }));
  });
  test("does the same in large letters, on a narrow screen", LONG, async () => {
    const page = await newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(base);
    const size = async () => Number.parseFloat(String(await page.evaluate("getComputedStyle(document.body).fontSize")));
    const usual = await size();
    await page.getByRole("button", { name: "大字版" }).click();
    await page.getByRole("button", { name: "标准字号" }).waitFor();
    expect((await size()) / usual).toBeCloseTo(1.375, 2);
    await journey(page);
  });

  test("comes to a document and sends a request with the keyboard alone", LONG, async () => {
    const page = await newPage();
    await page.goto(base);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("跳到正文");
    await page.keyboard.press("Enter");
    await tabTo(page, "combobox");
    await page.keyboard.type("青阳市临时救助");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("combobox").getAttribute("aria-activedescendant")).toBe("q-suggestions-0");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=/);
    await tabTo(page, "青阳市临时救助办法");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${base}/items/${ITEMS.measure}`);

    await page.goto(`${base}/ask/${BUREAU}`);
    await tabTo(page, "description");
    await page.keyboard.type("2025年度临时救助资金的发放情况");
    await tabTo(page, "name");
    await page.keyboard.type("欧阳沐泽");
    await tabTo(page, "identity");
    await page.keyboard.type(NUMBER);
    await tabTo(page, "email");
    await page.keyboard.type("ouyang@example.cn");
    await tabTo(page, "提交申请");
    await page.keyboard.press("Enter");
    await receiptOn(page);
  });

  test("who forgot something is led to it, and what was typed is still there", LONG, async () => {
    const page = await newPage();
    await page.goto(`${base}/ask/${BUREAU}`);
    await page.getByLabel("信息的名称、文号或者其他特征").fill("2025年度临时救助资金的发放情况");
    await page.getByRole("button", { name: "提交申请" }).click();
    const summary = page.getByRole("alert");
    await summary.waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("faults");
    await summary.getByRole("link", { name: /证件号码/ }).click();
    expect(new URL(page.url()).hash).toBe("#identity");
    expect(await page.getByLabel("信息的名称、文号或者其他特征").inputValue()).toBe("2025年度临时救助资金的发放情况");
  });

  test("a draft stays on the device without the identity number, and is gone when the request is received", LONG, async () => {
    const page = await newPage();
    await page.goto(`${base}/ask/${BUREAU}`);
    await fillForm(page);
    const kept = () =>
      page.evaluate("JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])").then(String);
    await expect.poll(kept, { timeout: 20_000 }).toContain("ouyang@example.cn");
    expect(await kept()).not.toContain(NUMBER);
    expect(await page.evaluate("JSON.stringify(localStorage)").then(String)).not.toContain("欧阳沐泽");
    await page.reload();
    await page.getByText("已恢复这台设备上没有提交的内容").waitFor();
    expect(await page.getByLabel("姓名或者单位名称").inputValue()).toBe("欧阳沐泽");
    expect(await page.getByLabel("证件号码").inputValue()).toBe("");
    await page.getByLabel("证件号码").fill(NUMBER);
    await page.getByRole("button", { name: "提交申请" }).click();
    await receiptOn(page);
    expect(await kept()).toBe("[[],[]]");
  });

  test("sees what is published already while the request is written", LONG, async () => {
    const page = await newPage();
    await page.goto(`${base}/ask/${BUREAU}`);
    await page.getByLabel("信息的名称、文号或者其他特征").fill("青阳市临时救助办法");
    await page.locator("#similar").getByRole("link", { name: "青阳市临时救助办法", exact: true }).waitFor();
  });

  test("prints a document and a report as pdf, without menus", LONG, async () => {
    const page = await newPage();
    for (const path of [`/items/${ITEMS.measure}`, `/reports/${BUREAU}/2025`, `/ask/${BUREAU}/paper`]) {
      await page.goto(base + path);
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("navigation", { name: "政府信息公开栏目" }).isVisible()).toBe(false);
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await page.emulateMedia({ media: "screen" });
    }
  });
});

async function fillForm(page: Page): Promise<void> {
  if (!page.url().includes(`/ask/${BUREAU}`))
    await page
      .getByRole("link", { name: /^青阳市民政局/ })
      .last()
      .click();
  await page.getByLabel("信息的名称、文号或者其他特征").fill("2025年度临时救助资金的发放情况");
  await page.getByLabel("姓名或者单位名称").fill("欧阳沐泽");
  await page.getByLabel("证件号码").fill(NUMBER);
  await page.getByLabel("电子邮箱").fill("ouyang@example.cn");
}

async function receiptOn(page: Page): Promise<{ readonly number: string; readonly code: string }> {
  await page.getByRole("heading", { level: 1, name: "申请已经提交" }).waitFor();
  const number = await page.locator("#receipt-number").innerText();
  const code = await page.locator("#receipt-code").innerText();
  expect(number).toMatch(/^379900-\d{8}-/);
  return { number, code };
}

/** What has the focus, by its id, its role or its words. */
async function focused(page: Page): Promise<string> {
  return page
    .evaluate(
      "[document.activeElement.id, document.activeElement.getAttribute('role'), document.activeElement.textContent.trim()].join('|')",
    )
    .then((told) => {
      const [id, role, words] = String(told).split("|");
      return role === "combobox" ? role : id || words || "";
    });
}

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${wanted}; it is at ${await focused(page)}.`);
}
