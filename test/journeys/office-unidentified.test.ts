import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const LACKING = "没有身份证明，应当告知补正（条例第二十九条、第三十条）。";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "a letter without a proof of identity, registered and put right, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let head: Page;
    let keys: Keyboard;

    beforeAll(async () => {
      journey = await openJourney({ day: "2025-03-03" });
      head = await journey.openWindow([["head", "a1"]], "王主任");
      keys = keyboardOf(head);
    });
    afterAll(() => journey?.close());

    test("what keeps a form from being registered is told at its top, and leads to its fields", async () => {
      await head.goto(`${journey.address}/cases/new`);
      await head.getByText("依申请〔2025〕1号").waitFor();
      await head.keyboard.press("Control+Enter");
      const told = head.getByRole("alert").filter({ hasText: "没有登记：还有" });
      await told.getByText("还有 2 处需要填写或者改正").waitFor();
      expect(await told.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await head.locator("#piece-0").getAttribute("aria-describedby")).toBe("piece-0-fault");
      expect(await barriers(head)).toEqual([]);
      await keys.press(told.getByRole("link", { name: /填写申请人的姓名/ }));
      expect(await head.evaluate(() => document.activeElement?.id)).toBe("name");
      await head.keyboard.insertText(PERSON);
      await head.getByText("没有登记：还有 1 处需要填写或者改正。").waitFor();
      await keys.press(told.getByRole("link", { name: /照原文填写申请内容/ }));
      await head.keyboard.insertText("关于社会救助的材料");
      await told.waitFor({ state: "detached" });
    });

    test("what is said of the number moves no other field, and without one it is registered all the same", async () => {
      await head.getByText(LACKING).waitFor();
      const place = () => head.locator("#phone").evaluate((one) => one.getBoundingClientRect().top + window.scrollY);
      const before = await place();
      await keys.write(head.locator("#identity"), "110105194912310021");
      await head.getByText("校验码不符，应为X，请核对是否输错。").waitFor();
      expect(await place()).toBe(before);
      await keys.write(head.locator("#identity"), "");
      await head.keyboard.press("Delete");
      await head.getByText(LACKING).waitFor();
      expect(await place()).toBe(before);
      await keys.write(head.locator("#address"), "山东省济南市历下区泺源大街一号");
      expect(await barriers(head)).toEqual([]);
      await head.keyboard.press("Control+Enter");
      await head.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
      await head.getByText("2025年3月31日").first().waitFor();
      await head.getByText("未提供", { exact: true }).waitFor();
      expect(await barriers(head)).toEqual([]);
    });

    test("what lacks stands in the notice already", async () => {
      await journey.goTo("2025-03-05");
      await head.reload();
      await keys.press(head.getByRole("button", { name: /通知补正.*拟写文书并办理/ }));
      await keys.write(head.locator("#step-clarifyBy"), "20250320");
      expect(await head.locator("#step-unclear").inputValue()).toBe("没有提供申请人的身份证明");
      await keys.write(head.locator("#letter-to-add"), "申请人的身份证明");
      await keys.write(head.locator("#letter-guidance"), "可以寄来居民身份证复印件，也可以带原件到本机关核对");
      await head.getByLabel("文书预览").getByText("申请内容不完整或者不明确：").waitFor();
      await keys.press(head.getByRole("button", { name: "签发并登记“通知补正”" }));
      await head.getByText("已签发：").waitFor();
    });

    test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
      expect(keys.unseen).toEqual([]);
      await journey.proveSound([PERSON]);
    });
  },
);
