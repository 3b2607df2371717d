import { expect, test } from "vitest";
import type { EventSpec, RequestSpec } from "../../../test/builders/case-file.js";
import { GRANTED_GROUNDS, STEPS, tryStep } from "../../../test/builders/case-step.js";
import { TRANSITIONS } from "./index.js";

interface Flagged {
  readonly step: string;
  readonly flagId: string;
  readonly events: readonly EventSpec[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly request?: RequestSpec;
  readonly today?: string;
}

const S = STEPS;
const granted = { outcome: "granted", grounds: GRANTED_GROUNDS };

const FLAGGED: readonly Flagged[] = [
  {
    step: "receive",
    flagId: "otherDay",
    events: [],
    message: "申请上登记的到达日期是2025年3月3日，与收到日期2025年3月20日不同，请核对。",
  },
  {
    step: "accept",
    flagId: "unconfirmed",
    events: [S.received],
    input: { handler: "李四" },
    request: { channel: "email" },
    message: "尚未与申请人双方确认收到，收到之日无从认定，请尽快确认。",
  },
  {
    step: "record-reasons",
    flagId: "late",
    events: [S.received, S.reasonsAsked],
    input: { text: "研究", areReasonable: true },
    message: "申请人说明理由晚于通知的期限2025年3月14日。",
  },
  {
    step: "record-third-party-answer",
    flagId: "noReasons",
    events: [S.received, S.thirdPartyAsked],
    input: { party: "甲公司", opinion: "refuses" },
    message: "甲公司不同意公开而没有说明理由；只有理由合理的，才能不予公开。",
  },
  {
    step: "record-third-party-answer",
    flagId: "afterDecision",
    events: [S.received, S.thirdPartyAsked, S.decided],
    input: { party: "甲公司", opinion: "agrees" },
    message: "意见在2025年3月18日作出决定之后才收到。",
  },
  {
    step: "record-joint-maker-answer",
    flagId: "afterDecision",
    events: [S.received, S.jointMakerAsked, S.decided],
    input: { agency: "财政局", opinion: "agrees" },
    message: "意见在2025年3月18日作出决定之后才收到。",
  },
  {
    step: "extend",
    flagId: "toldBefore",
    events: [S.received],
    input: { workingDays: 10, approvedBy: "王主任", toldOn: "2025-03-19", grounds: "需要查找档案" },
    message: "告知申请人的日期2025年3月19日早于批准延期之日2025年3月20日。",
  },
  {
    step: "ask-assistance",
    flagId: "afterDue",
    events: [S.received],
    input: { unit: "档案室", matters: "查找", answerBy: "2025-04-01" },
    message: "反馈时限2025年4月1日晚于答复到期日2025年3月31日；协办的时间计算在答复期限内。",
  },
  {
    step: "record-assistance",
    flagId: "late",
    events: [S.received, S.assistanceAsked],
    input: { unit: "档案室", text: "没有找到" },
    message: "档案室的反馈晚于协办时限2025年3月12日。",
  },
  {
    step: "record-payment",
    flagId: "otherAmount",
    events: [S.received, S.feeNoticed],
    input: { yuan: 600 },
    message: "收费通知为 700 元，实缴 600 元，二者不同。",
  },
  {
    step: "decide",
    flagId: "late",
    events: [S.received],
    input: granted,
    today: "2025-04-01",
    message: "答复期限到2025年3月31日为止，作出决定时已经逾期。",
  },
  {
    step: "decide",
    flagId: "unconfirmed",
    events: [S.received],
    input: granted,
    request: { channel: "online" },
    message: "尚未与申请人双方确认收到，答复期限无从起算。",
  },
  {
    step: "decide",
    flagId: "noEvidence",
    events: [S.received],
    input: { outcome: "unable.not_held", grounds: { ...GRANTED_GROUNDS, held: "absent" } },
    message: "案卷中没有检索记录：检索的范围、方式和结果，难以证明所作答复合法。",
  },
  {
    step: "decide",
    flagId: "opinionOpen",
    events: [S.received, S.thirdPartyAsked],
    input: granted,
    message: "甲公司的意见还没有收到。",
  },
  {
    step: "serve",
    flagId: "noProof",
    events: [S.received, S.decided],
    input: { method: "hand" },
    message: "没有登记送达凭证（回执、邮件编号、发送记录等），日后难以证明送达日期。",
  },
  {
    step: "serve",
    flagId: "again",
    events: [S.received, S.decided, S.served],
    input: { method: "hand", proof: "回执" },
    message: "已于2025年3月19日送达过，本次为再次送达。",
  },
  {
    step: "serve-letter",
    flagId: "noProof",
    events: [S.received],
    input: { letter: "letter-1", method: "hand" },
    message: "没有登记送达凭证（回执、邮件编号、发送记录等），日后难以证明送达日期。",
  },
  {
    step: "correct-request",
    flagId: "otherDay",
    events: [S.received],
    input: { arrivedOn: "2025-03-01", reason: "登记有误" },
    message: "收到登记的日期是2025年3月3日，与更正后的到达日期2025年3月1日不同，请用“更正记录”一并核对。",
  },
];

test.each(FLAGGED)("$step is taken and flagged as $flagId", ({ step, flagId, events, input, message, request, today }) => {
  const attempt = tryStep(step, {
    events,
    ...(input ? { input } : {}),
    ...(request ? { request } : {}),
    ...(today ? { today } : {}),
  });
  expect(attempt.done && attempt.flags.map((flag) => [flag.flagId, flag.message])).toContainEqual([flagId, message]);
});

test("every flag of every transition was seen", () => {
  const declared = TRANSITIONS.flatMap(({ id, flags }) => Object.keys(flags).map((flagId) => `${id}/${flagId}`));
  expect(FLAGGED.map(({ step, flagId }) => `${step}/${flagId}`)).toEqual(declared);
});

/** Lateness comes from the clock of the law: the acts are taken all the same. */
const LATE: readonly (readonly [step: string, code: string, events: readonly EventSpec[], input: unknown, today: string])[] = [
  ["request-clarification", "clarification-late", [S.received], { unclear: "年度", clarifyBy: "2025-04-10" }, "2025-03-13"],
  [
    "record-clarification",
    "clarified-late",
    [S.received, S.clarificationRequested],
    { text: "2024年", isClear: true },
    "2025-03-17",
  ],
  ["record-payment", "payment-late", [S.received, S.feeNoticed], { yuan: 700 }, "2025-03-17"],
  [
    "record-third-party-answer",
    "opinion-late",
    [S.received, S.thirdPartyAsked],
    { party: "甲公司", opinion: "agrees" },
    "2025-03-28",
  ],
  [
    "serve-letter",
    "receipt-differs",
    [S.received, S.thirdPartyAsked],
    { letter: "letter-1", inquiry: "e2", method: "registered-mail", proof: "EMS 1" },
    "2025-03-10",
  ],
  [
    "extend",
    "extension-late",
    [S.received],
    { workingDays: 10, approvedBy: "王主任", toldOn: "2025-04-01", grounds: "需要查找档案" },
    "2025-04-01",
  ],
];

test.each(LATE)("a late %s is recorded and flagged as %s", (step, code, events, input, today) => {
  const attempt = tryStep(step, { events, input, today });
  expect(attempt).toMatchObject({ done: true });
  expect(attempt.done && attempt.flags.map(({ flagId }) => flagId)).toContain(code);
});

test("a flag that was there before is not told again with every step", () => {
  const events = [S.received, { ...S.clarificationRequested, on: "2025-03-13" }];
  const attempt = tryStep("transfer-inside", { events, input: { unit: "法规科" } });
  expect(attempt.done && attempt.flags).toEqual([]);
});

test("a timely act has no flags", () => {
  const attempt = tryStep("request-clarification", {
    events: [S.received],
    input: { unclear: "年度", clarifyBy: "2025-04-10" },
    today: "2025-03-12",
  });
  expect(attempt.done && attempt.flags).toEqual([]);
});
