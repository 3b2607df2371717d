import { expect, test } from "vitest";
import type { EventSpec, RequestSpec } from "../../../test/builders/case-file.js";
import { GRANTED_GROUNDS, STEPS, tryStep } from "../../../test/builders/case-step.js";
import { GENERAL_MESSAGES } from "../procedure.js";
import { TRANSITIONS } from "./index.js";

interface Refused {
  readonly step: string;
  readonly refusalId: string;
  readonly events: readonly EventSpec[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly request?: RequestSpec;
}

const S = STEPS;
const EXTENSION = { workingDays: 10, approvedBy: "王主任", toldOn: "2025-03-20", grounds: "需要查找档案" };
const FEE = { basis: "page", quantity: 100, yuan: 700, payBy: "2025-04-17" };
const lapsed = [S.received, S.clarificationRequested, S.clarificationLapsed];

const REFUSED: readonly Refused[] = [
  {
    step: "confirm",
    refusalId: "notNeeded",
    events: [S.received],
    message: "本件通过“当面提交”提出，以提交或者签收之日为收到之日，无须再确认。",
  },
  {
    step: "confirm",
    refusalId: "already",
    events: [S.received, { type: "confirmed", on: "2025-03-04" }],
    request: { channel: "fax" },
    message: "已于2025年3月4日与申请人确认收到，不再重复确认。",
  },
  {
    step: "accept",
    refusalId: "already",
    events: [S.received, S.accepted],
    input: { handler: "赵六" },
    message: "已于2025年3月4日分办给李四，改由他人承办请使用“转办”。",
  },
  {
    step: "request-clarification",
    refusalId: "second",
    events: [S.received, S.clarificationRequested, S.clarified],
    input: { unclear: "仍不明确", clarifyBy: "2025-04-10" },
    message: "已于2025年3月5日通知过补正；补正应当一次性告知，不能再次通知补正。",
  },
  {
    step: "request-clarification",
    refusalId: "noTimeLeft",
    events: [S.received],
    input: { unclear: "年度不明", clarifyBy: "2025-03-20" },
    message: "补正期限2025年3月20日不晚于通知之日2025年3月20日，申请人无法完成补正。",
  },
  {
    step: "lapse-clarification",
    refusalId: "tooSoon",
    events: [S.received, { ...S.clarificationRequested, clarifyBy: "2025-03-20" }],
    message: "补正期限到2025年3月20日为止，期限届满前不能认定逾期不补正。",
  },
  {
    step: "ask-reasons",
    refusalId: "again",
    events: [S.received, S.reasonsAsked, S.reasonsGiven],
    input: { answerBy: "2025-04-10" },
    message: "已于2025年3月5日要求申请人说明理由，不再重复要求。",
  },
  {
    step: "ask-reasons",
    refusalId: "noTimeLeft",
    events: [S.received],
    input: { answerBy: "2025-03-19" },
    message: "说明理由的期限2025年3月19日不晚于通知之日2025年3月20日，申请人无法说明。",
  },
  {
    step: "set-later-date",
    refusalId: "again",
    events: [S.received, S.reasonsAsked, S.reasonsGiven, S.laterDateSet],
    input: { due: "2025-07-31", grounds: "数量大" },
    message: "已确定延迟答复至2025年6月30日，不再另行确定；如有误，请更正原记录。",
  },
  {
    step: "set-later-date",
    refusalId: "noGoodReasons",
    events: [S.received, S.reasonsAsked, { ...S.reasonsGiven, areReasonable: false }],
    input: { due: "2025-07-31", grounds: "数量大" },
    message: "申请人没有说明理由，或者理由未被认为合理，不能依第三十五条延迟答复。",
  },
  {
    step: "set-later-date",
    refusalId: "notLater",
    events: [S.received, S.reasonsAsked, S.reasonsGiven],
    input: { due: "2025-03-20", grounds: "数量大" },
    message: "延迟答复的日期2025年3月20日不晚于2025年3月20日。",
  },
  {
    step: "ask-third-party",
    refusalId: "again",
    events: [S.received, S.thirdPartyAsked],
    input: { party: "甲公司" },
    message: "已于2025年3月5日征求过甲公司的意见，不必重复征求。",
  },
  {
    step: "ask-third-party",
    refusalId: "receivedBefore",
    events: [S.received],
    input: { party: "甲公司", receivedOn: "2025-03-19" },
    message: "第三方收到征求意见书的日期2025年3月19日早于发出之日2025年3月20日。",
  },
  {
    step: "record-third-party-answer",
    refusalId: "nobodyAsked",
    events: [S.received, S.jointMakerAsked],
    input: { party: "财政局", opinion: "agrees" },
    message: "还没有征求过第三方意见，请先登记征求意见。",
  },
  {
    step: "record-third-party-answer",
    refusalId: "notAsked",
    events: [S.received, S.thirdPartyAsked],
    input: { party: "乙公司", opinion: "agrees" },
    message: "没有向乙公司征求过意见的记录，请先登记征求意见。",
  },
  {
    step: "record-third-party-answer",
    refusalId: "again",
    events: [S.received, S.thirdPartyAsked, S.thirdPartyAnswered],
    input: { party: "甲公司", opinion: "agrees" },
    message: "甲公司的意见已于2025年3月12日登记；如登记有误，请更正原记录。",
  },
  {
    step: "ask-joint-maker",
    refusalId: "again",
    events: [S.received, S.jointMakerAsked],
    input: { agency: "财政局" },
    message: "已于2025年3月5日征求过财政局的意见，不必重复征求。",
  },
  {
    step: "ask-joint-maker",
    refusalId: "receivedBefore",
    events: [S.received],
    input: { agency: "财政局", receivedOn: "2025-03-19" },
    message: "财政局收到征求意见函的日期2025年3月19日早于发出之日2025年3月20日。",
  },
  {
    step: "record-joint-maker-answer",
    refusalId: "nobodyAsked",
    events: [S.received, S.thirdPartyAsked],
    input: { agency: "甲公司", opinion: "agrees" },
    message: "还没有征求过共同制作机关的意见，请先登记征求意见。",
  },
  {
    step: "record-joint-maker-answer",
    refusalId: "notAsked",
    events: [S.received, S.jointMakerAsked],
    input: { agency: "教育局", opinion: "agrees" },
    message: "没有向教育局征求过意见的记录，请先登记征求意见。",
  },
  {
    step: "record-joint-maker-answer",
    refusalId: "again",
    events: [S.received, S.jointMakerAsked, S.jointMakerAnswered],
    input: { agency: "财政局", opinion: "refuses" },
    message: "财政局的意见已于2025年3月12日登记；如登记有误，请更正原记录。",
  },
  {
    step: "extend",
    refusalId: "second",
    events: [S.received, S.extended],
    input: EXTENSION,
    message: "已于2025年3月12日延长20个工作日；答复期限只能延长一次。",
  },
  {
    step: "extend",
    refusalId: "tooLong",
    events: [S.received],
    input: { ...EXTENSION, workingDays: 21 },
    message: "拟延长21个工作日，延长的期限最长不得超过 20 个工作日。",
  },
  {
    step: "ask-assistance",
    refusalId: "open",
    events: [S.received, S.assistanceAsked],
    input: { unit: "档案室", matters: "再查", answerBy: "2025-03-25" },
    message: "已于2025年3月5日请档案室协办，尚未收到反馈；协办事项有变的，请更正原记录。",
  },
  {
    step: "ask-assistance",
    refusalId: "noTimeLeft",
    events: [S.received],
    input: { unit: "档案室", matters: "查找", answerBy: "2025-03-19" },
    message: "反馈时限2025年3月19日早于发出协办函之日2025年3月20日。",
  },
  {
    step: "record-assistance",
    refusalId: "nobodyAsked",
    events: [S.received],
    input: { unit: "档案室", text: "没有找到" },
    message: "还没有请求过协办，请先登记请求协办。",
  },
  {
    step: "record-assistance",
    refusalId: "notAsked",
    events: [S.received, S.assistanceAsked],
    input: { unit: "法规科", text: "没有找到" },
    message: "没有请法规科协办而尚未反馈的记录，请先登记请求协办。",
  },
  {
    step: "notice-fee",
    refusalId: "again",
    events: [S.received, S.feeNoticed, S.feePaid],
    input: FEE,
    message: "已于2025年3月5日发出收费通知；同一件申请只按一种标准收取一次，如有误请更正原记录。",
  },
  {
    step: "notice-fee",
    refusalId: "nothing",
    events: [S.received],
    input: { ...FEE, yuan: 0 },
    message: "应缴金额为 0 元，不必发出收费通知。",
  },
  {
    step: "notice-fee",
    refusalId: "noTimeLeft",
    events: [S.received],
    input: { ...FEE, payBy: "2025-03-20" },
    message: "缴费期限2025年3月20日不晚于通知之日2025年3月20日，申请人无法缴费。",
  },
  {
    step: "record-payment",
    refusalId: "notNoticed",
    events: [S.received, S.clarificationRequested],
    input: { yuan: 700 },
    message: "没有发出收费通知的记录，不能登记缴费。",
  },
  {
    step: "record-payment",
    refusalId: "again",
    events: [S.received, S.feeNoticed, S.feePaid, { ...S.reasonsAsked, on: "2025-03-11" }],
    input: { yuan: 700 },
    message: "已于2025年3月10日登记缴费；如登记有误，请更正原记录。",
  },
  {
    step: "lapse-fee",
    refusalId: "notOpen",
    events: [S.received, S.feeNoticed, S.feePaid, { ...S.reasonsAsked, on: "2025-03-11" }],
    message: "没有尚未缴费的收费通知，不能认定逾期未缴费。",
  },
  {
    step: "lapse-fee",
    refusalId: "tooSoon",
    events: [S.received, { ...S.feeNoticed, payBy: "2025-03-20" }],
    message: "缴费期限到2025年3月20日为止，期限届满前不能认定逾期未缴费。",
  },
  {
    step: "decide",
    refusalId: "unknownRow",
    events: [S.received],
    input: { outcome: "results_total", grounds: GRANTED_GROUNDS },
    message: "“results_total”不是年度报告表三办理结果中的一项。",
  },
  {
    step: "decide",
    refusalId: "openQuestion",
    events: [S.received],
    input: { outcome: "granted" },
    message: "还没有回答“申请是否仍需答复？”，不能确定属于哪一项办理结果。",
  },
  {
    step: "decide",
    refusalId: "unknownAnswer",
    events: [S.received],
    input: { outcome: "granted", grounds: { ...GRANTED_GROUNDS, public: "perhaps" } },
    message: "对“是否可以公开？”的回答不在可选项中。",
  },
  {
    step: "decide",
    refusalId: "otherRow",
    events: [S.received],
    input: { outcome: "denied.internal", grounds: { ...GRANTED_GROUNDS, public: "no", exemption: "process" } },
    message: "所作回答指向“不予公开·属于四类过程性信息”，与填写的办理结果“不予公开·属于三类内部事务信息”不一致。",
  },
  {
    step: "decide",
    refusalId: "recordFirst",
    events: [S.received, S.clarificationRequested],
    input: { outcome: "other.no_correction", grounds: { standing: "no-correction" } },
    message: "请先使用“认定逾期不补正”登记该事实，再行办结。",
  },
  {
    step: "decide",
    refusalId: "notClarified",
    events: [S.received, S.clarificationRequested],
    input: { outcome: "unable.unclear", grounds: { ...GRANTED_GROUNDS, clear: "no" } },
    message: "没有收到补正材料的记录，不能以“补正后申请内容仍不明确”答复。",
  },
  {
    step: "decide",
    refusalId: "lapsed",
    events: lapsed,
    input: { outcome: "granted", grounds: GRANTED_GROUNDS },
    message:
      "申请已视为放弃，只能以“其他处理·申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请”办结；有正当理由应当继续办理的，请先更正原认定。",
  },
  {
    step: "decide-anew",
    refusalId: "unknownRow",
    events: [S.received, S.decided],
    input: { outcome: "denied", ordered: "青政复决〔2025〕8号行政复议决定书" },
    message: "“denied”不是年度报告表三办理结果中的一项。",
  },
  {
    step: "decide-anew",
    refusalId: "openQuestion",
    events: [S.received, S.decided],
    input: { outcome: "granted", ordered: "青政复决〔2025〕8号行政复议决定书" },
    message: "还没有回答“申请是否仍需答复？”，不能确定属于哪一项办理结果。",
  },
  {
    step: "decide-anew",
    refusalId: "unknownAnswer",
    events: [S.received, S.decided],
    input: { outcome: "granted", grounds: { ...GRANTED_GROUNDS, held: "?" }, ordered: "青政复决〔2025〕8号行政复议决定书" },
    message: "对“本机关是否有所申请的信息？”的回答不在可选项中。",
  },
  {
    step: "decide-anew",
    refusalId: "otherRow",
    events: [S.received, S.decided],
    input: { outcome: "partial", grounds: GRANTED_GROUNDS, ordered: "青政复决〔2025〕8号行政复议决定书" },
    message: "所作回答指向“予以公开”，与填写的办理结果“部分公开”不一致。",
  },
  {
    step: "serve-letter",
    refusalId: "notAsked",
    events: [S.received, { ...S.thirdPartyAsked, on: "2025-03-21", recordedAt: "2025-03-19T00:00:00.000Z" }],
    input: { letter: "letter-1", inquiry: "e2", method: "hand" },
    message: "到2025年3月20日为止没有这份文书所说的征求意见的记录；征求意见书不会在发出以前送达，请核对送达日期。",
  },
  {
    step: "record-rectification-request",
    refusalId: "open",
    events: [S.received, S.decided, S.served, S.rectificationRequested],
    input: { records: "住址有误", evidence: "户口簿复印件" },
    message: "2025年3月19日提出的更正要求还没有答复。",
  },
  {
    step: "answer-rectification",
    refusalId: "notRequested",
    events: [S.received, S.decided],
    input: { answer: "rectified", reasons: "属实" },
    message: "没有登记尚未答复的更正要求。",
  },
  {
    step: "answer-rectification",
    refusalId: "whoElse",
    events: [S.received, S.decided, S.rectificationRequested],
    input: { answer: "referred", reasons: "不由本机关登记" },
    message: "转送或者告知向其他机关提出的，应当写明有权更正的行政机关。",
  },
  {
    step: "correct",
    refusalId: "unknownEvent",
    events: [S.received],
    input: { eventId: "e7", replacement: null, reason: "登记有误" },
    message: "没有编号为“e7”的有效记录，可能已被更正。",
  },
  {
    step: "correct",
    refusalId: "noReason",
    events: [S.received],
    input: { eventId: "e1", replacement: { type: "received", on: "2025-03-02" } },
    message: "更正记录必须写明理由。",
  },
  {
    step: "correct",
    refusalId: "futureDay",
    events: [S.received],
    input: { eventId: "e1", replacement: { type: "received", on: "2025-03-21" }, reason: "登记有误" },
    message: "更正后的日期晚于今天，尚未发生的事项不能登记。",
  },
  {
    step: "correct-request",
    refusalId: "nothing",
    events: [S.received],
    input: { channel: "in_person", reason: "登记有误" },
    message: "填写的内容与现在登记的相同，没有可更正的。",
  },
  {
    step: "correct-request",
    refusalId: "noReason",
    events: [S.received],
    input: { requesterKind: "business" },
    message: "更正申请登记必须写明理由。",
  },
  {
    step: "correct-request",
    refusalId: "futureDay",
    events: [S.received],
    input: { arrivedOn: "2025-03-21", reason: "登记有误" },
    message: "更正后的到达日期晚于今天，尚未到达的申请不能登记。",
  },
];

test.each(REFUSED)("$step is refused as $refusalId", ({ step, refusalId, events, input, message, request }) => {
  const attempt = tryStep(step, { events, ...(input ? { input } : {}), ...(request ? { request } : {}) });
  expect(attempt).toMatchObject({ done: false, refusal: { refusalId, message } });
});

test("every refusal of every transition was seen, and each is one sentence", () => {
  const declared = TRANSITIONS.flatMap(({ id, refusals }) => Object.keys(refusals).map((refusalId) => `${id}/${refusalId}`));
  expect(REFUSED.map(({ step, refusalId }) => `${step}/${refusalId}`)).toEqual(declared);
  for (const text of [...TRANSITIONS.flatMap(({ refusals }) => Object.values(refusals)), ...Object.values(GENERAL_MESSAGES)]) {
    expect(text).toMatch(/^[^。]+。$/);
  }
});

const OUT_OF_PLACE: readonly (readonly [step: string, events: readonly EventSpec[], input: unknown, message: string])[] = [
  ["serve", [S.received], { method: "hand" }, "还没有作出处理决定，不能“登记送达”（本件在2025年3月20日为“已收到”）。"],
  ["receive", [S.received], {}, "本件在2025年3月20日为“已收到”，不能“登记收到申请”。"],
  ["withdraw", [S.received, S.decided], {}, "本件在2025年3月20日为“已作出决定”，不能“登记申请人撤回”。"],
  ["archive", [S.received, S.decided], {}, "还没有送达，不能“归档”（本件在2025年3月20日为“已作出决定”）。"],
  [
    "decide",
    [S.received, S.decided],
    { outcome: "granted", grounds: GRANTED_GROUNDS },
    "本件在2025年3月20日为“已作出决定”，不能“作出处理决定”。",
  ],
  ["decide", [S.received, S.withdrawn], { outcome: "other.misc" }, "本件在2025年3月20日为“已撤回”，不能“作出处理决定”。"],
  ["extend", [S.received, S.decided], EXTENSION, "本件在2025年3月20日为“已作出决定”，不能“延长答复期限”。"],
  [
    "record-clarification",
    [S.received],
    { text: "2024年", isClear: true },
    "没有等待申请人补正的事项，不能“登记补正材料”（本件在2025年3月20日为“已收到”）。",
  ],
  ["confirm", [], {}, "“与申请人确认收到”的日期2025年3月20日早于收到之日，或者尚未登记收到，请先核对。"],
  [
    "correct",
    [],
    { eventId: "e1", replacement: null, reason: "登记有误" },
    "“更正记录”的日期2025年3月20日早于收到之日，或者尚未登记收到，请先核对。",
  ],
];

test.each(OUT_OF_PLACE)("%s makes no sense there", (step, events, input, message) => {
  expect(tryStep(step, { events, input })).toMatchObject({ done: false, refusal: { message } });
});

test("a correction that would take the ground from a later entry is refused, and says which", () => {
  const input = { eventId: "e2", replacement: null, reason: "登记有误" };
  expect(tryStep("correct", { events: [S.received, S.clarificationRequested, S.clarified], input })).toMatchObject({
    refusal: {
      refusalId: "contradicts",
      message:
        "登记“更正记录”之后，2025年3月10日的“登记补正材料”就不再成立（没有等待申请人补正的事项，不能“登记补正材料”（本件在2025年3月10日为“已收到”））；如确有其事，请先更正该记录。",
    },
  });
});

test.each([
  [{ type: "corrected", on: "2025-03-02", eventId: "e1", replacement: null }, "replacement.type"],
  [{ type: "extended", on: "2025-03-02", workingDays: "20" }, "replacement.workingDays"],
  [{ type: "received" }, "replacement.on"],
])("what stands in the place of an entry must be an entry: %j", (replacement, path) => {
  const attempt = tryStep("correct", { events: [S.received], input: { eventId: "e1", replacement, reason: "登记有误" } });
  expect(attempt).toMatchObject({ done: false, refusal: { refusalId: "unreadable" } });
  expect(attempt.done ? [] : attempt.issues.map((issue) => issue.path)).toContain(path);
});

test.each([null, 7, "received", [], { grounds: { __proto__x: "1" } }])("input that is no form is refused: %j", (input) => {
  expect(tryStep("decide", { events: [S.received], input })).toMatchObject({ done: false, refusal: { refusalId: "unreadable" } });
});

test("what is not filled in is told by the name its field has on the page", () => {
  const events = [S.received, S.clarificationRequested];
  const attempt = tryStep("record-clarification", { events, input: { text: "2024年度" } });
  expect(attempt.done ? "" : attempt.refusal.message).toBe("填写的内容不完整或者不符合要求：补正后是否明确：没有填写。");
});
