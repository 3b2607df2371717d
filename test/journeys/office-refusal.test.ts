import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { answerQuestions, serveLetter } from "./desk-steps.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X"; // the sample of GB 11643-1999
const COMPANY = "青山甲公司";

saySkipped();

describe.skipIf(CHROMIUM === null)("a refusal that a reconsideration corrects, by keyboard", { timeout: JOURNEY_TIME }, () => {
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

  test("a request that concerns a company is registered", async () => {
    await page.goto(`${journey.address}/cases/new`);
    await page.locator("#channel:focus").waitFor();
    await keys.pick(page.locator("#channel"), "当面提交");
    await keys.write(page.locator("#piece-0"), `${COMPANY}申报专项资金的项目申请报告`);
    await keys.write(page.locator("#name"), PERSON);
    await keys.write(page.locator("#identity"), NUMBER);
    await page.getByText("2025年3月31日").first().waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    address = new URL(page.url()).pathname;
  });

  test("the company is asked by a letter, and told by when to answer", async () => {
    await open("2025-03-05");
    await keys.press(page.getByRole("button", { name: /其他步骤/ }));
    await keys.press(page.getByRole("button", { name: "征求第三方意见", exact: true }));
    await keys.write(page.locator("#step-party"), COMPANY);
    await keys.write(page.getByLabel("涉及第三方权益之处"), "申请报告载有贵公司的工艺路线和成本构成");
    await page.getByLabel("文书预览").getByText("15个工作日").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await keys.press(page.getByRole("button", { name: "签发并登记“征求第三方意见”" }));
    await page.getByText("已签发：").waitFor();
    await page.getByText("征求意见中").first().waitFor();
  });

  test("the day the company has the letter begins its fifteen working days", async () => {
    await open("2025-03-07");
    await serveLetter(page);
    await page.getByText(`第三方（${COMPANY}）提出意见的期限由“2025年3月26日”改为“2025年3月28日”。`).waitFor();
  });

  test("its answer comes, and the days of waiting are not counted", async () => {
    await open("2025-03-14");
    await takeStep("登记第三方意见", async (form) => {
      expect(await form.getByRole("radio", { name: COMPANY }).isChecked()).toBe(true);
      await keys.choose(form.getByRole("radio", { name: "不同意公开" }));
      await keys.write(form.locator("#step-reasons"), "申请报告载有尚未公开的工艺路线和成本构成");
    });
    await page.getByText("2025年4月10日").first().waitFor();
  });

  test("it is refused by a letter that names the ground, and the letter is served", async () => {
    await open("2025-04-02");
    await decide(/作出处理决定/, ["全部不予公开", "涉及商业秘密、个人隐私等，公开会损害第三方合法权益"], "保护第三方合法权益");
    await keys.write(page.getByLabel("不公开不会对公共利益造成重大影响的判断"), "企业内部的工艺路线不影响公众知悉资金去向");
    await keys.write(page.getByLabel("不予公开的理由"), "工艺路线和成本构成属于商业秘密，公开会损害其竞争地位");
    await page.getByLabel("文书预览").getByText("第十五条").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await keys.press(page.getByRole("button", { name: "签发并登记“作出处理决定”" }));
    await page.getByText("已签发：").waitFor();
    await serveLetter(page);
    await page.getByText("已送达").first().waitFor();
  });

  test("the reconsideration is registered from the case, and its end is recorded", async () => {
    await open("2025-04-14");
    await keys.press(page.locator(".ant-card", { hasText: "复议和诉讼" }).getByRole("link", { name: "登记" }));
    await keys.write(page.locator("#proceeding-number"), "青政复〔2025〕8号");
    await keys.write(page.locator("#proceeding-forum"), "示例市青山区人民政府");
    await keys.write(page.locator("#proceeding-filed"), "20250410");
    expect(await barriers(page)).toEqual([]);
    await keys.press(page.getByRole("button", { name: "登记", exact: true }));
    await page.getByRole("heading", { name: "青政复〔2025〕8号" }).waitFor();
    const proceeding = new URL(page.url()).pathname;
    await journey.goTo("2025-05-20");
    await page.goto(journey.address + proceeding);
    await takeStep("登记审理结果", async (form) => {
      await keys.choose(form.getByRole("radio", { name: "结果纠正" }));
      await keys.write(form.locator("#step-holding"), "撤销并责令重新答复");
    });
    await page.getByRole("link", { name: /结果纠正/ }).waitFor();
  });

  test("the case then offers a new decision first, and the new answer is served", async () => {
    await open("2025-05-28");
    const first = page.locator(".next-step").first();
    await first.waitFor();
    expect(await first.innerText()).toContain("重新作出处理决定");
    await decide(/重新作出处理决定/, ["能够区分处理，部分公开"], "部分公开");
    await keys.write(page.getByLabel("依据的复议决定、判决"), "青政复决〔2025〕8号行政复议决定书");
    await keys.write(page.getByLabel("公开的信息名称、文号"), "《项目申请报告》第一章至第三章");
    await keys.write(page.getByLabel("提供方式或获取的方式、途径和时间"), "随信寄送纸质件一份");
    await keys.write(page.getByLabel("第 1 部分：是哪一部分"), "申请报告第四章");
    await keys.pick(page.getByLabel("第 1 部分：为什么不公开"), "保护第三方合法权益");
    await keys.write(page.getByLabel("第 1 部分：理由"), "载有工艺路线");
    await keys.write(page.getByLabel("不公开不会对公共利益造成重大影响的判断"), "其余部分已经公开，不影响公众知悉资金去向");
    await keys.press(page.getByRole("button", { name: "签发并登记“重新作出处理决定”" }));
    await page.getByText("已签发：").waitFor();
    await serveLetter(page);
    await page.getByText("部分公开").first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    expect(keys.unseen).toEqual([]);
    await journey.proveSound([PERSON, NUMBER, COMPANY]);
  });

  const open = async (day: string) => {
    await journey.goTo(day);
    await page.goto(journey.address + address);
    await page.locator(".next-step").first().waitFor();
  };

  const decide = async (step: RegExp, wished: readonly string[], row: string) => {
    await keys.press(page.getByRole("button", { name: step }));
    await answerQuestions(page, wished, row);
    await keys.press(page.getByRole("button", { name: "拟写答复书" }));
  };

  const takeStep = async (label: string, fill: (form: ReturnType<Page["getByRole"]>) => Promise<void>) => {
    await keys.press(page.getByRole("button", { name: label }).first());
    const form = page.getByRole("form", { name: label });
    await fill(form);
    await keys.press(form.getByRole("button", { name: label, exact: true }));
    await page.getByText(`已记录：${label}。`).waitFor();
  };
});
