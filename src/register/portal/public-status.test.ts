import { expect, test } from "vitest";
import { buildCaseFile, dayIn, type EventSpec } from "../../../test/builders/case-file.js";
import { STEPS } from "../../../test/builders/case-step.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { publicStatusOf } from "./public-status.js";

const statusAfter = (events: readonly EventSpec[]) =>
  publicStatusOf({
    facts: {
      number: "379900-20250303-ABCDEFGH",
      agencyId: "civil",
      agencyName: "市民政局",
      submittedAt: "2025-03-03T01:00:00.000Z",
    },
    files: [buildCaseFile(events, { channel: "online" })],
    law: { calendar: STATE_COUNCIL_CALENDAR },
    today: dayIn("2025-03-10"),
    updatedAt: "2025-03-10T01:00:00.000Z",
  });

test("who is waited for to confirm is told that, and how the days hang on it", () => {
  const { state, now, steps, youCan } = statusAfter([STEPS.received]);
  expect(state).toBe("unconfirmed");
  expect(steps.map(({ text }) => text)).toEqual(["机关登记了申请。"]);
  expect(now).toContain("待与您确认收到申请");
  expect(youCan.map(({ title }) => title)).toEqual(["与机关确认收到", "联系承办机关", "撤回申请"]);
});

test("once it is confirmed nothing asks for it any more", () => {
  const { state, steps, youCan } = statusAfter([STEPS.received, { type: "confirmed", on: "2025-03-04" }]);
  expect(state).toBe("received");
  expect(steps.map(({ text }) => text)).toEqual([
    "机关登记了申请。",
    "机关与您确认收到。这一天是收到申请之日（条例第三十一条），答复期限由此计算。",
  ]);
  expect(youCan.map(({ title }) => title)).not.toContain("与机关确认收到");
});
