import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import type { CaseEventBody } from "../../src/register/case-event.js";
import { attemptTransition } from "../../src/register/case-procedure.js";
import type { CaseTransition } from "../../src/register/define-transition.js";
import type { Attempt } from "../../src/register/procedure.js";
import { TRANSITIONS } from "../../src/register/transitions/index.js";
import { buildCaseFile, dayIn, type EventSpec, type RequestSpec } from "./case-file.js";

/** The transition with this id, which must exist. */
export function transitionOf(id: string): CaseTransition {
  const transition = TRANSITIONS.find((one) => one.id === id);
  if (!transition) throw new Error(`There is no transition ${id}.`);
  return transition;
}

export interface StepSpec {
  readonly events?: readonly EventSpec[];
  readonly input?: unknown;
  readonly today?: string;
  readonly request?: RequestSpec;
}

/** Tries a step on a case with some events, on 2025-03-20 unless said otherwise, with the calendar in force. */
export function tryStep(
  id: string,
  { events = [], input = {}, today = "2025-03-20", request = {} }: StepSpec,
): Attempt<CaseEventBody> {
  return attemptTransition(
    buildCaseFile(events, request),
    { transition: transitionOf(id), input },
    { today: dayIn(today), law: { calendar: STATE_COUNCIL_CALENDAR } },
  );
}

/** The answers that lead to 予以公开. */
export const GRANTED_GROUNDS = {
  standing: "yes",
  matter: "information",
  before: "no",
  amount: "reasonable",
  clear: "yes",
  "special-rules": "no",
  held: "yes",
  public: "yes",
} as const;

/** A short sequence of events to begin tests with. */
export const STEPS = {
  received: { type: "received", on: "2025-03-03" },
  accepted: { type: "accepted", on: "2025-03-04", handler: "李四" },
  clarificationRequested: { type: "clarification-requested", on: "2025-03-05", unclear: "年度不明", clarifyBy: "2025-03-14" },
  clarified: { type: "clarified", on: "2025-03-10", text: "2024年度", isClear: true },
  clarificationLapsed: { type: "clarification-lapsed", on: "2025-03-17" },
  thirdPartyAsked: { type: "third-party-asked", on: "2025-03-05", party: "甲公司", receivedOn: "2025-03-06" },
  thirdPartyAnswered: {
    type: "third-party-answered",
    on: "2025-03-12",
    party: "甲公司",
    opinion: "refuses",
    reasons: "商业秘密",
  },
  jointMakerAsked: { type: "joint-maker-asked", on: "2025-03-05", agency: "财政局" },
  jointMakerAnswered: { type: "joint-maker-answered", on: "2025-03-12", agency: "财政局", opinion: "agrees" },
  reasonsAsked: { type: "reasons-asked", on: "2025-03-05", answerBy: "2025-03-14" },
  reasonsGiven: { type: "reasons-given", on: "2025-03-10", text: "研究需要", areReasonable: true },
  laterDateSet: { type: "later-date-set", on: "2025-03-11", due: "2025-06-30", grounds: "数量大" },
  extended: {
    type: "extended",
    on: "2025-03-12",
    workingDays: 20,
    approvedBy: "王主任",
    toldOn: "2025-03-13",
    grounds: "需要查找档案",
  },
  feeNoticed: { type: "fee-noticed", on: "2025-03-05", basis: "page", quantity: 100, yuan: 700, payBy: "2025-03-14" },
  feePaid: { type: "fee-paid", on: "2025-03-10", yuan: 700 },
  feeLapsed: { type: "fee-lapsed", on: "2025-03-17" },
  assistanceAsked: {
    type: "assistance-asked",
    on: "2025-03-05",
    unit: "档案室",
    matters: "查找预算调整方案",
    answerBy: "2025-03-12",
  },
  rectificationRequested: { type: "rectification-requested", on: "2025-03-19", records: "住址有误", evidence: "户口簿复印件" },
  searched: { type: "searched", on: "2025-03-06", where: "档案室", terms: "预算调整", found: false },
  decided: { type: "decided", on: "2025-03-18", outcome: "granted", grounds: GRANTED_GROUNDS, letterNumber: "〔2025〕1号" },
  decidedAnew: {
    type: "decided-anew",
    on: "2025-03-20",
    outcome: "granted",
    grounds: GRANTED_GROUNDS,
    ordered: "青政复决〔2025〕8号行政复议决定书",
  },
  served: { type: "served", on: "2025-03-19", method: "email", proof: "回执" },
  withdrawn: { type: "withdrawn", on: "2025-03-17" },
  archived: { type: "archived", on: "2025-03-20" },
} as const satisfies Readonly<Record<string, EventSpec>>;
