import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addLetterAgency, storeCase } from "../builders/letter-office.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

describe.skipIf(CHROMIUM === null)("a refusal that a reconsideration corrects", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let head: Page;

  beforeAll(async () => {
    journey = await openJourney({
      day: "2025-05-20",
      async furnish({ database }) {
        await addLetterAgency(database);
        await storeCase(database, "case-1", [
          { type: "third-party-asked", on: "2025-03-05", party: "青山甲公司", receivedOn: "2025-03-06" },
          { type: "third-party-answered", on: "2025-03-14", party: "青山甲公司", opinion: "refuses" },
          { type: "decided", on: "2025-04-02", outcome: "denied.third_party" },
          { type: "served", on: "2025-04-02", method: "hand" },
        ]);
      },
    });
    head = await journey.openWindow([["head", "a1"]], "王主任");
  });
  afterAll(() => journey?.close());

  test("the reconsideration is registered from the case, and its end is recorded", async () => {
    await head.goto(`${journey.address}/proceedings/new?case=case-1`);
    await head.locator("#proceeding-number").fill("青政复〔2025〕8号");
    await head.locator("#proceeding-forum").fill("示例市青山区人民政府");
    await head.locator("#proceeding-filed").fill("2025-04-10");
    expect(await barriers(head)).toEqual([]);
    await head.getByRole("button", { name: "登记", exact: true }).click();
    await head.getByRole("heading", { name: "青政复〔2025〕8号" }).waitFor();
    await head.getByRole("button", { name: "登记审理结果" }).click();
    const form = head.getByRole("form", { name: "登记审理结果" });
    await form.getByText("结果纠正").click();
    await form.locator("#step-holding").fill("撤销并责令重新答复");
    await form.getByRole("button", { name: "登记审理结果" }).click();
    await head.getByText("已记录：登记审理结果。").waitFor();
    await head.getByRole("link", { name: /结果纠正/ }).waitFor();
  });

  test("the case then offers a new decision first", async () => {
    await head.goto(`${journey.address}/cases/case-1`);
    const first = head.locator(".next-step").first();
    await first.waitFor();
    expect(await first.innerText()).toContain("重新作出处理决定");
    expect(await barriers(head)).toEqual([]);
  });

  test("nothing broke, nobody is named in an address or a title, and the trail is whole", async () => {
    await journey.proveSound(["张三", "青山甲公司"]);
  });
});
