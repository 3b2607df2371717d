import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { pushRequestStatus } from "../../src/operations/portal/push-request-status.js";
import { takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { dayInChina } from "../../src/operations/tally-register.js";
import { loadCase } from "../../src/storage/stores/case-store.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { answerQuestions, serveLetter } from "./desk-steps.js";
import { type JourneyPortal, openPortal } from "./journey-portal.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "a1";
const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const MAIL = "ouyang@example.cn";
const WANTED = "上一年度商贸流通专项资金的安排情况";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "a request on the portal, from the form to the served answer, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let portal: JourneyPortal;
    let citizen: Page;
    let clerk: Page;
    let head: Page;
    let citizenKeys: Keyboard;
    let clerkKeys: Keyboard;
    let headKeys: Keyboard;
    let receipt: { readonly number: string; readonly code: string };
    let address = "";

    beforeAll(async () => {
      // A receipt bears the hour of the server's clock: this journey happens today.
      journey = await openJourney({ day: dayInChina(new Date().toISOString()) });
      portal = await openPortal(journey, AGENCY);
      citizen = await journey.openPublicWindow();
      clerk = await journey.openWindow([["handler", AGENCY]], "李经办");
      head = await journey.openWindow([["head", AGENCY]], "王主任");
      citizenKeys = keyboardOf(citizen);
      clerkKeys = keyboardOf(clerk);
      headKeys = keyboardOf(head);
    });
    afterAll(async () => {
      await portal?.close();
      await journey?.close();
    });

    test("a citizen asks and has a number and a code, with which the request is found", async () => {
      await citizen.goto(`${portal.address}/ask/${AGENCY}`);
      await citizenKeys.write(citizen.getByLabel("信息的名称、文号或者其他特征"), WANTED);
      await citizenKeys.write(citizen.getByLabel("姓名或者单位名称"), PERSON);
      await citizenKeys.write(citizen.getByLabel("证件号码"), NUMBER);
      await citizenKeys.write(citizen.getByLabel("电子邮箱"), MAIL);
      await citizenKeys.press(citizen.getByRole("button", { name: "提交申请" }));
      await citizen.getByRole("heading", { level: 1, name: "申请已经提交" }).waitFor();
      receipt = {
        number: await citizen.locator("#receipt-number").innerText(),
        code: await citizen.locator("#receipt-code").innerText(),
      };
      await lookUp("已提交");
    });

    test("the office takes it in, and the clerk finds it among what is new from the portal", async () => {
      const { taken, left } = await takeInSubmissions(journey.office, SYSTEM_ACTOR);
      expect(left).toEqual([]);
      expect(taken.map(({ number }) => number)).toEqual([receipt.number]);
      const file = await loadCase(journey.database, taken[0]?.caseId ?? "");
      // Midnight may have passed since the journey began.
      await journey.goTo(file?.request.arrivedOn ?? "");
      await clerk.goto(`${journey.address}/today`);
      await clerkKeys.choose(clerk.getByRole("radio", { name: /网上新收/ }));
      await clerk.getByText(WANTED).waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerkKeys.press(clerk.getByRole("link", { name: PERSON }));
      await clerk.getByRole("heading", { name: /^依申请〔\d{4}〕1号/ }).waitFor();
      await clerk.getByText("待确认").first().waitFor();
      address = new URL(clerk.url()).pathname;
    });

    test("the clerk confirms the receipt and accepts; each step is told on the portal at once", async () => {
      await takeStep("与申请人确认收到");
      await lookUp("已收到");
      await takeStep("受理并分办", { "#step-handler": "李经办" });
      await lookUp("办理中");
    });

    test("it is decided by a letter, and the letter is served", async () => {
      await head.goto(journey.address + address);
      await headKeys.press(head.getByRole("button", { name: /作出处理决定.*拟写文书并办理/ }));
      await answerQuestions(head, [], "予以公开");
      await headKeys.press(head.getByRole("button", { name: "拟写答复书" }));
      await headKeys.write(head.locator("#letter-information"), "《商贸流通专项资金安排表》");
      await headKeys.write(head.locator("#letter-provision"), "以电子邮件发送");
      await headKeys.press(head.getByRole("button", { name: "签发并登记“作出处理决定”" }));
      await head.getByText("已签发：").waitFor();
      await serveLetter(head);
      await head.getByText("已送达").first().waitFor();
      expect(await pushRequestStatus(journey.office)).toBe(0);
    });

    test("the citizen sees that it is answered, and how", async () => {
      await lookUp("已办结");
      const told = await citizen.getByRole("main").innerText();
      expect(told).toContain("予以公开");
      expect(told).toContain("处理决定送达");
      for (const name of [PERSON, NUMBER, MAIL, "李经办", "王主任"]) expect(told).not.toContain(name);
    });

    test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
      for (const keys of [citizenKeys, clerkKeys, headKeys]) expect(keys.unseen).toEqual([]);
      await journey.proveSound([PERSON, NUMBER, MAIL, receipt.code]);
    });

    const lookUp = async (standing: string) => {
      await citizen.goto(`${portal.address}/status`);
      await citizenKeys.write(citizen.getByLabel("回执编号"), receipt.number);
      await citizenKeys.write(citizen.getByLabel("查询码"), receipt.code);
      await citizenKeys.press(citizen.getByRole("button", { name: "查询" }));
      await citizen.getByRole("heading", { name: standing }).waitFor();
    };

    /** Takes a step by its form; what is not told stays as it is suggested. */
    const takeStep = async (label: string, told: Readonly<Record<string, string>> = {}) => {
      await clerkKeys.press(clerk.locator(".next-step").filter({ hasText: label }));
      const form = clerk.getByRole("form", { name: label });
      for (const [field, words] of Object.entries(told)) await clerkKeys.write(form.locator(field), words);
      await clerkKeys.press(form.getByRole("button", { name: label, exact: true }));
      await clerk.getByText(`已记录：${label}。`).waitFor();
    };
  },
);
