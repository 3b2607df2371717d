import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

describe.skipIf(CHROMIUM === null)(
  "agencies over the years, from an empty installation, by keyboard",
  { timeout: JOURNEY_TIME },
  () => {
    let journey: JourneyOffice;
    let page: Page;
    let keys: Keyboard;

    beforeAll(async () => {
      journey = await openJourney({
        day: "2026-03-02",
        furnish: async () => undefined,
      });
      page = await journey.openWindow(["system-administrator"], "系统员");
      keys = keyboardOf(page);
    });
    afterAll(() => journey?.close());

    test("an empty list says how to begin; a government and its department are put on record", async () => {
      await page.goto(`${journey.address}/agencies`);
      await page.getByText("还没有机关。").waitFor();
      expect(await barriers(page)).toEqual([]);
      await add({ name: "青山区人民政府", id: "qingshan", kind: "省级以下地方人民政府" });
      await add({ name: "青山区文化局", id: "wenhua", parent: "青山区人民政府" });
      await add({ name: "青山区旅游局", id: "lvyou", parent: "青山区人民政府" });
      expect(await barriers(page)).toEqual([]);
      await keys.press(page.getByRole("link", { name: "返回机关" }));
      for (const name of ["青山区人民政府", "青山区文化局", "青山区旅游局"]) await page.getByRole("link", { name }).waitFor();
    });

    test("one is renamed as of a day and both names stay with their days", async () => {
      await keys.press(page.getByRole("link", { name: "青山区文化局" }));
      await keys.press(page.getByRole("button", { name: "更名……" }));
      await page.getByText("以前的文书不变").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.locator("#rename-name").fill("");
      await keys.write(page.locator("#rename-name"), "青山区文化和旅游局");
      await keys.write(page.locator("#change-reason"), "机构改革方案");
      await keys.press(page.getByRole("dialog").getByRole("button", { name: /^更\s*名$/ }));
      await page.getByText("已经记录：青山区文化局更名为青山区文化和旅游局。").waitFor();
      await page.getByRole("heading", { level: 1, name: "青山区文化和旅游局" }).waitFor();
      await page.getByRole("cell", { name: "青山区文化局" }).waitFor();
    });

    test("another is merged into it after what that means was said", async () => {
      await page.goto(`${journey.address}/agencies/lvyou`);
      await keys.press(page.getByRole("button", { name: "并入其他机关……" }));
      await page.getByText("并入以后不能取消").waitFor();
      await pick("#merge-into", "青山区文化和旅游局");
      await keys.write(page.locator("#change-reason"), "机构改革方案");
      await keys.press(page.getByRole("dialog").getByRole("button", { name: /^并\s*入$/ }));
      await page.getByText("已经记录：青山区旅游局并入青山区文化和旅游局。").waitFor();
      await page.getByText("已由青山区文化和旅游局承继").waitFor();
      expect(await page.getByRole("button", { name: "更名……" }).count()).toBe(0);
      await keys.press(page.getByRole("link", { name: "返回机关" }));
      await keys.tick(page.getByRole("checkbox", { name: "也显示已经撤并的" }));
      await page.getByRole("link", { name: "青山区旅游局" }).waitFor();
      expect(await barriers(page)).toEqual([]);
    });

    test("nothing broke and the trail is whole", async () => {
      expect(keys.unseen).toEqual([]);
      await journey.proveSound([]);
    });

    interface Added {
      readonly name: string;
      readonly id: string;
      readonly kind?: string;
      readonly parent?: string;
    }

    async function add({ name, id, kind, parent }: Added): Promise<void> {
      await page.goto(`${journey.address}/agencies/new`);
      await keys.write(page.locator("#agency-name"), name);
      await keys.write(page.locator("#agency-id"), id);
      if (kind !== undefined) await pick("#agency-kind", kind);
      if (parent !== undefined) await pick("#agency-parent", parent);
      await keys.press(page.getByRole("button", { name: /^建\s*立$/ }));
      await page.getByRole("heading", { level: 1, name }).waitFor();
    }

    async function pick(field: string, name: string): Promise<void> {
      await page.locator(field).click();
      await page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter({ hasText: name }).first().click();
    }
  },
);
