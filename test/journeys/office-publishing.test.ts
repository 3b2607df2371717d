import { sql } from "kysely";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { readPublishingSettings, writePublishingSettings } from "../../src/operations/publishing/publishing-settings.js";
import { DEFAULT_REVIEW_CHAIN, type ReviewChain } from "../../src/register/publishing/review-chain.js";
import { addAgency } from "../storage/register-builder.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { keyboardOf } from "./keyboard.js";
import { barriers, type JourneyOffice, openJourney, tabTo } from "./office-harness.js";

const AGENCY = "M1";
const TITLE = "关于公布2025年第一批临时救助对象名单的通知";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const PHONE = "0531-86093456";

/** The usual chain, and between secrecy and signature the office that puts things on the site. */
const [DEPARTMENT, SECRECY, LEADER] = DEFAULT_REVIEW_CHAIN.steps;
const CHAIN = {
  ...DEFAULT_REVIEW_CHAIN,
  steps: [
    DEPARTMENT,
    SECRECY,
    { id: "office", name: "公开办审核", kind: "opinion", roles: ["reviewer"], people: [], checklist: [] },
    LEADER,
  ],
} as ReviewChain; // three steps of the default and one more

saySkipped();

describe.skipIf(CHROMIUM === null)("an item, from the draft through a review of four steps to the public, by keyboard", () => {
  let journey: JourneyOffice;
  let clerk: Page;
  let head: Page;
  let address: string;

  beforeAll(async () => {
    journey = await openJourney({
      day: "2025-03-10",
      async furnish(office) {
        await addAgency(office.database, AGENCY);
        const { version, settings } = await readPublishingSettings(office, AGENCY);
        const chained = { ...settings, chain: CHAIN };
        await writePublishingSettings(office, SYSTEM_ACTOR, { agencyId: AGENCY, version, settings: chained });
      },
    });
    clerk = await journey.openWindow([["handler", AGENCY]], "张敏");
  });
  afterAll(() => journey?.close());

  test("it is drafted with the keyboard alone", { timeout: 180_000 }, async () => {
    await clerk.goto(`${journey.address}/items/new`);
    await clerk.locator("#item-title:focus").waitFor();
    await clerk.keyboard.type(TITLE);
    await tabTo(clerk, 'textarea[aria-label="正文"]');
    await clerk.keyboard.type("经审核，现将第一批临时救助对象公布如下。");
    await clerk.keyboard.press("Enter");
    await clerk.keyboard.type(`王某，身份证号${NUMBER}，救助金额2000元。`);
    await clerk.keyboard.press("Enter");
    await clerk.keyboard.type(`如有异议，请与我局办公室联系，电话${PHONE}。`);
    await tabTo(clerk, 'input[type="radio"][value="active"]');
    await clerk.keyboard.press("Space");
    await tabTo(clerk, "#item-disclosure");
    await clerk.keyboard.type("民生政策");
    await clerk.keyboard.press("Enter");
    await tabTo(clerk, "#item-summary");
    await clerk.keyboard.type("公布第一批临时救助对象和救助金额。");
    // In which order the parts of a day are typed is the browser's language; what counts is that the Tab key comes by.
    await tabTo(clerk, "#item-made");
    await keyboardOf(clerk).write(clerk.locator("#item-made"), "2025-03-03");
    expect(await barriers(clerk)).toEqual([]);
    await clerk.keyboard.press("Control+Enter");
    await clerk.getByRole("heading", { name: TITLE }).waitFor();
    address = clerk.url();
    // Twenty working days after the third of March (条例 第二十六条).
    await clerk.getByText("2025年3月31日").first().waitFor();
  });

  test("what the screening finds is marked in the text, hidden or cleared with a reason", { timeout: 180_000 }, async () => {
    await press(clerk, "#step-record-screening");
    await clerk.locator("mark", { hasText: NUMBER }).waitFor();
    await clerk.locator("mark", { hasText: PHONE }).waitFor();
    expect(await barriers(clerk)).toEqual([]);
    await clerk.getByText("筛查发现 2 处待处理").waitFor();
    expect(await clerk.locator("#step-submit-item").count()).toBe(0);

    await tick(clerk, "公民身份号码");
    await press(clerk, "#mask-hits");
    await clerk.getByText("已隐去正文 1 处").waitFor();
    expect(await clerk.locator("mark", { hasText: NUMBER }).count()).toBe(0);
    await clerk
      .getByText("1101**********002X")
      .or(clerk.getByText(/身份证号\d*\*+/))
      .first()
      .waitFor();

    await tick(clerk, /电话|固定/);
    await press(clerk, "#clear-hits");
    await clerk.locator("#clear-why:focus").waitFor();
    await clerk.keyboard.type("本局对外公布的办公电话。");
    await press(clerk, 'form[aria-label="可以照原样公开"] button[type="submit"]');
    await clerk.getByText("1 处都已核对").waitFor();
  });

  test("four people sign, each their own step, with what they checked", { timeout: 180_000 }, async () => {
    await press(clerk, "#step-submit-item");
    await clerk.getByText("审核（第 1 轮）").waitFor();
    // The drafter sees what waits for whom, and nothing to sign.
    await clerk.getByText("← 现在轮到").waitFor();
    expect(await clerk.locator("#step-review-item").count()).toBe(0);

    await sign(await journey.openWindow([["reviewer", AGENCY]], "王建国"), 3);

    const secrecy = await journey.openWindow([["secrecy-reviewer", AGENCY]], "李淑芬");
    await openWaiting(secrecy);
    await press(secrecy, "#step-review-secrecy");
    for (const question of ["isMarkedSecret", "drawsOnSecrets", "isWorkSecret", "revealsWhenCombined"]) {
      await tabTo(secrecy, `[aria-labelledby="question-${question}"] input`);
      await secrecy.keyboard.press("Space");
    }
    expect(await barriers(secrecy)).toEqual([]);
    await tabTo(secrecy, 'input[value="may-publish"]');
    await secrecy.keyboard.press("Space");
    await press(secrecy, 'form[aria-label="签署保密审查表"] button[type="submit"]');
    await secrecy.getByText("没有您可以办理的步骤").waitFor();

    await sign(await journey.openWindow([["reviewer", AGENCY]], "孙航"), 0);
    head = await journey.openWindow([["head", AGENCY]], "赵立");
    await sign(head, 2);
    await head.getByText("审核通过").waitFor();
    expect(await barriers(head)).toEqual([]);
  });

  test("it is published, and the public reads what was reviewed, without what was hidden", { timeout: 180_000 }, async () => {
    await press(head, "#step-publish-item");
    await press(head, 'form[aria-label="立即公开"] button[type="submit"]');
    await head.getByText(/索引号 \S+\/2025-00001/).waitFor();
    const itemId = decodeURIComponent(new URL(address).pathname.split("/")[2] ?? "");
    const { rows } = await sql<{ body: { title: string; blocks: readonly unknown[] } }>`
      select body from portal.item_snapshot where id = ${itemId}`.execute(journey.database.db);
    expect(rows[0]?.body.title).toBe(TITLE);
    expect(rows[0]?.body.blocks).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    expect(JSON.stringify(rows)).toContain(PHONE);
  });

  test("nothing broke, no number stands in an address or a title, and the trail is whole", async () => {
    await journey.proveSound([NUMBER, "11010519491231"]);
  });

  const openWaiting = async (page: Page) => {
    await page.goto(`${journey.address}/reviews`);
    await page.getByRole("link", { name: TITLE }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press(page, "a[href^='/items/']");
    await page.getByRole("heading", { name: TITLE }).waitFor();
  };

  /** Opens what waits, checks every point and agrees. */
  const sign = async (page: Page, points: number) => {
    await openWaiting(page);
    await press(page, "#step-review-item");
    const form = page.getByRole("form");
    await form.waitFor();
    expect(await form.locator('input[type="checkbox"]').count()).toBe(points);
    for (let point = 0; point < points; point += 1) {
      await tabTo(page, 'form input[type="checkbox"]:not(:checked)');
      await page.keyboard.press("Space");
    }
    await press(page, 'form button[type="submit"]');
    await form.waitFor({ state: "detached" });
  };
});

/** Goes to a control with the Tab key and presses Enter. */
async function press(page: Page, selector: string): Promise<void> {
  await keyboardOf(page).press(page.locator(selector).first());
}

/** Ticks what was found of a kind. */
async function tick(page: Page, kind: string | RegExp): Promise<void> {
  const box = page.locator(".hit-row").filter({ hasText: kind }).getByRole("checkbox").first();
  await keyboardOf(page).tick(box);
}
