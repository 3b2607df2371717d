import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftItem } from "../../src/operations/publishing/draft-item.js";
import { noticeContent, person } from "../builders/publishing.js";
import { addAgency } from "../storage/register-builder.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { keyboardOf } from "./keyboard.js";
import { barriers, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "M1";
const TITLE = "关于做好夏季防汛工作的通知";
const RULES = "示例局政府信息公开申请办理规程";

saySkipped();

describe.skipIf(CHROMIUM === null)("how an agency publishes is set on its pages, and holds from then on", () => {
  let journey: JourneyOffice;
  let portal: JourneyPortal;
  let head: Page;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-10", furnish: ({ database }) => addAgency(database, AGENCY) });
    portal = await openPortal(journey, AGENCY);
    head = await journey.openWindow([["head", AGENCY]], "赵立");
  });
  afterAll(async () => {
    await portal?.close();
    await journey?.close();
  });

  test("the guide is written in the fields of 条例 第十二条, and the public reads it as soon as it is saved", {
    timeout: 180_000,
  }, async () => {
    await head.goto(`${journey.address}/guide`);
    await head.locator("#guide-office-name").waitFor();
    await head.getByText("还缺", { exact: false }).first().waitFor();
    const keys = keyboardOf(head);
    for (const field of await head.locator('textarea[id^="guide-"], input[id^="guide-office-"]').all()) {
      const label = await head.locator(`label[for="${await field.getAttribute("id")}"]`).innerText();
      await keys.write(field, label === "联系电话" ? "0000-8800018" : `${label}：示例局的说明`);
    }
    for (const channel of ["当面提交", "挂号信、特快专递等需签收的邮寄"]) {
      const opened = head.getByLabel(`开通${channel}`);
      if ((await opened.getAttribute("aria-checked")) === "false") await keys.press(opened);
      await keys.write(head.getByLabel(`${channel}：地址、号码或者账号`), "示例路18号");
      await keys.write(head.getByLabel(`${channel}：注意事项`), "工作日受理");
    }
    expect(await barriers(head)).toEqual([]);
    await keys.press(head.getByRole("button", { name: "保存并公开" }));
    await head.getByText(/上次保存：/).waitFor();
    const reader = await journey.openPublicWindow();
    await reader.goto(`${portal.address}/agencies/${AGENCY}/guide`);
    for (const text of ["0000-8800018", "机构名称：示例局的说明", "示例路18号"]) await reader.getByText(text).first().waitFor();
  });

  test("the rules of the agency are put on the same site", { timeout: 120_000 }, async () => {
    await head.goto(`${journey.address}/guide?tab=rules`);
    const keys = keyboardOf(head);
    await keys.press(head.getByRole("button", { name: "加一项" }));
    await keys.write(head.getByLabel("名称").last(), RULES);
    await keys.write(head.getByPlaceholder("或者在这里粘贴全文，一行一段").last(), "第一条　收到申请的当日登记。");
    await keys.press(head.getByRole("button", { name: "保存并公开" }));
    await head.locator("button:disabled", { hasText: "保存并公开" }).waitFor();
    const reader = await journey.openPublicWindow();
    await reader.goto(`${portal.address}/agencies/${AGENCY}/rules`);
    await reader.getByText(RULES).first().waitFor();
  });

  test("a step is kept for one person by name, and a new item says that it waits for that person", {
    timeout: 180_000,
  }, async () => {
    const clerk = await journey.openWindow([["handler", AGENCY]], "张敏");
    const reviewer = await journey.openWindow([["reviewer", AGENCY]], "王建国");
    await journey.openWindow([["reviewer", AGENCY]], "孙航");
    await head.goto(`${journey.address}/publishing-settings?tab=chain`);
    const keys = keyboardOf(head);
    await head
      .getByText("现在是孙航、王建国、赵立")
      .or(head.getByText(/现在是.*王建国/))
      .first()
      .waitFor();
    await head.getByText(/没有账号有保密审查员的角色/).waitFor();
    await keys.pick(head.locator("#step-people-department"), "王建国");
    await head.keyboard.press("Escape");
    await keys.press(head.getByRole("button", { name: "“保密审查”上移" }));
    await keys.press(head.getByRole("button", { name: "“保密审查”下移" }));
    expect(await barriers(head)).toEqual([]);
    await keys.press(head.getByRole("button", { name: "保存", exact: true }).or(head.getByRole("button", { name: /^保\s?存$/ })));
    await head
      .locator("button:disabled", { hasText: /保\s?存/ })
      .first()
      .waitFor();

    const item = await draftItem(journey.office, person("张", AGENCY, "handler"), {
      agencyId: AGENCY,
      content: noticeContent({ title: TITLE }),
    });
    await clerk.goto(`${journey.address}/items/${item.id}`);
    await keyboardOf(clerk).press(clerk.locator("#step-record-screening"));
    await keyboardOf(clerk).press(clerk.locator("#step-submit-item"));
    await clerk.getByText("等王建国签署").waitFor();
    await clerk.getByText(/没有人可以签署：保密审查员/).waitFor();
    await head.goto(`${journey.address}/reviews`);
    await head.getByText("没有轮到您的稿件").waitFor();
    await reviewer.goto(`${journey.address}/reviews`);
    await reviewer.getByRole("link", { name: TITLE }).waitFor();
  });

  test("nothing broke, and the trail is whole", async () => {
    await journey.proveSound([]);
  });
});
