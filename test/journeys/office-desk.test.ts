import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerRequest } from "../../src/operations/cases/register-request.js";
import { takeStep } from "../../src/operations/cases/take-step.js";
import { openProceeding } from "../../src/operations/proceedings/open-proceeding.js";
import { takeProceedingStep } from "../../src/operations/proceedings/take-proceeding-step.js";
import { dayIn } from "../builders/case-file.js";
import { actorIn, registration } from "../builders/desk.js";
import { CHROMIUM, saySkipped } from "./chromium.js";
import { barriers, JOURNEY_TIME, type JourneyOffice, openJourney } from "./office-harness.js";

saySkipped();

const AGENCY = "a1";
const staff = actorIn(AGENCY, "handler");

describe.skipIf(CHROMIUM === null)("the desk", { timeout: JOURNEY_TIME }, () => {
  let journey: JourneyOffice;
  let handler: Page;

  beforeAll(async () => {
    journey = await openJourney({ day: "2025-03-10" });
    for (const [id, name] of [
      ["one", "李经办"],
      ["two", "孙经办"],
    ] as const) {
      const piece = { id: `case-${id}`, description: `${name}办理的申请` };
      await registerRequest(journey.office, staff, AGENCY, registration(id, { pieces: [piece] }));
      const step = {
        agencyId: AGENCY,
        caseId: piece.id,
        version: 1,
        eventId: `${id}-1`,
        transition: "accept",
        input: { handler: name },
      };
      await takeStep(journey.office, staff, step);
    }
    await openProceeding(journey.office, staff, {
      ...{ agencyId: AGENCY, id: "review", eventId: "review-0", kind: "reconsideration", route: null, caseId: "case-one" },
      ...{
        reconsiderationId: null,
        number: "青政复〔2025〕1号",
        forum: "青山区人民政府",
        isCoDefendant: false,
        filedOn: dayIn("2025-03-06"),
      },
    });
    const notice = { transition: "record-notice", version: 1, input: { on: "2025-03-10" } };
    await takeProceedingStep(journey.office, staff, { agencyId: AGENCY, proceedingId: "review", eventId: "review-1", ...notice });
    handler = await journey.openWindow([["handler", AGENCY]], "李经办");
  });
  afterAll(() => journey?.close());

  test("tells what waits besides requests, with the way to it", async () => {
    await handler.goto(`${journey.address}/today`);
    const others = handler.getByRole("navigation", { name: "申请以外的待办" });
    await others.getByRole("link", { name: /^1 件复议待答复（2025年3月/ }).waitFor();
    await others.getByRole("link", { name: /^2024年度报告2025年.*前公布|^2024年度报告应于/ }).waitFor();
    expect(await barriers(handler)).toEqual([]);
    await others.getByRole("link", { name: /复议待答复/ }).click();
    await handler.getByText("青政复〔2025〕1号").first().waitFor();
  });

  test("is narrowed to one's own cases, which stays when a part of it is chosen and when the page is loaded again", async () => {
    await handler.goto(`${journey.address}/today`);
    await handler.getByText("孙经办办理的申请").waitFor();
    await handler.getByLabel("只看我承办的").click();
    await handler.getByText("孙经办办理的申请").waitFor({ state: "detached" });
    await handler.getByText("待我机关办理").first().click();
    await handler.reload();
    await handler.getByText("李经办办理的申请").waitFor();
    await handler.locator("input:checked[type=checkbox]").waitFor();
    expect(await handler.getByText("孙经办办理的申请").count()).toBe(0);
  });

  test("and so is the register of requests, by its days too", async () => {
    await handler.goto(`${journey.address}/cases`);
    await handler.getByRole("columnheader", { name: "承办" }).waitFor();
    await handler.getByRole("cell", { name: "孙经办", exact: true }).waitFor();
    await handler.getByLabel("只看我承办的").click();
    await handler.getByRole("cell", { name: "孙经办", exact: true }).waitFor({ state: "detached" });
    await handler.goto(`${journey.address}/cases?from=2025-03-04`);
    await handler.getByText("没有符合条件的申请。").waitFor();
    await handler.goto(`${journey.address}/cases?from=2025-03-01&to=2025-03-31&handler=${encodeURIComponent("孙经办")}`);
    await handler.getByText("孙经办办理的申请").waitFor();
    await handler.getByText("承办：孙经办").waitFor();
    expect(await barriers(handler)).toEqual([]);
  });
});
