import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, type JourneyOffice, openJourney, tabTo } from "./office-harness.js";

const PERSON = "欧阳沐泽";
const NUMBER = "11010519491231002X";

saySkipped();

describe.skipIf(CHROMIUM === null)("a letter on paper, from registration to the served reply", () => {
  let journey: JourneyOffice;
  let clerk: Page;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-03" });
    clerk = await journey.openWindow([["handler", "a1"]], "李经办");
  });
  afterAll(() => journey?.close());

  test("it is registered with the keyboard alone", async () => {
    await clerk.goto(`${journey.address}/today`);
    await clerk.getByRole("heading", { name: "今日待办" }).waitFor();
    expect(await barriers(clerk)).toEqual([]);
    await clerk.keyboard.press("n");
    await clerk.getByRole("heading", { name: "登记申请" }).waitFor();
    await tabTo(clerk, "#piece-0");
    await clerk.keyboard.type("关于社会救助的材料");
    await tabTo(clerk, "#name");
    await clerk.keyboard.type(PERSON);
    await tabTo(clerk, "#identity");
    await clerk.keyboard.type(NUMBER);
    await tabTo(clerk, "#address");
    await clerk.keyboard.type("山东省济南市历下区泺源大街一号");
    await clerk.getByText("出生日期 1949年12月31日").waitFor();
    expect(await barriers(clerk)).toEqual([]);
    await clerk.keyboard.press("Control+Enter");
    await clerk.getByRole("heading", { name: "依申请〔2025〕1号" }).waitFor();
    await clerk.getByText("2025年3月31日").first().waitFor();
    expect(await barriers(clerk)).toEqual([]);
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    await journey.proveSound([PERSON, NUMBER, "13964012345"]);
  });
});
