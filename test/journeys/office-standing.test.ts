import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { draftItem } from "../../src/operations/publishing/draft-item.js";
import { readPublishingSettings, writePublishingSettings } from "../../src/operations/publishing/publishing-settings.js";
import { submitItem } from "../../src/operations/publishing/submit-item.js";
import type { ItemContentInput } from "../../src/register/publishing/item-content.js";
import { approveAll, deskOf, noticeContent } from "../builders/publishing.js";
import { addAgency } from "../storage/register-builder.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { keyboardOf } from "./keyboard.js";
import { barriers, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "M1";
const DAY = "2025-04-10";

saySkipped();

describe.skipIf(CHROMIUM === null)("what becomes of an item in and after its review", () => {
  let journey: JourneyOffice;
  let portal: JourneyPortal;
  let head: Page;

  beforeAll(async () => {
    journey = await openJourney({
      day: DAY,
      async furnish(office) {
        await addAgency(office.database, AGENCY);
        const { version, settings } = await readPublishingSettings(office, AGENCY);
        const handover = { ...settings.handover, receivers: [{ id: "archive", name: "示例县档案馆" }] };
        await writePublishingSettings(office, SYSTEM_ACTOR, { agencyId: AGENCY, version, settings: { ...settings, handover } });
      },
    });
    portal = await openPortal(journey, AGENCY);
    head = await journey.openWindow([["head", AGENCY]], "赵立");
    await head.clock.setFixedTime(`${DAY}T04:00:00Z`);
  });
  afterAll(async () => {
    await portal?.close();
    await journey?.close();
  });

  const submitted = async (title: string, changes: Partial<ItemContentInput> = {}) => {
    const { drafter } = deskOf(AGENCY);
    const draft = await draftItem(journey.office, drafter, { agencyId: AGENCY, content: noticeContent({ title, ...changes }) });
    return submitItem(journey.office, drafter, { agencyId: AGENCY, itemId: draft.id, version: draft.version });
  };
  const open = async (page: Page, { id }: { readonly id: string }) => {
    await page.goto(`${journey.address}/items/${id}`);
    await page.getByText("现在可以办理").waitFor();
  };
  const sign = async (page: Page) => {
    const form = page.getByRole("form");
    await keyboardOf(page).press(form.locator('button[type="submit"]'));
    await form.waitFor({ state: "detached" });
  };

  test("a step is held while another organ is asked, and refused with a reason that stays on record", {
    timeout: 120_000,
  }, async () => {
    const item = await submitted("关于冬季走访工作的通知");
    await open(head, item);
    const keys = keyboardOf(head);
    await keys.press(head.locator("#step-review-item"));
    await keys.choose(head.locator('input[value="refer"]'));
    await keys.write(head.locator("#review-referred"), "县人民政府办公室");
    await keys.write(head.locator("#review-opinion"), "涉及其他部门，先行协商。");
    await sign(head);
    await head.getByText("报请确定（县人民政府办公室）").first().waitFor();
    await head.getByText("暂缓").first().waitFor();
    expect(await barriers(head)).toEqual([]);
    await keys.press(head.locator("#step-review-item"));
    await keys.choose(head.locator('input[value="refuse"]'));
    expect(await head.locator('form button[type="submit"]').isDisabled()).toBe(true);
    await keys.write(head.locator("#review-opinion"), "内容与已公开的文件重复。");
    await sign(head);
    await head.getByText("不予发布：内容与已公开的文件重复。").first().waitFor();
  });

  test("it is published at an hour, or not after all; withdrawn, its address says when, by whom and why", {
    timeout: 180_000,
  }, async () => {
    const item = await submitted("关于救助站开放的通告");
    await approveAll(journey.office, item);
    await open(head, item);
    const keys = keyboardOf(head);
    await keys.press(head.locator("#step-schedule-item"));
    // The Tab key goes through the parts of the time one by one; how many there are is the browser's.
    await head.locator("#schedule-at").fill("2025-04-11T09:00");
    await head.getByRole("form").locator('button[type="submit"]').click();
    await head
      .getByText(/定于.*2025年4月11日/)
      .first()
      .waitFor();
    await keys.press(head.locator("#step-cancel-schedule"));
    await keys.write(head.locator("#cancel-why"), "提前公开");
    await sign(head);
    await keys.press(head.locator("#step-publish-item"));
    await sign(head);
    const reader = await journey.openPublicWindow();
    await reader.goto(`${portal.address}/items/${item.id}`);
    await reader.getByRole("heading", { level: 1, name: "关于救助站开放的通告" }).waitFor();
    await keys.press(head.locator("#step-withdraw-item"));
    await keys.write(head.locator("#withdraw-why"), "开放日期有误");
    await sign(head);
    await head
      .getByText(/决定撤回：开放日期有误/)
      .first()
      .waitFor();
    expect((await reader.goto(`${portal.address}/items/${item.id}`))?.status()).toBe(410);
    for (const text of ["这条信息已经撤回", "开放日期有误"]) await reader.getByText(text).first().waitFor();
  });

  test("a period in which nothing was published is handed over as such, and its receipt recorded", {
    timeout: 120_000,
  }, async () => {
    await head.goto(`${journey.address}/handovers`);
    const keys = keyboardOf(head);
    await head.getByText("2025年1月1日至2025年3月31日").first().waitFor();
    await keys.press(head.getByRole("button", { name: "生成移送包" }));
    await head.getByText("零报送", { exact: true }).waitFor();
    expect(await barriers(head)).toEqual([]);
    await keys.press(head.getByRole("button", { name: "登记签收" }));
    await keys.write(head.locator("#receipt-by"), "王管理员");
    await keys.press(head.getByRole("dialog").getByRole("button", { name: /^登\s?记$/ }));
    await head.getByText(/2025年4月10日，王管理员/).waitFor();
  });

  test("what is not public is looked at again after a year (条例 第十八条)", async () => {
    const item = await submitted("内部值班安排", {
      attribute: { value: "withheld", ground: "internal", reason: "内部人事安排" },
    });
    await approveAll(journey.office, item);
    await journey.goTo("2026-04-09");
    await head.clock.setFixedTime("2026-04-09T04:00:00Z");
    await head.goto(`${journey.address}/catalogue`);
    const keys = keyboardOf(head);
    await keys.press(head.getByRole("link", { name: "内部值班安排" }));
    await keys.press(head.locator("#step-reassess-item"));
    await keys.write(head.locator("#reassess-why"), "仍属内部事务");
    await sign(head);
    await head.getByText("评估后仍不公开：仍属内部事务").waitFor();
  });

  test("nothing broke, and the trail is whole", async () => {
    await journey.proveSound([]);
  });
});
