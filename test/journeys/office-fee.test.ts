import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { serveLetter } from "./desk-steps.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999

saySkipped();

describe.skipIf(CHROMIUM === null)("a fee, from its notice to the payment, by keyboard", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let page: Page;
  let keys: Keyboard;
  let address = "";

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-03" });
    page = await journey.openWindow([["head", "a1"]], "王主任");
    keys = keyboardOf(page);
  });
  afterAll(() => journey?.close());

  const open = async (day: string) => {
    await journey.goTo(day);
    await page.goto(journey.address + address);
    await page.getByText("接下来办理").waitFor();
  };

  test("a request for very many pages is registered", async () => {
    await page.goto(`${journey.address}/cases/new`);
    await page.locator("#channel:focus").waitFor();
    await keys.pick(page.locator("#channel"), "当面提交");
    await keys.write(page.locator("#piece-0"), "2015年至2024年历次专项资金评审会议的全部材料");
    await keys.write(page.locator("#name"), PERSON);
    await keys.write(page.locator("#identity"), NUMBER);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    address = new URL(page.url()).pathname;
  });

  test("the pages give the amount, with its calculation, and the notice stops the term", async () => {
    await open("2025-03-10");
    await keys.press(page.getByRole("button", { name: /其他步骤/ }));
    await keys.press(page.getByRole("button", { name: "发出收费通知", exact: true }));
    await keys.choose(page.getByRole("radio", { name: "按量（页）" }));
    await keys.write(page.locator("#step-quantity"), "109");
    const sheet = page.getByLabel("文书预览");
    await sheet.getByText("应缴金额为880元").waitFor();
    expect(await page.locator("#step-yuan").inputValue()).toBe("880.00");
    // Another number of pages is another amount.
    await keys.write(page.locator("#step-quantity"), "57");
    await sheet.getByText("应缴金额为270元").waitFor();
    await sheet.getByText("请于2025年4月8日前").waitFor();
    expect(await barriers(page)).toEqual([]);
    // What somebody writes is not written over, and does not go out either.
    await keys.write(page.locator("#step-yuan"), "100");
    await page.getByText("台账记录的金额100元与按标准计算的270元不一致。").first().waitFor();
    expect(await page.getByRole("button", { name: /签发并登记/ }).isDisabled()).toBe(true);
    await keys.write(page.locator("#step-yuan"), "270");
    await sheet.getByText("应缴金额为270元").waitFor();
    await keys.press(page.getByRole("button", { name: "签发并登记“发出收费通知”" }));
    await page.getByText("已签发：").waitFor();
    await page.getByText("期限状态由“正在计算”改为“等待缴费”。").waitFor();
    await serveLetter(page);
    await page.getByText("待缴费").first().waitFor();
  });

  test("it cannot be called unpaid before its day; the payment begins the term anew", async () => {
    await open("2025-03-20");
    await keys.press(page.getByRole("button", { name: /现在不能办理的步骤和原因/ }));
    await page.getByText("缴费期限到2025年4月8日为止，期限届满前不能认定逾期未缴费。").waitFor();
    await keys.press(page.getByRole("button", { name: /^登记缴费/ }));
    expect(await page.locator("#step-yuan").inputValue()).toBe("270.00");
    await page.getByText("办理后的答复期限：2025年4月18日。").waitFor();
    await keys.press(page.getByRole("button", { name: "登记缴费", exact: true }));
    await page.getByText("已记录：登记缴费。").waitFor();
    await page.getByText("2025年4月18日").first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("the day of the payment was read wrongly: it is corrected with the reason, and the term follows", async () => {
    const wrong = page.locator(".ant-timeline-item").filter({ hasText: "登记缴费" }).first();
    await keys.press(wrong.getByRole("button", { name: "更正" }));
    const dialog = page.getByRole("dialog");
    await dialog.getByText("原来的记录不会消失").waitFor();
    expect(await barriers(page)).toEqual([]);
    await keys.write(dialog.locator("#step-on"), "20250318");
    await keys.write(dialog.locator("#correction-reason"), "银行回单为3月18日");
    await keys.press(dialog.getByRole("button", { name: /^更\s?正$/ }));
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("2025年4月16日").first().waitFor();
    await page.getByText("银行回单为3月18日").waitFor();
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    expect(keys.unseen).toEqual([]);
    await journey.proveSound([PERSON, NUMBER]);
  });
});
