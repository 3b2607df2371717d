import { z } from "zod";
import { chineseDay } from "../../law/plain-date.js";
import { article } from "../basis.js";
import { type CaseState, needsConfirmation, OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";
import { outcomeLabel, outcomeOf } from "../outcome-questions.js";
import { NO_CORRECTION, NO_PAYMENT, outcomeRow } from "../outcome-rows.js";

/** 作出处理决定：the case ends in exactly one row of table three, and the answers to the questions of law say why in that one. */
export const decide = defineTransition({
  id: "decide",
  label: "作出处理决定",
  basis: [article("第三十三条"), article("第三十六条"), article("第三十七条")],
  from: [...OPEN_STATES, "lapsed"],
  to: ["decided"],
  role: "head",
  records: "decided",
  input: z.object({
    outcome: line,
    grounds: z.record(line, line).default({}),
    letterNumber: line.optional(),
  }),
  refusals: {
    unknownRow: "“{outcome}”不是年度报告表三办理结果中的一项。",
    openQuestion: "还没有回答“{question}”，不能确定属于哪一项办理结果。",
    unknownAnswer: "对“{question}”的回答不在可选项中。",
    otherRow: "所作回答指向“{found}”，与填写的办理结果“{outcome}”不一致。",
    notClarified: "没有收到补正材料的记录，不能以“补正后申请内容仍不明确”答复。",
    lapseFirst: "请先认定逾期不补正或者逾期未缴费，再以“{outcome}”办结。",
    lapsed: "申请已视为放弃，只能以“{outcome}”办结；有正当理由应当继续办理的，请先更正原认定。",
  },
  flags: {
    late: "答复期限到{due}为止，决定作出时已经逾期。",
    unconfirmed: "尚未与申请人双方确认收到，答复期限无从起算。",
    noSearch: "没有检索记录，难以证明信息不存在。",
    thirdPartyNotAsked: "没有征求第三方意见的记录，而以保护第三方合法权益为由不予公开。",
    reasonsNotAsked: "没有要求申请人说明理由的记录。",
    opinionOpen: "{party}的意见还没有收到。",
  },

  refuse(state, { outcome, grounds }) {
    if (outcomeRow(outcome) === null) return { refusalId: "unknownRow", data: { outcome } };
    if (state.request.isImported) return null;
    const label = outcomeLabel(outcome);
    if (state.name === "lapsed") {
      const due = state.closing?.outcome ?? outcome;
      return due === outcome ? null : { refusalId: "lapsed", data: { outcome: outcomeLabel(due) } };
    }
    if (outcome === NO_CORRECTION || outcome === NO_PAYMENT) return { refusalId: "lapseFirst", data: { outcome: label } };
    const found = outcomeOf(grounds);
    if (found.kind === "open") return { refusalId: "openQuestion", data: { question: found.question.text } };
    if (found.kind === "unknown-answer") return { refusalId: "unknownAnswer", data: { question: found.question.text } };
    if (found.row !== outcome) return { refusalId: "otherRow", data: { found: outcomeLabel(found.row), outcome: label } };
    if (outcome === "unable.unclear" && !state.clarification?.clarifiedOn) return { refusalId: "notClarified", data: {} };
    return null;
  },

  *flag(state, { outcome, grounds }, { on, replyDue }) {
    if (replyDue && on > replyDue) yield { flagId: "late", data: { due: chineseDay(replyDue) } };
    if (needsConfirmation(state.request) && state.confirmedOn === null) yield { flagId: "unconfirmed", data: {} };
    const missing = missingEvidence(state, outcome, new Map(Object.entries(grounds)));
    if (missing !== null) yield { flagId: missing, data: {} };
    for (const { of: party, answeredOn } of state.consultations) {
      if (answeredOn === null) yield { flagId: "opinionOpen", data: { party } };
    }
  },

  record: ({ outcome, grounds, letterNumber }, { on }) => ({
    type: "decided",
    on,
    outcome,
    grounds,
    ...(letterNumber === undefined ? {} : { letterNumber }),
  }),
});

function missingEvidence({ searches, consultations, reasons }: CaseState, outcome: string, grounds: ReadonlyMap<string, string>) {
  if (outcome === "unable.not_held" && grounds.get("held") === "absent" && searches === 0) return "noSearch";
  const isAsked = consultations.some(({ kind }) => kind === "third-party");
  if (outcome === "denied.third_party" && !isAsked) return "thirdPartyNotAsked";
  return outcome === "rejected.massive" && reasons === null ? "reasonsNotAsked" : null;
}
