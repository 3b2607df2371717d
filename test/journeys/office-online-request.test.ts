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
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const AGENCY = "a1";
const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const MAIL = "ouyang@example.cn";
const WANTED = "上一年度商贸流通专项资金的安排情况";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "a request on the portal, from the form to the served answer",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let portal: JourneyPortal;
    let citizen: Page;
    let clerk: Page;
    let head: Page;
    let receipt: { readonly number: string; readonly code: string };
    let address = "";

    beforeAll(async () => {
      // A receipt bears the hour of the server's clock: this journey happens today.
      journey = await openJourney({ day: dayInChina(new Date().toISOString()) });
      portal = await openPortal(journey, AGENCY);
      citizen = await journey.openPublicWindow();
      clerk = await journey.openWindow([["handler", AGENCY]], "李经办");
      head = await journey.openWindow([["head", AGENCY]], "王主任");
    });
    afterAll(async () => {
      await portal?.close();
      await journey?.close();
    });

    test("a citizen asks and has a number and a code, with which the request is found", async () => {
      await citizen.goto(`${portal.address}/ask/${AGENCY}`);
      await citizen.getByLabel("信息的名称、文号或者其他特征").fill(WANTED);
      await citizen.getByLabel("姓名或者单位名称").fill(PERSON);
      await citizen.getByLabel("证件号码").fill(NUMBER);
      await citizen.getByLabel("电子邮箱").fill(MAIL);
      await citizen.getByRole("button", { name: "提交申请" }).click();
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
      await clerk.getByText("网上新收").click();
      await clerk.getByText(WANTED).waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerk.getByRole("link", { name: PERSON }).click();
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
      await head.getByRole("button", { name: /作出处理决定.*拟写文书并办理/ }).click();
      await answerQuestions(head, [], "予以公开");
      await head.getByRole("button", { name: "拟写答复书" }).click();
      await head.locator("#letter-information").fill("《商贸流通专项资金安排表》");
      await head.locator("#letter-provision").fill("以电子邮件发送");
      await head.getByRole("button", { name: "签发并登记“作出处理决定”" }).click();
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
      await journey.proveSound([PERSON, NUMBER, MAIL, receipt.code]);
    });

    const lookUp = async (standing: string) => {
      await citizen.goto(`${portal.address}/status`);
      await citizen.getByLabel("回执编号").fill(receipt.number);
      await citizen.getByLabel("查询码").fill(receipt.code);
      await citizen.getByRole("button", { name: "查询" }).click();
      await citizen.getByRole("heading", { name: standing }).waitFor();
    };

    /** Takes a step by its form; what is not told stays as it is suggested. */
    const takeStep = async (label: string, told: Readonly<Record<string, string>> = {}) => {
      await clerk.locator(".next-step").filter({ hasText: label }).click();
      const form = clerk.getByRole("form", { name: label });
      for (const [field, words] of Object.entries(told)) await form.locator(field).fill(words);
      await form.getByRole("button", { name: label, exact: true }).click();
      await clerk.getByText(`已记录：${label}。`).waitFor();
    };
  },
);
