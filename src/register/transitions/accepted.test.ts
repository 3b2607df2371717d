import { expect, test } from "vitest";
import { buildCaseFile, dayIn, type EventSpec, type RequestSpec } from "../../../test/builders/case-file.js";
import { GRANTED_GROUNDS, STEPS, tryStep } from "../../../test/builders/case-step.js";
import { CASE_ACTS } from "../case-acts.js";
import { caseState } from "../case-state.js";
import { TRANSITIONS } from "./index.js";

interface Accepted {
  readonly step: string;
  readonly events: readonly EventSpec[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly to: string;
  readonly request?: RequestSpec;
}

const {
  received,
  accepted,
  clarificationRequested,
  clarificationLapsed,
  thirdPartyAsked,
  jointMakerAsked,
  reasonsAsked,
  reasonsGiven,
  feeNoticed,
  feeLapsed,
  decided,
  served,
  withdrawn,
  assistanceAsked,
  rectificationRequested,
} = STEPS;

/** Each row is an act on 2025-03-20; what is entered is what is recorded. */
const ACCEPTED: readonly Accepted[] = [
  { step: "receive", events: [], to: "received" },
  { step: "receive", events: [], to: "unconfirmed", request: { channel: "email" } },
  { step: "confirm", events: [received], to: "received", request: { channel: "online" } },
  { step: "accept", events: [received], input: { handler: "李四" }, to: "handling" },
  { step: "accept", events: [received, clarificationRequested], input: { handler: "李四" }, to: "awaiting-clarification" },
  { step: "transfer-inside", events: [received], input: { unit: "法规科" }, to: "received" },
  { step: "transfer-inside", events: [received], input: { unit: "法规科", handler: "赵六" }, to: "received" },
  {
    step: "request-clarification",
    events: [received],
    input: { unclear: "年度不明", clarifyBy: "2025-04-10" },
    to: "awaiting-clarification",
  },
  {
    step: "record-clarification",
    events: [received, clarificationRequested],
    input: { text: "2024年", isClear: true },
    to: "received",
  },
  { step: "lapse-clarification", events: [received, clarificationRequested], to: "lapsed" },
  { step: "ask-reasons", events: [received], input: { answerBy: "2025-04-10" }, to: "awaiting-reasons" },
  {
    step: "record-reasons",
    events: [received, accepted, reasonsAsked],
    input: { text: "研究", areReasonable: false },
    to: "handling",
  },
  {
    step: "set-later-date",
    events: [received, reasonsAsked, reasonsGiven],
    input: { due: "2025-06-30", grounds: "数量大" },
    to: "received",
  },
  { step: "ask-third-party", events: [received], input: { party: "甲公司" }, to: "awaiting-opinion" },
  { step: "ask-third-party", events: [received], input: { party: "甲公司", receivedOn: "2025-03-21" }, to: "awaiting-opinion" },
  {
    step: "record-third-party-answer",
    events: [received, accepted, thirdPartyAsked],
    input: { party: "甲公司", opinion: "agrees-in-part", reasons: "部分属于商业秘密" },
    to: "handling",
  },
  { step: "ask-joint-maker", events: [received], input: { agency: "财政局", receivedOn: "2025-03-21" }, to: "awaiting-opinion" },
  {
    step: "record-joint-maker-answer",
    events: [received, jointMakerAsked],
    input: { agency: "财政局", opinion: "refuses", reasons: "尚未定稿" },
    to: "received",
  },
  {
    step: "extend",
    events: [received, accepted],
    input: { workingDays: 20, approvedBy: "王主任", toldOn: "2025-03-20", grounds: "需要查找档案" },
    to: "handling",
  },
  {
    step: "ask-assistance",
    events: [received, accepted],
    input: { unit: "财政科", matters: "核对数字", answerBy: "2025-03-25" },
    to: "handling",
  },
  {
    step: "record-assistance",
    events: [received, assistanceAsked],
    input: { unit: "档案室", text: "没有找到" },
    to: "received",
  },
  { step: "record-search", events: [received], input: { where: "档案室", terms: "预算", found: true }, to: "received" },
  {
    step: "notice-fee",
    events: [received],
    input: { basis: "item", quantity: 12, yuan: 200, payBy: "2025-04-17" },
    to: "awaiting-payment",
  },
  { step: "record-payment", events: [received, feeNoticed], input: { yuan: 700 }, to: "received" },
  { step: "lapse-fee", events: [received, feeNoticed], to: "lapsed" },
  { step: "decide", events: [received], input: { outcome: "granted", grounds: GRANTED_GROUNDS }, to: "decided" },
  {
    step: "decide",
    events: [received, clarificationRequested, clarificationLapsed],
    input: { outcome: "other.no_correction", grounds: {}, letterNumber: "〔2025〕2号" },
    to: "decided",
  },
  {
    step: "decide",
    events: [received],
    input: { outcome: "denied.state_secret", grounds: {} },
    to: "decided",
    request: { isImported: true },
  },
  {
    step: "decide-anew",
    events: [received, decided, served],
    input: { outcome: "granted", grounds: GRANTED_GROUNDS, ordered: "青政复决〔2025〕8号行政复议决定书" },
    to: "decided",
  },
  { step: "serve", events: [received, decided], input: { method: "registered-mail", proof: "EMS 1234" }, to: "served" },
  { step: "serve", events: [received, withdrawn], input: { method: "hand" }, to: "served" },
  { step: "serve", events: [received, feeNoticed, feeLapsed], input: { method: "hand" }, to: "served" },
  {
    step: "serve-letter",
    events: [received, thirdPartyAsked],
    input: { letter: "letter-1", inquiry: "e2", method: "hand", proof: "签收" },
    to: "awaiting-opinion",
  },
  { step: "serve-letter", events: [received], input: { letter: "letter-1", method: "hand", proof: "签收" }, to: "received" },
  {
    step: "record-rectification-request",
    events: [received, decided, served],
    input: { records: "住址有误", evidence: "户口簿复印件" },
    to: "served",
  },
  {
    step: "answer-rectification",
    events: [received, decided, served, rectificationRequested],
    input: { answer: "transferred", reasons: "由公安机关登记", competent: "示例市公安局" },
    to: "served",
  },
  { step: "withdraw", events: [received, thirdPartyAsked], to: "withdrawn" },
  { step: "archive", events: [received, decided, served], to: "archived" },
];

test.each(ACCEPTED)("$step leads to $to and records what was entered", ({ step, events, input = {}, to, request = {} }) => {
  const before = caseState(buildCaseFile(events, request)).name;
  const attempt = tryStep(step, { events, input, request });
  const transition = TRANSITIONS.find(({ id }) => id === step);
  expect(attempt).toMatchObject({ done: true, from: before, to });
  expect(attempt.done && attempt.body).toEqual({ type: transition?.records, on: "2025-03-20", ...input });
  expect([before, ...(transition?.to ?? [])]).toContain(to);
});

test("every act of the law can be taken", () => {
  expect(new Set(ACCEPTED.map(({ step }) => step))).toEqual(new Set(CASE_ACTS.map(({ id }) => id)));
});

test.each(CASE_ACTS.map(({ id, records }) => ({ id, records })))("an entry made by $id can be corrected", ({ records }) => {
  const row = ACCEPTED.find(({ step }) => CASE_ACTS.find(({ id }) => id === step)?.records === records);
  if (!row) throw new Error(`No accepted case records ${records}.`);
  const event: EventSpec = { type: records, on: "2025-03-19", ...row.input };
  const events = [...row.events, event];
  const replacement = { ...event, on: "2025-03-20" };
  const input = { eventId: `e${events.length}`, replacement, reason: "日期登记有误" };
  const attempt = tryStep("correct", { events, input, request: row.request ?? {} });
  expect(attempt).toMatchObject({ done: true, reason: "日期登记有误", body: { type: "corrected", replacement } });
});

test("an entry that never happened is taken back", () => {
  const events = [received, accepted, STEPS.extended];
  const attempt = tryStep("correct", { events, input: { eventId: "e3", replacement: null, reason: "登记错案件" } });
  expect(attempt).toMatchObject({ done: true, body: { type: "corrected", on: "2025-03-20", eventId: "e3", replacement: null } });
  if (!attempt.done) return;
  const corrected = buildCaseFile([...events, { ...attempt.body }]);
  expect(caseState(corrected).extension).toBeNull();
  expect(caseState(corrected, "2025-03-20T00:00:00.000Z").extension).toMatchObject({ workingDays: 20 });
});

test("a correction of the only entry leaves the case unregistered", () => {
  const attempt = tryStep("correct", { events: [received], input: { eventId: "e1", replacement: null, reason: "重复登记" } });
  expect(attempt).toMatchObject({ done: true, from: "received", to: "unregistered" });
});

test("texts are kept without the spaces around them", () => {
  expect(tryStep("accept", { events: [received], input: { handler: " 李四 " } })).toMatchObject({ body: { handler: "李四" } });
});

test("a day is a day of the calendar", () => {
  expect(dayIn("2024-02-29")).toBe("2024-02-29");
  expect(tryStep("ask-reasons", { events: [received], input: { answerBy: "2025-02-29" } })).toMatchObject({
    refusal: { refusalId: "unreadable" },
    issues: [{ path: "answerBy" }],
  });
});
