import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { answerQuestions, serveLetter } from "./desk-steps.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "a letter on paper, from registration to the served reply, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let clerk: Page;
    let head: Page;
    let clerkKeys: Keyboard;
    let headKeys: Keyboard;
    let address = "";

    beforeAll(async () => {
      journey = await openJourney({ day: "2025-03-03" });
      clerk = await journey.openWindow([["handler", "a1"]], "李经办");
      head = await journey.openWindow([["head", "a1"]], "王主任");
      clerkKeys = keyboardOf(clerk);
      headKeys = keyboardOf(head);
    });
    afterAll(() => journey?.close());

    test("it is registered", async () => {
      await clerk.goto(`${journey.address}/today`);
      await clerk.getByRole("heading", { name: "今日待办" }).waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerk.keyboard.press("n");
      await clerk.getByRole("heading", { name: "登记申请" }).waitFor();
      await clerkKeys.write(clerk.locator("#piece-0"), "关于社会救助的材料");
      await clerkKeys.write(clerk.locator("#name"), PERSON);
      await clerkKeys.write(clerk.locator("#identity"), NUMBER);
      await clerkKeys.write(clerk.locator("#address"), "山东省济南市历下区泺源大街一号");
      await clerk.getByText("出生日期 1949年12月31日").waitFor();
      expect(await barriers(clerk)).toEqual([]);
      await clerk.keyboard.press("Control+Enter");
      await clerk.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
      await clerk.getByText("2025年3月31日").first().waitFor();
      expect(await barriers(clerk)).toEqual([]);
      address = new URL(clerk.url()).pathname;
    });

    test("the head asks for what is missing by a letter and records its service", async () => {
      await journey.goTo("2025-03-05");
      await head.goto(journey.address + address);
      await headKeys.press(head.getByRole("button", { name: /通知补正.*拟写文书并办理/ }));
      await headKeys.write(head.locator("#step-unclear"), "没有写明年度和救助种类");
      await headKeys.write(head.locator("#step-clarifyBy"), "20250320");
      await headKeys.write(head.locator("#letter-to-add"), "所指的年度；救助的种类");
      await headKeys.write(head.locator("#letter-guidance"), "写明年度和低保、特困、临时救助中的哪一种即可查找");
      await head.getByLabel("文书预览").getByText("没有写明年度和救助种类").waitFor();
      await headKeys.press(head.getByRole("button", { name: "签发并登记“通知补正”" }));
      await head.getByText("已签发：").waitFor();
      await head.getByText("青商公开〔2025〕1号").first().waitFor();
      await serveLetter(head);
      await head.getByText("待补正").first().waitFor();
    });

    test("the answer of the requester begins the term anew, and it is extended before it ends", async () => {
      await journey.goTo("2025-03-12");
      await clerk.goto(journey.address + address);
      await clerkKeys.press(clerk.getByRole("button", { name: /登记补正材料/ }));
      await clerkKeys.write(clerk.locator("#step-text"), "2024年度低保资金发放情况");
      await clerkKeys.choose(clerk.getByRole("radio", { name: "内容已经明确" }));
      await clerk.getByText("办理后的答复期限：2025年4月10日").waitFor();
      await clerkKeys.press(clerk.getByRole("button", { name: "登记补正材料", exact: true }).last());
      await clerk.getByText("已记录：登记补正材料。").waitFor();
      await clerk.getByText("2025年4月10日").first().waitFor();

      await journey.goTo("2025-04-08");
      await head.goto(journey.address + address);
      await head.getByText("其他步骤").waitFor();
      await headKeys.press(head.getByRole("button", { name: /延长答复期限.*拟写文书并办理/ }));
      await headKeys.write(head.locator("#step-grounds"), "需要向民政业务科室核对数据");
      await head.getByLabel("文书预览").getByText("2025年5月12日").first().waitFor();
      await headKeys.press(head.getByRole("button", { name: "签发并登记“延长答复期限”" }));
      await head.getByText("已签发：").waitFor();
      await head.getByText("2025年5月12日").first().waitFor();
      await serveLetter(head);
    });

    test("the questions of law lead to the letter, and serving it ends the case", async () => {
      await journey.goTo("2025-04-25");
      await head.goto(journey.address + address);
      await headKeys.press(head.getByRole("button", { name: /作出处理决定.*拟写文书并办理/ }));
      await answerQuestions(head, [], "予以公开");
      await headKeys.press(head.getByRole("button", { name: "拟写答复书" }));
      await headKeys.write(head.locator("#letter-information"), "《2024年度城乡低保资金发放情况统计表》");
      await headKeys.write(head.locator("#letter-provision"), "随信寄送纸质件一份");
      expect(await barriers(head)).toEqual([]);
      await headKeys.press(head.getByRole("button", { name: "签发并登记“作出处理决定”" }));
      await head.getByText("已签发：").waitFor();
      await journey.goTo("2025-04-27");
      await head.goto(journey.address + address);
      await serveLetter(head);
      await head.getByText("已送达").first().waitFor();
      await headKeys.press(head.getByRole("link", { name: /予以公开.*自然人/ }));
      await head.getByText("依申请〔2025〕1号").first().waitFor();
      expect(await barriers(head)).toEqual([]);
    });

    test("the requester has a record corrected: the requirement leads to its letter at once (第四十一条)", async () => {
      await head.goto(journey.address + address);
      await headKeys.press(head.getByRole("button", { name: /其他步骤/ }));
      await headKeys.press(head.getByRole("button", { name: "登记更正政府信息的要求", exact: true }));
      await headKeys.write(head.locator("#step-records"), "统计表中本人的家庭人口写成两人，应为三人");
      await headKeys.write(head.locator("#step-evidence"), "户口簿复印件");
      await headKeys.press(head.getByRole("button", { name: "登记更正政府信息的要求", exact: true }).first());
      await head.getByText("已记录：登记更正政府信息的要求。").waitFor();
      await headKeys.press(head.getByRole("button", { name: /答复更正要求.*拟写文书并办理/ }));
      await headKeys.choose(head.getByRole("radio", { name: "予以更正", exact: true }));
      await headKeys.write(head.locator("#step-reasons"), "户口簿记载为三人");
      await head.getByLabel("文书预览").getByText("本机关对上述政府信息记录予以更正，现予告知。").waitFor();
      expect(await barriers(head)).toEqual([]);
      await headKeys.press(head.getByRole("button", { name: "签发并登记“答复更正要求”" }));
      await head.getByText("已签发：").waitFor();
    });

    test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
      expect([...clerkKeys.unseen, ...headKeys.unseen]).toEqual([]);
      await journey.proveSound([PERSON, NUMBER, "泺源大街"]);
    });
  },
);
