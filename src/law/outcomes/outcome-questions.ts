import { type Citation, regulations, reportFormat } from "../citation.js";
import type { OutcomeId } from "./outcomes.js";

/** Where an answer leads: to the next question, or to a row and the way it was reached. */
export type LeadsTo = { readonly question: string } | { readonly outcome: OutcomeId; readonly form?: string };

export interface OutcomeAnswer {
  readonly id: string;
  readonly label: string;
  readonly leadsTo: LeadsTo;
}

export interface OutcomeQuestion {
  readonly id: string;
  readonly text: string;
  readonly citation: Citation;
  readonly answers: readonly [OutcomeAnswer, ...OutcomeAnswer[]];
}

const to = (id: string, label: string, outcome: OutcomeId, form?: string): OutcomeAnswer => ({
  id,
  label,
  leadsTo: form === undefined ? { outcome } : { outcome, form },
});
const on = (id: string, label: string, question: string): OutcomeAnswer => ({ id, label, leadsTo: { question } });

/**
 * The questions of law, in the order a request is looked at: is it still to be answered, is it a request at all, was it answered before,
 * can it be understood, is the information here, and only then may it be given. Every path ends in exactly one row of table three.
 */
export const OUTCOME_QUESTIONS: readonly [OutcomeQuestion, ...OutcomeQuestion[]] = [
  {
    id: "standing",
    text: "申请是否仍需答复？",
    citation: reportFormat("表三（六）"),
    answers: [
      on("yes", "仍需答复", "matter"),
      to("no-correction", "申请人无正当理由逾期不补正", "other.no_correction"),
      to("no-payment", "申请人逾期未按收费通知要求缴纳费用", "other.no_payment"),
      to("withdrawn", "申请人撤回", "other.misc"),
    ],
  },
  {
    id: "matter",
    text: "申请的实质是什么？",
    citation: regulations("第二条、第三十九条"),
    answers: [
      on("information", "获取政府信息", "before"),
      to("petition", "以政府信息公开申请的形式进行信访、投诉、举报等活动", "rejected.petition"),
      to("publication", "要求提供政府公报、报刊、书籍等公开出版物", "rejected.publication"),
      to("else", "不是政府信息，也不属于上述情形", "other.misc"),
    ],
  },
  {
    id: "before",
    text: "同一申请人此前是否得到过答复或者信息？",
    citation: regulations("第三十六条第六项"),
    answers: [
      on("no", "没有", "amount"),
      to("answered", "已就相同政府信息作出过答复", "rejected.repeat"),
      to("reissue", "要求确认或者重新出具已经获取的信息", "rejected.reissue"),
    ],
  },
  {
    id: "amount",
    text: "申请的数量、频次是否明显超过合理范围？",
    citation: regulations("第三十五条"),
    answers: [
      on("reasonable", "没有超过，或者理由合理", "clear"),
      to("unreasonable", "明显超过，经要求说明，理由不合理", "rejected.massive"),
    ],
  },
  {
    id: "clear",
    text: "申请内容是否明确？",
    citation: regulations("第三十条"),
    answers: [on("yes", "明确，或者补正后明确", "special-rules"), to("no", "补正后仍不明确", "unable.unclear")],
  },
  {
    id: "special-rules",
    text: "是否为工商、不动产登记资料等，法律、行政法规对获取另有特别规定？",
    citation: regulations("第三十六条第七项"),
    answers: [on("no", "不是", "held"), to("yes", "是", "denied.admin_query")],
  },
  {
    id: "held",
    text: "本机关是否有所申请的信息？",
    citation: regulations("第十条，第三十六条第四项、第五项，第三十八条"),
    answers: [
      on("yes", "有", "public"),
      to("absent", "经检索没有", "unable.not_held", "absent"),
      to("elsewhere", "不属于本机关负责公开", "unable.not_held", "not-ours"),
      to("to-be-made", "没有现成信息，需要加工、分析", "unable.need_create"),
    ],
  },
  {
    id: "public",
    text: "是否可以公开？",
    citation: regulations("第三十六条第一项至第三项，第三十七条"),
    answers: [
      to("yes", "可以公开", "granted", "given"),
      to("already", "已经主动公开", "granted", "published"),
      to("in-part", "能够区分处理，部分公开", "partial"),
      on("no", "全部不予公开", "exemption"),
    ],
  },
  {
    id: "exemption",
    text: "不予公开的理由是哪一项？",
    citation: regulations("第十四条至第十六条"),
    answers: [
      to("state-secret", "依法确定为国家秘密", "denied.state_secret"),
      to("prohibited", "法律、行政法规禁止公开", "denied.other_law"),
      to("safety", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", "denied.three_safety"),
      to("third-party", "涉及商业秘密、个人隐私等，公开会损害第三方合法权益", "denied.third_party"),
      to("internal", "人事管理、后勤管理、内部工作流程等内部事务信息", "denied.internal"),
      to("process", "讨论记录、过程稿、磋商信函、请示报告等过程性信息", "denied.process"),
      to("enforcement", "行政执法案卷信息", "denied.enforcement_file"),
    ],
  },
];

const BY_ID: ReadonlyMap<string, OutcomeQuestion> = new Map(OUTCOME_QUESTIONS.map((question) => [question.id, question]));

/** Where answers lead: to one row, to the question that is still open, or nowhere because an answer is none of those offered. */
export type Destination =
  | { readonly kind: "outcome"; readonly outcome: OutcomeId; readonly form: string | null }
  | { readonly kind: "open"; readonly question: OutcomeQuestion }
  | { readonly kind: "unknown-answer"; readonly question: OutcomeQuestion };

/** Follows the answers from a question on, by default the first. Answers to questions that are not on the way are of no account. */
export function outcomeByAnswers(
  answers: ReadonlyMap<string, string>,
  from: OutcomeQuestion = OUTCOME_QUESTIONS[0],
): Destination {
  const answer = answers.get(from.id);
  if (answer === undefined) return { kind: "open", question: from };
  const leadsTo = from.answers.find(({ id }) => id === answer)?.leadsTo;
  if (leadsTo === undefined) return { kind: "unknown-answer", question: from };
  if ("outcome" in leadsTo) return { kind: "outcome", outcome: leadsTo.outcome, form: leadsTo.form ?? null };
  const next = BY_ID.get(leadsTo.question);
  // The test walks every path: no question leads back or into nothing.
  return next === undefined ? { kind: "unknown-answer", question: from } : outcomeByAnswers(answers, next);
}
