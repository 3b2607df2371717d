import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { answerQuestions } from "./desk-steps.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

const PERSON = "司徒云舟";
const NUMBER = "11010519491231002X";
const WHAT = "《2024年度城乡低保资金发放情况统计表》";

saySkipped();

describe.skipIf(CHROMIUM === null)("a letter from the draft to the signature, by keyboard", { timeout: JOURNEY_TIME }, () => {
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

  test("the handler registers, answers the questions, drafts and submits it to the head by name", async () => {
    await clerk.goto(`${journey.address}/cases/new`);
    await clerkKeys.write(clerk.locator("#piece-0"), "关于社会救助的材料");
    await clerkKeys.write(clerk.locator("#name"), PERSON);
    await clerkKeys.write(clerk.locator("#identity"), NUMBER);
    await clerkKeys.write(clerk.locator("#address"), "山东省济南市历下区泺源大街一号");
    await clerk.getByText("出生日期 1949年12月31日").waitFor();
    await clerk.keyboard.press("Control+Enter");
    await clerk.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    address = new URL(clerk.url()).pathname;

    await journey.goTo("2025-03-10");
    await clerk.goto(journey.address + address);
    await clerkKeys.press(clerk.getByRole("button", { name: /作出处理决定.*拟写文书并送签/ }));
    await answerQuestions(clerk, [], "予以公开");
    await clerkKeys.press(clerk.getByRole("button", { name: "拟写答复书" }));
    await clerkKeys.write(clerk.locator("#letter-information"), WHAT);
    await clerkKeys.write(clerk.locator("#letter-provision"), "随信寄送纸质件一份");
    expect(await clerk.getByRole("button", { name: /签发并登记/ }).count()).toBe(0);
    await clerkKeys.press(clerk.getByRole("button", { name: "保存草稿" }));
    await clerk.getByText("李经办拟写中").first().waitFor();
    await clerkKeys.press(clerk.getByRole("button", { name: /^送签/ }));
    const submission = clerk.getByRole("dialog", { name: "送签" });
    await clerkKeys.pick(submission.locator("#draft-to"), "王主任");
    expect(await barriers(clerk)).toEqual([]);
    await clerkKeys.press(submission.getByRole("button", { name: /^送\s?签$/ }));
    await clerk.getByText("已送签：").waitFor();
    await clerk.getByText(/李经办.*送签，等王主任签发。/).waitFor();
  });

  test("the head finds it on the desk, filled in, and sends it back with a reason", async () => {
    await journey.goTo("2025-03-11");
    await head.goto(`${journey.address}/today`);
    const waiting = head.getByRole("list", { name: "待我签发" });
    await waiting.waitFor();
    expect(await barriers(head)).toEqual([]);
    await headKeys.press(waiting.getByRole("link"));
    await head.getByLabel("文书预览").getByText(WHAT).waitFor();
    expect(await head.locator("#letter-provision").inputValue()).toBe("随信寄送纸质件一份");
    await head.getByRole("button", { name: "签发并登记“作出处理决定”" }).waitFor();
    expect(await barriers(head)).toEqual([]);
    await headKeys.press(head.getByRole("button", { name: /^退回修改/ }));
    await headKeys.write(head.locator("#return-reason"), "写明提供的份数");
    await headKeys.press(head.getByRole("button", { name: /^退\s?回$/ }));
    await head.getByText("已退回李经办修改：").waitFor();
    await head.goto(`${journey.address}/today`);
    await head.getByRole("heading", { name: "今日待办" }).waitFor();
    expect(await head.getByRole("list", { name: "待我签发" }).count()).toBe(0);
  });

  test("the handler mends it and submits it again", async () => {
    await clerk.goto(`${journey.address}/today`);
    const returned = clerk.getByRole("list", { name: "退回我修改" });
    await returned.getByText("写明提供的份数").waitFor();
    await clerkKeys.press(returned.getByRole("link"));
    await clerk.getByLabel("文书预览").getByText(WHAT).waitFor();
    await clerkKeys.write(clerk.locator("#letter-provision"), "随信寄送纸质件两份");
    await clerk.getByLabel("文书预览").getByText("随信寄送纸质件两份").waitFor();
    await clerkKeys.press(clerk.getByRole("button", { name: /^送签/ }));
    const submission = clerk.getByRole("dialog", { name: "送签" });
    await clerkKeys.press(submission.getByRole("button", { name: /^送\s?签$/ }));
    await clerk.getByText("已送签：").waitFor();
  });

  test("the head signs it, the card serves that letter, and the figures say how long the signature took", async () => {
    await journey.goTo("2025-03-13");
    await head.goto(`${journey.address}/today`);
    await headKeys.press(head.getByRole("list", { name: "待我签发" }).getByRole("link"));
    await head.getByLabel("文书预览").getByText("随信寄送纸质件两份").waitFor();
    await headKeys.press(head.getByRole("button", { name: "签发并登记“作出处理决定”" }));
    await head.getByText("已签发：").waitFor();
    await head.getByText("青商公开〔2025〕1号").first().waitFor();
    expect(await head.getByRole("list", { name: "文书草稿" }).count()).toBe(0);

    await headKeys.press(head.locator("#take-serve"));
    const service = head.getByRole("dialog", { name: /登记送达：政府信息公开告知书/ });
    await headKeys.write(service.locator("#proof"), "EMS 1234567890");
    await headKeys.press(service.getByRole("button", { name: /^登\s?记$/ }));
    await head.getByText("已登记送达：").waitFor();
    await head.getByText("已送达").first().waitFor();
    expect(await head.getByRole("button", { name: "登记送达", exact: true }).count()).toBe(0);

    await head.goto(`${journey.address}/figures?year=2025`);
    await head.getByText("查找、审查、拟稿到送签").first().waitFor();
    await head.getByText("送签到签发").first().waitFor();
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    expect([...clerkKeys.unseen, ...headKeys.unseen]).toEqual([]);
    await journey.proveSound([PERSON, NUMBER, "泺源大街"]);
  });
});
