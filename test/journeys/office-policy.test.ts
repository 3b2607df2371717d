import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

const PAGES_OF_THE_DESK = ["/today", "/cases", "/proceedings", "/proceedings/new", "/settings", "/notices", "/own-account"];
const PAGES_OF_ITEMS = ["/items", "/items/import", "/reviews", "/catalogue", "/guide", "/handovers"];
const PAGES_OF_REPORTS = ["/reports", "/reports/2025", "/counts?year=2025", "/figures?year=2025"];
const PAGES_OF_ADMINISTRATORS = ["/accounts", "/accounts/new", "/audit", "/system"];

describe.skipIf(CHROMIUM === null)("the policy of the pages forbids everything inline", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let head: Page;
  let administrator: Page;
  const broken: string[] = [];

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-27" });
    head = await journey.openWindow([["head", "a1"]], "王主任");
    administrator = await journey.openWindow(["security-administrator", "audit-administrator", "system-administrator"], "管理员");
    for (const page of [head, administrator]) await watchPolicy(page, broken);
  });
  afterAll(() => journey?.close());

  test("each page comes with a nonce of its own, and is never kept", async () => {
    const policies: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const reply = await fetch(`${journey.address}/today`);
      const policy = reply.headers.get("content-security-policy") ?? "";
      const [, nonce = "no nonce"] = /style-src 'self' 'nonce-([\w-]{24})'/.exec(policy) ?? [];
      expect(policy).not.toContain("unsafe");
      expect(await reply.text()).toContain(`nonce="${nonce}"`);
      expect(reply.headers.get("cache-control")).toBe("no-store");
      policies.push(policy);
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  test("the desk, a case and the form of a step keep to it", async () => {
    for (const path of PAGES_OF_THE_DESK) await visit(head, path);
    await visit(head, "/cases/new");
    await head.locator("#piece-0").fill("关于社会救助的材料");
    await head.locator("#name").fill("欧阳沐泽");
    await head.locator("#identity").fill("11010519491231002X");
    await head.locator("#address").fill("山东省济南市历下区泺源大街一号");
    await head.getByText("出生日期 1949年12月31日").waitFor();
    await head.keyboard.press("Control+Enter");
    await head.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    await head.waitForLoadState("networkidle");
    await head.getByRole("button", { name: /通知补正.*拟写文书并办理/ }).click();
    await head.locator("#step-unclear").fill("没有写明年度和救助种类");
    const dialog = head.getByRole("dialog");
    // Behind a dialog the page does not scroll: Ant Design makes that style without a nonce of its own.
    expect(await head.evaluate(() => getComputedStyle(document.body).overflowY)).toBe("hidden");
    await head.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(broken).toEqual([]);
  });

  test("the report, the figures with their charts and the editor of items keep to it", async () => {
    for (const path of [...PAGES_OF_REPORTS, ...PAGES_OF_ITEMS]) await visit(head, path);
    await visit(head, "/figures?year=2025");
    const chart = head
      .locator("svg")
      .filter({ has: head.locator("path") })
      .last();
    await chart.scrollIntoViewIfNeeded();
    await chart.hover();
    await visit(head, "/items/new");
    await head.locator("#item-title").fill("关于公布第一批临时救助对象的公告");
    await head.locator('textarea[aria-label="正文"]').fill("经审核，现公布如下。");
    expect(broken).toEqual([]);
  });

  test("the pages of the administrators keep to it", async () => {
    for (const path of PAGES_OF_ADMINISTRATORS) await visit(administrator, path);
    await visit(administrator, "/accounts");
    await administrator.getByRole("link", { name: "王主任" }).first().click();
    await administrator.getByRole("button", { name: "重置密码" }).click();
    await administrator.getByText("现在的密码立即失效").waitFor();
    expect(broken).toEqual([]);
    await journey.proveSound(["欧阳沐泽", "11010519491231002X"]);
  });

  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(`${journey.address}${path}`);
    await page.locator("main h1, h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
});

/** Writes down what a browser says it has kept out. */
async function watchPolicy(page: Page, broken: string[]): Promise<void> {
  await page.exposeFunction("tellBroken", (line: string) => broken.push(line));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const line = `${location.pathname} ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`;
      (window as unknown as { tellBroken(line: string): void }).tellBroken(line); // exposed above
    });
  });
}
