import type { CaseStateName } from "../../register/case-state.js";

/** What is usually done next in each state, the first of it first. Everything else stays possible, one click away. */
const USUAL: Readonly<Record<CaseStateName, readonly string[]>> = {
  unregistered: ["receive"],
  unconfirmed: ["confirm", "accept", "request-clarification", "withdraw"],
  received: ["accept", "request-clarification", "record-search", "decide"],
  handling: ["record-search", "decide", "ask-third-party", "extend", "request-clarification"],
  "awaiting-clarification": ["record-clarification", "lapse-clarification", "withdraw"],
  "awaiting-reasons": ["record-reasons", "decide", "withdraw"],
  "awaiting-opinion": ["record-third-party-answer", "record-joint-maker-answer", "decide", "extend"],
  "awaiting-payment": ["record-payment", "lapse-fee", "withdraw"],
  decided: ["serve", "record-third-party-answer"],
  lapsed: ["decide", "serve", "archive"],
  withdrawn: ["serve", "archive"],
  served: ["answer-rectification", "archive"],
  archived: ["answer-rectification"],
};

/** One sentence about each step for somebody who does it for the first time. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["confirm", "双方确认之日为收到之日，答复期限从次日起算。"],
  ["accept", "定下承办人；答复期限只从收到之日起算，与受理早晚无关。"],
  ["request-clarification", "内容不明确的，收到后七个工作日内一次告知需补正的全部事项。"],
  ["record-clarification", "申请人补正之日的次日起重新计算答复期限。"],
  ["lapse-clarification", "期满没有补正，又没有正当理由的，视为放弃申请。"],
  ["ask-reasons", "数量、频次明显超过合理范围的，先请申请人说明理由。"],
  ["record-reasons", "记下申请人说明的理由和对它的判断。"],
  ["ask-third-party", "涉及第三方权益的，先书面征求意见；所需时间不计入期限。"],
  ["record-third-party-answer", "意见到了就登记，期限从这一天继续计算。"],
  ["ask-joint-maker", "与其他机关共同制作的信息，先征求其意见。"],
  ["record-joint-maker-answer", "意见到了就登记，期限从这一天继续计算。"],
  ["extend", "不能按期答复的，负责人同意后告知申请人，最长二十个工作日。"],
  ["record-search", "查了哪里、用什么词：信息不存在的答复要靠它证明。"],
  ["notice-fee", "超过免费数量的，通知缴费。"],
  ["record-payment", "缴费之后，答复期限重新计算。"],
  ["lapse-fee", "期满没有缴费的，视为放弃申请。"],
  ["decide", "逐题回答法律问题，得出表三的一行和相应的答复书。"],
  ["decide-anew", "原答复被复议机关或者法院纠正的，按其决定重新答复。"],
  ["serve", "答复书寄出、发出或者当面交给申请人之日。"],
  ["answer-rectification", "申请人要求更正与其自身相关的信息记录的，答复是否更正（条例第四十一条）。"],
  ["archive", "全部办完，案卷归档。"],
  ["withdraw", "申请人自己撤回的，登记后办结。"],
]);

const MOST_PROMINENT = 5;

/** A case as far as it says what comes next. */
export interface NextOf {
  readonly state: CaseStateName;
  /** A reconsideration or a judgment has set the answer aside. */
  readonly isSetAside: boolean;
  /** The last day is near. */
  readonly isSoonDue: boolean;
}

/** The three to five steps that usually come next and can be taken, in their order, and all the others. Where none is usual, those that there are come first. */
export function usualSteps<Step extends { readonly id: string }>(
  { state, isSetAside, isSoonDue }: NextOf,
  possible: readonly Step[],
): { readonly usual: Step[]; readonly others: Step[] } {
  const wanted = new Set([...(isSetAside ? ["decide-anew"] : []), ...USUAL[state], ...(isSoonDue ? ["extend"] : [])]);
  const usual = [...wanted].flatMap((id) => possible.find((step) => step.id === id) ?? []).slice(0, MOST_PROMINENT);
  return { usual, others: possible.filter((step) => !usual.includes(step)) };
}

/** What a step is for, in one sentence; null where its name says it. */
export function stepSentence(id: string): string | null {
  return SENTENCES.get(id) ?? null;
}

/** Steps that are done by writing to somebody: the letter is the act, and is offered with it. */
const DONE_BY_LETTER: ReadonlySet<string> = new Set([
  "request-clarification",
  "ask-reasons",
  "set-later-date",
  "ask-third-party",
  "ask-joint-maker",
  "ask-assistance",
  "extend",
  "notice-fee",
  "lapse-clarification",
  "lapse-fee",
  "decide",
  "decide-anew",
  "answer-rectification",
]);

export function isDoneByLetter(id: string): boolean {
  return DONE_BY_LETTER.has(id);
}
