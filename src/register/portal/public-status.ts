import { isOverdue } from "../../law/clock/clock-on-day.js";
import type { ClockReading } from "../../law/clock/clock-reading.js";
import { explainDue } from "../../law/clock/explain-due.js";
import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import { caseClock, type LawOfDays } from "../case-clock.js";
import type { CaseFile } from "../case-file.js";
import { type CaseState, caseState } from "../case-state.js";
import { outcomeLabel } from "../outcome-label.js";
import type { PublicChoice, PublicDue, PublicRequestState, PublicRequestStatus } from "./public-request.js";
import { publicStepsOf } from "./public-steps.js";

/** What is known of a request besides its files. */
export interface ReceiptFacts {
  readonly number: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly submittedAt: string;
}

const CONTACT: PublicChoice = {
  title: "联系承办机关",
  text: "可以凭回执编号，按《政府信息公开指南》公布的电话、地址询问办理情况。",
  until: null,
  basis: null,
};
const CONFIRM: PublicChoice = {
  title: "与机关确认收到",
  text: "通过互联网提交的申请，以双方确认之日为收到申请之日，答复期限从那一天起算。机关会与您确认，您也可以主动联系。",
  until: null,
  basis: "政府信息公开条例第三十一条第三项",
};
const WITHDRAW: PublicChoice = {
  title: "撤回申请",
  text: "不再需要时，可以书面告知机关撤回申请。",
  until: null,
  basis: null,
};
const COMPLAIN: PublicChoice = {
  title: "投诉、行政复议或者行政诉讼",
  text: "认为机关没有依法办理的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。",
  until: null,
  basis: "政府信息公开条例第五十一条",
};

/** Where a request stands that the agency has not registered yet. */
export function submittedStatus({ number, agencyId, agencyName, submittedAt }: ReceiptFacts): PublicRequestStatus {
  return {
    ...{ number, agencyId, agencyName, submittedAt, updatedAt: submittedAt, state: "submitted" },
    now: `申请已经送达${agencyName}的收件箱，等待登记。`,
    holder: agencyName,
    due: null,
    steps: [],
    youCan: [CONFIRM, CONTACT],
  };
}

/** Where a request stands that the agency has set aside as no request, with its reason. */
export function setAsideStatus(facts: ReceiptFacts, reason: string, updatedAt: string): PublicRequestStatus {
  return {
    ...submittedStatus(facts),
    ...{ updatedAt, state: "set-aside" },
    now: `${facts.agencyName}没有把这份提交登记为政府信息公开申请：${reason}`,
    holder: facts.agencyName,
    youCan: [CONTACT, COMPLAIN],
  };
}

interface StatusQuestion {
  readonly facts: ReceiptFacts;
  /** The requests the letter became; more than one when it was split (一事一申请). */
  readonly files: readonly CaseFile[];
  readonly law: LawOfDays;
  readonly today: PlainDate;
  readonly updatedAt: string;
}

/**
 * Where a request stands, for whoever holds the receipt: what happens now, who has it, by when and why that day, what can be done.
 * Nothing in it is written by hand in the files, and no person, third party or handler is named.
 */
export function publicStatusOf({ facts, files, law, today, updatedAt }: StatusQuestion): PublicRequestStatus {
  const pieces = files.map((file) => ({ file, state: caseState(file), clock: caseClock(file, law) }));
  // Of several pieces the one that is least far says where the letter stands.
  const [slowest] = pieces.toSorted((one, other) => ORDER.indexOf(one.state.name) - ORDER.indexOf(other.state.name));
  if (slowest === undefined || slowest.state.name === "unregistered") return { ...submittedStatus(facts), updatedAt };
  const { state, clock } = slowest;
  const isSplit = pieces.length > 1;
  const standing = standingOf(state, facts.agencyName);
  const due = dueOf(state, clock);
  const isLate = isOverdue(clock, today);
  return {
    ...facts,
    updatedAt,
    state: standing.state,
    now: `${isSplit ? `按一事一申请分为${pieces.length}件办理。` : ""}${standing.now}${isLate ? "答复期限已过。" : ""}`,
    holder: standing.holder,
    due,
    steps: pieces
      .flatMap(({ file }, index) =>
        publicStepsOf(file).map((step) => (isSplit ? { ...step, text: `第${index + 1}件：${step.text}` } : step)),
      )
      .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    youCan: choicesOf(state, { isLate }),
  };
}

const ORDER: readonly CaseState["name"][] = [
  ...(["unregistered", "unconfirmed", "received", "awaiting-clarification", "awaiting-reasons", "awaiting-payment"] as const),
  ...(["awaiting-opinion", "handling", "decided", "lapsed", "withdrawn", "served", "archived"] as const),
];

interface Standing {
  readonly state: PublicRequestState;
  readonly now: string;
  readonly holder: string;
}

function standingOf(state: CaseState, agency: string): Standing {
  const { clarification, reasons, fee, closing } = state;
  const outcome = closing === null ? "" : `（${outcomeLabel(closing.outcome)}）`;
  switch (state.name) {
    case "unregistered":
    case "unconfirmed":
      // Received is only what both have confirmed (条例第三十一条第三项): before that no days run, and nobody should think so.
      return { state: "unconfirmed", now: `${agency}已经登记，待与您确认收到申请。`, holder: `${agency}和您` };
    case "received":
      return { state: "received", now: `${agency}已经收到申请，即将办理。`, holder: agency };
    case "handling":
      return { state: "handling", now: `${agency}正在办理。`, holder: agency };
    case "awaiting-clarification":
      return waiting(`${agency}已通知您补正申请内容，请在${on(clarification?.clarifyBy)}以前补正。`);
    case "awaiting-reasons":
      return waiting(`${agency}已要求您说明理由，请在${on(reasons?.answerBy)}以前说明。`);
    case "awaiting-payment":
      return waiting(`${agency}已发出收费通知（${fee?.yuan ?? 0}元），请在${on(fee?.payBy)}以前缴费。`);
    case "awaiting-opinion":
      return { state: "consulting", now: `${agency}正在征求有关方面的意见。`, holder: "被征求意见的一方" };
    case "decided":
      return { state: "decided", now: `${agency}已经作出处理决定${outcome}，正在送达。`, holder: agency };
    case "lapsed":
      return { state: "closed", now: `申请不再办理${outcome}。`, holder: "已经办结" };
    case "withdrawn":
      return { state: "withdrawn", now: "您已经撤回申请。", holder: "已经办结" };
    case "served":
    case "archived":
      return { state: "closed", now: `处理决定${outcome}已经送达，申请办结。`, holder: "已经办结" };
    default:
      return state.name satisfies never;
  }
}

const on = (day: PlainDate | undefined): string => (day === undefined ? "通知所载的日期" : chineseDay(day));
const waiting = (now: string): Standing => ({ state: "waiting-for-you", now, holder: "您" });

function dueOf({ name }: CaseState, clock: ClockReading): PublicDue | null {
  const isEnded = clock.state.kind === "ended" || ["served", "archived", "lapsed", "withdrawn"].includes(name);
  if (clock.due === null || isEnded) return null;
  // A third party is not named to the requester.
  const nameless = (text: string) => clock.consultations.reduce((said, { who }) => said.replaceAll(`（${who}）`, ""), text);
  const derivation = clock.derivation.map((span) => ({ ...span, why: nameless(span.why) }));
  return { on: clock.due, isProvisional: clock.isProvisional, why: explainDue({ ...clock, derivation, flags: [] }) };
}

function choicesOf(state: CaseState, { isLate }: { readonly isLate: boolean }): PublicChoice[] {
  const { clarification, reasons, fee } = state;
  const late = isLate ? [COMPLAIN] : [];
  switch (state.name) {
    case "unconfirmed":
      return [CONFIRM, CONTACT, WITHDRAW, ...late];
    case "awaiting-clarification":
      return [
        {
          title: "补正申请内容",
          text: "按通知书的说明补正。无正当理由逾期不补正的，视为放弃申请，机关不再处理。",
          until: clarification?.clarifyBy ?? null,
          basis: "政府信息公开条例第三十条",
        },
        CONTACT,
        WITHDRAW,
      ];
    case "awaiting-reasons":
      return [
        {
          title: "说明理由",
          text: "按通知书的要求说明理由。",
          until: reasons?.answerBy ?? null,
          basis: "政府信息公开条例第三十五条",
        },
        CONTACT,
        WITHDRAW,
      ];
    case "awaiting-payment":
      return [
        {
          title: "缴纳信息处理费",
          text: "按收费通知书缴费。逾期未缴纳的，机关不再处理该申请。",
          until: fee?.payBy ?? null,
          basis: "政府信息公开条例第四十二条",
        },
        CONTACT,
        WITHDRAW,
      ];
    case "decided":
    case "served":
    case "archived":
    case "lapsed":
      return [
        {
          title: "不服处理决定",
          text: "按答复文书末尾告知的途径和期限，依法申请行政复议或者提起行政诉讼。",
          until: null,
          basis: "政府信息公开条例第五十一条",
        },
        CONTACT,
      ];
    case "withdrawn":
      return [CONTACT];
    default:
      return [CONTACT, WITHDRAW, ...late];
  }
}
