import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendNotices } from "../../src/operations/notices/send-notices.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

describe.skipIf(CHROMIUM === null)("the administrators and the figures", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let security: Page;
  let head: Page;
  let auditor: Page;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-27" });
    security = await journey.openWindow(["security-administrator"], "安管员");
    head = await journey.openWindow([["head", "a1"]], "王主任");
    auditor = await journey.openWindow(["audit-administrator"], "审计员");
  });
  afterAll(() => journey?.close());

  test("an account is opened with a password that is shown once", async () => {
    await security.goto(`${journey.address}/accounts`);
    await security.getByRole("heading", { name: "账号和权限" }).waitFor();
    expect(await barriers(security)).toEqual([]);
    await security.getByRole("button", { name: "建立账号" }).click();
    await security.getByRole("heading", { name: "建立账号" }).waitFor();
    await security.locator("#name").fill("孙新");
    await security.locator("#loginName").fill("sunxin");
    await choose(security, "机关", /青山区商务局/);
    await choose(security, "角色", "经办人");
    await security.getByRole("button", { name: /^建\s*立$/ }).click();
    const secret = (await security.getByTestId("secret").innerText()).trim();
    expect(secret.length).toBeGreaterThanOrEqual(10);
    await security.getByRole("button", { name: "已经记下" }).click();
    await security.getByText("一次性密码，待本人更换").waitFor();
    expect(await security.content()).not.toContain(secret);
  });

  test("an administrator who would also handle requests is refused with a sentence", async () => {
    await security.getByRole("button", { name: "加一个角色" }).click();
    await choose(security, "机关", "全部机关", 1);
    await choose(security, "角色", "审计管理员", 1);
    await security.getByRole("button", { name: /^保\s*存$/ }).click();
    await security.getByText("审计管理员不能兼任经办人。").first().waitFor();
  });

  test("figures by month are typed into the grid, and corrected with a reason", async () => {
    await head.goto(`${journey.address}/counts?year=2025`);
    const cell = head.getByLabel(/行政许可.*2025-01$/).first();
    await cell.fill("12");
    await head.getByRole("button", { name: "保存 1 个数字" }).click();
    await head
      .getByRole("button", { name: /2025-01的来源/ })
      .first()
      .waitFor();
    await cell.fill("13");
    const save = head.getByRole("button", { name: "保存 1 个数字" });
    expect(await save.isDisabled()).toBe(true);
    await head.getByLabel("改动原因").fill("抄错一位");
    await save.click();
    await head
      .getByRole("button", { name: /2025-01的来源/ })
      .first()
      .click();
    await head.getByText("抄错一位").waitFor();
    expect(await barriers(head)).toEqual([]);
    await head.keyboard.press("Escape");
  });

  test("statistics show each picture with its table", async () => {
    await head.goto(`${journey.address}/figures?year=2025`);
    await head.getByText("现在在办").waitFor();
    expect(await barriers(head)).toEqual([]);
  });

  test("a notice waits under the bell, leads to what it is about, and is read then", async () => {
    await head.goto(`${journey.address}/cases/new`);
    await head.locator("#piece-0").fill("关于社会救助的材料");
    await head.locator("#name").fill("欧阳沐泽");
    await head.locator("#identity").fill("11010519491231002X");
    await head.locator("#address").fill("山东省济南市历下区泺源大街一号");
    await head.getByText("出生日期 1949年12月31日").waitFor();
    await head.keyboard.press("Control+Enter");
    await head.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    await journey.goTo("2025-05-06");
    const sent = await sendNotices(journey.office, { mail: null, publicUrl: journey.address });
    expect(sent.collected).toBeGreaterThan(0);
    await head.goto(`${journey.address}/figures`);
    await head.getByRole("button", { name: /提醒，1 条未读/ }).click();
    await head.getByRole("link", { name: /已经逾期/ }).click();
    await head.getByRole("heading", { name: "今日待办" }).waitFor();
    await head.getByRole("button", { name: "提醒", exact: true }).waitFor();
    await head.getByRole("link", { name: /依申请〔2025〕1号/ }).click();
    await head.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
  });

  test("the auditor finds the account with before and after, and proves the trail", async () => {
    await auditor.goto(`${journey.address}/audit?kind=account_version`);
    await auditor.getByText("孙新").first().waitFor();
    expect(await barriers(auditor)).toEqual([]);
    await auditor.getByRole("button", { name: "核对全部日志" }).click();
    await auditor.getByText("日志完整，没有改动。").waitFor();
    await journey.proveSound(["欧阳沐泽", "11010519491231002X"]);
  });
});

/** Chooses an entry of a list by what it is called; `at` is the row of the form. */
async function choose(page: Page, label: string, name: string | RegExp, at = 0): Promise<void> {
  await page.locator("main form, form").getByLabel(label, { exact: true }).nth(at).click();
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: name }).first().click();
}
