import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { attachPublicSite } from "../../src/operations/portal/open-public-site.js";
import { takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { dayInChina } from "../../src/operations/tally-register.js";
import { submission } from "../portal/portal-builder.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { answerQuestions, serveLetter } from "./desk-steps.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "a1";
const PERSON = "欧阳沐泽";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "what comes in from the portal and is not registered by itself, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let portal: JourneyPortal;
    let clerk: Page;
    let head: Page;
    let clerkKeys: Keyboard;
    let headKeys: Keyboard;
    const receipts: string[] = [];

    beforeAll(async () => {
      journey = await openJourney({ day: dayInChina(new Date().toISOString()) });
      portal = await openPortal(journey, AGENCY);
      const site = await attachPublicSite(journey.database.configuration, journey.database.name);
      // The portal lets them pass: they are long enough, and hold no word.
      for (const description of ["1234567890", "88888888888"]) {
        const files = [{ name: "身份证明.pdf", bytes: Buffer.from("%PDF-1.4 复印件") }];
        const { number } = await site.submit({ ...submission({ description, attachments: files }), agencyId: AGENCY });
        receipts.push(number);
      }
      await site.close();
      await takeInSubmissions(journey.office, SYSTEM_ACTOR);
      clerk = await journey.openWindow([["handler", AGENCY]], "李经办");
      head = await journey.openWindow([["head", AGENCY]], "王主任");
      clerkKeys = keyboardOf(clerk);
      headKeys = keyboardOf(head);
    });
    afterAll(async () => {
      await portal?.close();
      await journey?.close();
    });

    test("the desk says that something was not registered, and leads to it", async () => {
      await clerk.goto(`${journey.address}/today`);
      await clerk.getByText("公开平台来件没有登记：等人核对 2 份。").waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerkKeys.press(clerk.getByRole("link", { name: "去看网上来件" }));
      await clerk.getByRole("heading", { level: 1, name: "网上来件" }).waitFor();
      await clerk.getByText("所需政府信息一栏没有文字").first().waitFor();
      expect(await barriers(clerk)).toEqual([]);
    });

    test("one is set aside with a reason and can be registered all the same", async () => {
      await clerkKeys.press(clerk.getByRole("link", { name: receipts[0] ?? "" }));
      await clerk.getByText("身份证明.pdf").waitFor();
      await clerkKeys.press(clerk.getByRole("button", { name: "不予登记……" }));
      await clerkKeys.write(clerk.locator("#set-aside-reason"), "内容为测试，不是政府信息公开申请。");
      await clerkKeys.press(clerk.getByRole("dialog").getByRole("button", { name: "不予登记" }));
      await clerk.getByText("已经记录：不予登记。").waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerkKeys.press(clerk.getByRole("link", { name: "返回网上来件" }));
      await clerkKeys.choose(clerk.getByRole("radio", { name: /不予登记/ }));
      await clerk.getByText("内容为测试，不是政府信息公开申请。").waitFor();
    });

    test("the other is registered by a person and is a case then", async () => {
      await clerk.goto(`${journey.address}/submissions/${receipts[1]}`);
      await clerkKeys.press(clerk.getByRole("button", { name: "登记为申请" }));
      await clerk.getByRole("heading", { name: /^依申请〔\d{4}〕1号/ }).waitFor();
      for (const label of ["与申请人确认收到", "受理并分办"]) {
        await clerkKeys.press(clerk.locator(".next-step").filter({ hasText: label }));
        const form = clerk.getByRole("form", { name: label });
        if (label === "受理并分办") await clerkKeys.write(form.locator("#step-handler"), "李经办");
        await clerkKeys.press(form.getByRole("button", { name: label, exact: true }));
        await clerk.getByText(`已记录：${label}。`).waitFor();
      }
      await clerk.goto(`${journey.address}/today`);
      await clerk.getByRole("heading", { name: "今日待办" }).waitFor();
      expect(await clerk.getByText("公开平台来件没有登记").count()).toBe(0);
    });

    test("what was answered is put on the portal in other words, and taken back after a plain question", async () => {
      await head.goto(`${journey.address}/cases/portal-${receipts[1]}`);
      await headKeys.press(head.getByRole("button", { name: /作出处理决定.*拟写文书并办理/ }));
      await answerQuestions(head, [], "予以公开");
      await headKeys.press(head.getByRole("button", { name: "拟写答复书" }));
      await headKeys.write(head.locator("#letter-information"), "《专项资金安排表》");
      await headKeys.write(head.locator("#letter-provision"), "以电子邮件发送");
      await headKeys.press(head.getByRole("button", { name: "签发并登记“作出处理决定”" }));
      await head.getByText("已签发：").waitFor();
      await serveLetter(head);
      await headKeys.press(head.getByRole("button", { name: "公开一条" }));
      await headKeys.write(head.locator("#answer-question"), "专项资金的安排情况");
      await headKeys.write(head.locator("#answer-text"), `答复${PERSON}：见《专项资金安排表》。`);
      await headKeys.press(head.getByRole("dialog").getByRole("button", { name: /^公\s*开$/ }));
      await head.getByText(/写了申请人的姓名/).waitFor();
      await head.locator("#answer-text").fill("");
      await headKeys.write(head.locator("#answer-text"), "见《专项资金安排表》。");
      await headKeys.press(head.getByRole("dialog").getByRole("button", { name: /^公\s*开$/ }));
      await head.getByText("已经公开。").waitFor();
      expect(await barriers(head)).toEqual([]);
      await headKeys.press(head.getByRole("button", { name: "撤回：专项资金的安排情况" }));
      await headKeys.write(head.locator("#withdraw-answer-reason"), "安排已经调整");
      await headKeys.press(head.getByRole("dialog").getByRole("button", { name: /^撤\s*回$/ }));
      await head.getByText("已经撤回：专项资金的安排情况").waitFor();
    });

    test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
      for (const keys of [clerkKeys, headKeys]) expect(keys.unseen).toEqual([]);
      await journey.proveSound([PERSON]);
    });
  },
);
