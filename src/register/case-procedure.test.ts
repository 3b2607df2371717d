import { describe, expect, test } from "vitest";
import { buildCaseFile, dayIn, type EventSpec, type RequestSpec } from "../../test/builders/case-file.js";
import { attemptTransition, contradictionsIn, flagsOf, possibleTransitions } from "./case-procedure.js";
import { caseState } from "./case-state.js";
import { TRANSITIONS } from "./transitions/index.js";

const transitionOf = (id: string) => {
  const transition = TRANSITIONS.find((one) => one.id === id);
  if (!transition) throw new Error(`No transition ${id}.`);
  return transition;
};

const take = (
  id: string,
  input: unknown,
  { events = [], today = "2025-03-20", request = {} }: { events?: EventSpec[]; today?: string; request?: RequestSpec } = {},
) => attemptTransition(buildCaseFile(events, request), { transition: transitionOf(id), input }, { today: dayIn(today) });

const RECEIVED: EventSpec = { type: "received", on: "2025-03-03" };
const ACCEPTED: EventSpec = { type: "accepted", on: "2025-03-04", handler: "李四" };

describe("taking a step", () => {
  test("gives the one event to write and the state before and after", () => {
    expect(take("receive", {}, { today: "2025-03-03" })).toEqual({
      done: true,
      body: { type: "received", on: "2025-03-03" },
      flags: [],
      from: "unregistered",
      to: "received",
    });
  });

  test("flags what is written down on a later day, and keeps the reason", () => {
    expect(take("accept", { handler: "李四", on: "2025-03-04", reason: "系统停机" }, { events: [RECEIVED] })).toMatchObject({
      done: true,
      body: { type: "accepted", on: "2025-03-04", handler: "李四" },
      reason: "系统停机",
      flags: [{ flagId: "lateEntry", message: "本事项发生于2025年3月4日，2025年3月20日才登记。" }],
    });
  });

  test("says in Chinese what does not fit the form", () => {
    const attempt = take("accept", { handler: "" }, { events: [RECEIVED] });
    expect(attempt).toMatchObject({ done: false, refusal: { refusalId: "unreadable" }, issues: [{ path: "handler" }] });
    expect(attempt.done ? "" : attempt.refusal.message).toMatch(/^填写的内容不完整或者不符合要求：承办人：没有填写。$/);
  });

  test.each([["2025-02-30"], [20250304], ["昨天"]])("refuses %j as a day", (on) => {
    expect(take("accept", { handler: "李四", on }, { events: [RECEIVED] })).toMatchObject({
      done: false,
      refusal: { refusalId: "unreadable" },
      issues: [{ path: "on" }],
    });
  });

  test("refuses a day that has not come", () => {
    expect(take("receive", { on: "2025-03-21" })).toMatchObject({
      refusal: { refusalId: "futureDay", message: "2025年3月21日还没有到，尚未发生的事项不能登记。" },
    });
  });

  test("refuses what lies before receipt", () => {
    expect(take("accept", { handler: "李四", on: "2025-03-01" }, { events: [RECEIVED] })).toMatchObject({
      refusal: {
        refusalId: "beforeReceipt",
        message: "“受理并分办”的日期2025年3月1日早于收到之日，或者尚未登记收到，请先核对。",
      },
    });
  });

  test("refuses to serve what is not decided", () => {
    expect(take("serve", { method: "hand" }, { events: [RECEIVED, ACCEPTED] })).toMatchObject({
      refusal: { refusalId: "notYet", message: "还没有作出处理决定，不能“登记送达”（本件在2025年3月20日为“办理中”）。" },
    });
  });

  test("refuses a late entry that would take the ground from a later one, and says which", () => {
    const events: EventSpec[] = [RECEIVED, { type: "decided", on: "2025-03-18", outcome: "granted", grounds: GRANTED }];
    expect(take("withdraw", { on: "2025-03-10" }, { events })).toMatchObject({
      refusal: {
        refusalId: "contradicts",
        message:
          "登记“登记申请人撤回”之后，2025年3月18日的“作出处理决定”就不再成立（本件在2025年3月18日为“已撤回”，不能“作出处理决定”）；如确有其事，请先更正该记录。",
      },
    });
  });

  test("accepts a late entry between others", () => {
    const events: EventSpec[] = [RECEIVED, { type: "decided", on: "2025-03-18", outcome: "granted", grounds: GRANTED }];
    expect(take("ask-third-party", { party: "甲公司", on: "2025-03-10" }, { events })).toMatchObject({
      done: true,
      from: "decided",
      to: "decided",
    });
  });

  test("leaves a file that was muddled before open for what mends it", () => {
    const events: EventSpec[] = [RECEIVED, { type: "served", on: "2025-03-18", method: "hand" }];
    const muddled = buildCaseFile(events);
    expect(contradictionsIn(muddled)).toMatchObject([{ eventId: "e2", refusal: { refusalId: "notYet" } }]);
    const decided = { outcome: "granted", grounds: GRANTED, on: "2025-03-17" };
    expect(take("decide", decided, { events })).toMatchObject({ done: true });
  });
});

const GRANTED = {
  standing: "yes",
  matter: "information",
  before: "no",
  amount: "reasonable",
  clear: "yes",
  "special-rules": "no",
  held: "yes",
  public: "yes",
};

describe("what may be done next", () => {
  test("is told for every transition, with the reason for each that is not possible", () => {
    const caseFile = buildCaseFile([
      RECEIVED,
      { type: "clarification-requested", on: "2025-03-05", unclear: "年度", clarifyBy: "2025-03-20" },
      { type: "clarified", on: "2025-03-10", text: "2024年", isClear: true },
    ]);
    const possibilities = possibleTransitions(caseFile, dayIn("2025-03-11"));
    expect(possibilities.map(({ transition }) => transition.id)).toEqual(TRANSITIONS.map(({ id }) => id));
    const whys = new Map(possibilities.map(({ transition, why }) => [transition.id, why?.message ?? null]));
    expect(whys.get("accept")).toBeNull();
    expect(whys.get("request-clarification")).toBe("已于2025年3月5日通知过补正；补正应当一次性告知，不能再次通知补正。");
    expect(whys.get("archive")).toBe("还没有送达，不能“归档”（本件在2025年3月11日为“已收到”）。");
  });

  test("of an unregistered request is only to receive it", () => {
    const possible = possibleTransitions(buildCaseFile(), dayIn("2025-03-11")).filter(({ why }) => why === null);
    expect(possible.map(({ transition }) => transition.id)).toEqual(["receive"]);
  });
});

test("flags of the acts on record are worked out again when asked", () => {
  const caseFile = buildCaseFile([
    RECEIVED,
    { type: "decided", on: "2025-03-18", outcome: "granted", grounds: GRANTED },
    { type: "served", on: "2025-03-19", method: "hand" },
  ]);
  expect(flagsOf(caseFile)).toMatchObject([{ eventId: "e3", flag: { flagId: "noProof" } }]);
  expect(caseState(caseFile).name).toBe("served");
});
