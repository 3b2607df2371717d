import { describe, expect, test } from "vitest";
import { dayIn } from "../../test/builders/case-file.js";
import { buildProceeding, type ProceedingEventSpec } from "../../test/builders/proceeding.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import type { Proceeding } from "./proceeding.js";
import { attemptProceedingTransition, possibleProceedingTransitions } from "./proceeding-procedure.js";
import { PROCEEDING_STATES, proceedingState } from "./proceeding-state.js";
import { PROCEEDING_TRANSITIONS } from "./proceedings/index.js";

type Parts = Partial<Omit<Proceeding, "events" | "version">>;

const FILED: ProceedingEventSpec = { type: "filed", on: "2025-03-03" };
const NOTIFIED: ProceedingEventSpec = { type: "notified", on: "2025-03-06" };
const ANSWERED: ProceedingEventSpec = { type: "answered", on: "2025-03-10" };
const SUSPENDED: ProceedingEventSpec = { type: "suspended", on: "2025-03-11", grounds: "等待另案结果" };
const RESUMED: ProceedingEventSpec = { type: "resumed", on: "2025-03-12" };
const CONCLUDED: ProceedingEventSpec = { type: "concluded", on: "2025-03-17", result: "upheld", holding: "驳回诉讼请求" };
const APPEALED: ProceedingEventSpec = { type: "appealed", on: "2025-03-18" };
const SUIT: Parts = { kind: "litigation", route: "direct" };

const take = (id: string, events: readonly ProceedingEventSpec[], input: unknown = {}, parts: Parts = {}) => {
  const transition = PROCEEDING_TRANSITIONS.find((one) => one.id === id);
  if (!transition) throw new Error(`There is no transition ${id}.`);
  return attemptProceedingTransition(
    buildProceeding(events, parts),
    { transition, input },
    { today: dayIn("2025-03-20"), law: { calendar: STATE_COUNCIL_CALENDAR } },
  );
};

interface Accepted {
  readonly step: string;
  readonly events: readonly ProceedingEventSpec[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly to: string;
  readonly parts?: Parts;
}

const ACCEPTED: readonly Accepted[] = [
  { step: "file-proceeding", events: [], to: "pending" },
  { step: "file-proceeding", events: [], to: "pending", parts: SUIT },
  { step: "record-notice", events: [FILED], to: "pending" },
  { step: "record-answer", events: [FILED, NOTIFIED, SUSPENDED], to: "suspended" },
  { step: "suspend", events: [FILED], input: { grounds: "等待另案结果" }, to: "suspended" },
  { step: "resume", events: [FILED, SUSPENDED], to: "pending" },
  { step: "resume", events: [FILED, CONCLUDED, APPEALED, { ...SUSPENDED, on: "2025-03-19" }], to: "appealed", parts: SUIT },
  { step: "conclude", events: [FILED, SUSPENDED], input: { result: "other", holding: "终止行政复议" }, to: "concluded" },
  {
    step: "conclude",
    events: [FILED, CONCLUDED, APPEALED],
    input: { result: "corrected", holding: "撤销一审判决" },
    to: "concluded",
    parts: SUIT,
  },
  { step: "appeal", events: [FILED, CONCLUDED], to: "appealed", parts: SUIT },
];

test.each(ACCEPTED)("$step leads to $to", ({ step, events, input = {}, to, parts = {} }) => {
  const transition = PROCEEDING_TRANSITIONS.find(({ id }) => id === step);
  const before = proceedingState(buildProceeding(events, parts)).name;
  const attempt = take(step, events, input, parts);
  expect(attempt).toMatchObject({ done: true, from: before, to });
  expect(attempt.done && attempt.body).toEqual({ type: transition?.records, on: "2025-03-20", ...input });
  expect([before, ...(transition?.to ?? [])]).toContain(to);
});

test("a wrong entry is corrected, and the figures follow", () => {
  const replacement = { ...CONCLUDED, result: "corrected", holding: "撤销" };
  const input = { eventId: "e2", replacement, reason: "结果登记有误" };
  const attempt = take("correct-proceeding", [FILED, CONCLUDED], input);
  expect(attempt).toMatchObject({ done: true, body: { type: "corrected", eventId: "e2", replacement } });
  const corrected = buildProceeding([FILED, CONCLUDED, { type: "corrected", on: "2025-03-20", eventId: "e2", replacement }]);
  expect(proceedingState(corrected).conclusion).toMatchObject({ result: "corrected" });
  expect(proceedingState(corrected, "2025-03-18T00:00:00.000Z").conclusion).toMatchObject({ result: "upheld" });
  const gone = buildProceeding([FILED, CONCLUDED, { type: "corrected", on: "2025-03-20", eventId: "e2", replacement: null }]);
  expect(proceedingState(gone).name).toBe("pending");
});

const REFUSED: readonly (readonly [
  step: string,
  refusalId: string,
  events: ProceedingEventSpec[],
  input: unknown,
  parts: Parts,
  message: string,
])[] = [
  [
    "file-proceeding",
    "routeMissing",
    [],
    {},
    { kind: "litigation" },
    "诉讼应当写明是未经复议直接起诉，还是复议后起诉，年度报告表四分开统计。",
  ],
  ["file-proceeding", "routeOfReconsideration", [], {}, { route: "direct" }, "行政复议不分直接起诉和复议后起诉。"],
  ["record-notice", "again", [FILED, NOTIFIED], {}, {}, "已于2025年3月6日收到通知；如登记有误，请更正原记录。"],
  ["record-answer", "again", [FILED, ANSWERED], {}, {}, "已于2025年3月10日提交；如登记有误，请更正原记录。"],
  ["appeal", "notASuit", [FILED, CONCLUDED], {}, {}, "行政复议没有上诉；不服复议决定提起诉讼的，请另行登记诉讼。"],
  [
    "appeal",
    "second",
    [FILED, CONCLUDED, APPEALED, { ...CONCLUDED, on: "2025-03-19" }],
    {},
    SUIT,
    "本案已经上诉过，二审判决、裁定是终审的判决、裁定。",
  ],
  [
    "correct-proceeding",
    "unknownEvent",
    [FILED],
    { eventId: "e9", replacement: null, reason: "误" },
    {},
    "没有编号为“e9”的有效记录，可能已被更正。",
  ],
  ["correct-proceeding", "noReason", [FILED], { eventId: "e1", replacement: null }, {}, "更正记录必须写明理由。"],
  [
    "correct-proceeding",
    "futureDay",
    [FILED],
    { eventId: "e1", replacement: { type: "filed", on: "2025-03-21" }, reason: "误" },
    {},
    "更正后的日期晚于今天，尚未发生的事项不能登记。",
  ],
];

test.each(REFUSED)("%s is refused as %s", (step, refusalId, events, input, parts, message) => {
  expect(take(step, events, input, parts)).toMatchObject({ done: false, refusal: { refusalId, message } });
});

const FLAGGED: readonly (readonly [
  step: string,
  flagId: string,
  events: ProceedingEventSpec[],
  input: unknown,
  parts: Parts,
  message: string,
])[] = [
  [
    "file-proceeding",
    "notCounted",
    [],
    {},
    { ...SUIT, isCoDefendant: true },
    "本机关仅作为复议机关共同被告，本案不计入本机关年度报告（国办公开办函〔2016〕201号）。",
  ],
  [
    "file-proceeding",
    "noReconsideration",
    [],
    {},
    { kind: "litigation", route: "after_review" },
    "登记为复议后起诉，但没有关联的行政复议案件。",
  ],
  ["record-answer", "noNotice", [FILED], {}, {}, "没有收到答复通知或者应诉通知的记录，答复期限无从起算。"],
  [
    "conclude",
    "unusual",
    [FILED],
    { result: "upheld", holding: "撤销被诉行为" },
    {},
    "“撤销被诉行为”通常计入“结果纠正”，本次登记为“结果维持”，请核对。",
  ],
];

test.each(FLAGGED)("%s is taken and flagged as %s", (step, flagId, events, input, parts, message) => {
  const attempt = take(step, events, input, parts);
  expect(attempt.done && attempt.flags.map((flag) => [flag.flagId, flag.message])).toContainEqual([flagId, message]);
});

test("every refusal and every flag was seen", () => {
  const declared = (kind: "refusals" | "flags") =>
    PROCEEDING_TRANSITIONS.flatMap((transition) => Object.keys(transition[kind]).map((id) => `${transition.id}/${id}`));
  expect(REFUSED.map(([step, id]) => `${step}/${id}`)).toEqual(declared("refusals"));
  expect(FLAGGED.map(([step, id]) => `${step}/${id}`)).toEqual(declared("flags"));
});

test("an answer after ten working days is recorded and flagged with the article", () => {
  const attempt = take("record-answer", [FILED, { ...NOTIFIED, on: "2025-03-05" }]);
  expect(attempt.done && attempt.flags).toMatchObject([
    {
      flagId: "answer-late",
      message: "应当在2025年3月19日前（含当日）提出答复或者答辩（行政复议法第四十八条），2025年3月20日才提交。",
    },
  ]);
  const timely = take("record-answer", [FILED, NOTIFIED]);
  expect(timely.done && timely.flags).toEqual([]);
});

describe("what may be done next", () => {
  test("says why not for the rest", () => {
    const whys = possibleProceedingTransitions(buildProceeding([FILED, NOTIFIED, CONCLUDED]), dayIn("2025-03-20"));
    expect(whys.map(({ transition, why }) => [transition.id, why?.message ?? null])).toEqual([
      ["file-proceeding", "本件在2025年3月20日为“已审结”，不能“登记复议或者诉讼”。"],
      ["record-notice", "已于2025年3月6日收到通知；如登记有误，请更正原记录。"],
      ["record-answer", null],
      ["suspend", "本件在2025年3月20日为“已审结”，不能“登记中止”。"],
      ["resume", "本件在2025年3月20日为“已审结”，不能“登记恢复审理”。"],
      ["conclude", "本件在2025年3月20日为“已审结”，不能“登记审理结果”。"],
      ["appeal", "行政复议没有上诉；不服复议决定提起诉讼的，请另行登记诉讼。"],
      ["correct-proceeding", null],
    ]);
  });

  test("what came before filing leaves it unfiled", () => {
    expect(proceedingState(buildProceeding([NOTIFIED])).name).toBe("unfiled");
    const attempt = take("record-answer", [NOTIFIED]);
    expect(attempt).toMatchObject({ refusal: { refusalId: "beforeReceipt" } });
  });

  test("every state has a name for people", () => {
    const events = [FILED, SUSPENDED, RESUMED, CONCLUDED, APPEALED];
    const names = events.map((_event, index) => proceedingState(buildProceeding(events.slice(0, index + 1), SUIT)).name);
    expect(names).toEqual(["pending", "suspended", "pending", "concluded", "appealed"]);
    expect(PROCEEDING_STATES[proceedingState(buildProceeding()).name]).toBe("未登记");
  });
});
