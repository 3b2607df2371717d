import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { evidenceInEvents } from "../../law/outcomes/evidence.js";
import { missingEvidence } from "../../law/outcomes/missing-evidence.js";
import { outcomeByAnswers } from "../../law/outcomes/outcome-questions.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import { chineseDay } from "../../law/plain-date.js";
import { needsConfirmation, OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";
import { answersOf, GROUNDS, ROW_REFUSALS, refuseRow } from "../outcome-grounds.js";
import { outcomeLabel } from "../outcome-label.js";

/** Rows that follow from something the requester did or left undone, with the step that records it. */
const RECORDED_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["no-correction", "认定逾期不补正"],
  ["no-payment", "认定逾期未缴费"],
  ["withdrawn", "登记申请人撤回"],
]);

/** 作出处理决定：the case ends in exactly one row of table three, and the answers to the questions of law say why in that one. */
export const decide = defineTransition({
  id: "decide",
  label: "作出处理决定",
  basis: [regulations("第三十三条"), regulations("第三十六条"), regulations("第三十七条")],
  from: [...OPEN_STATES, "lapsed"],
  to: ["decided"],
  role: "head",
  records: "decided",
  input: z.object({
    outcome: line,
    grounds: GROUNDS,
    letterNumber: line.optional(),
  }),
  refusals: {
    ...ROW_REFUSALS,
    recordFirst: "请先使用“{step}”登记该事实，再行办结。",
    notClarified: "没有收到补正材料的记录，不能以“补正后申请内容仍不明确”答复。",
    lapsed: "申请已视为放弃，只能以“{outcome}”办结；有正当理由应当继续办理的，请先更正原认定。",
  },
  flags: {
    late: "答复期限到{due}为止，作出决定时已经逾期。",
    unconfirmed: "尚未与申请人双方确认收到，答复期限无从起算。",
    noEvidence: "案卷中没有{evidence}，难以证明所作答复合法。",
    opinionOpen: "{party}的意见还没有收到。",
  },

  refuse(state, { outcome, grounds }) {
    if (outcomeOfId(outcome) === null) return { refusalId: "unknownRow", data: { outcome } };
    if (state.request.isImported) return null;
    if (state.name === "lapsed") {
      const row = state.closing?.outcome ?? outcome;
      return row === outcome ? null : { refusalId: "lapsed", data: { outcome: outcomeLabel(row) } };
    }
    const answers = answersOf(grounds);
    const step = RECORDED_ELSEWHERE.get(answers.get("standing") ?? "");
    if (step !== undefined) return { refusalId: "recordFirst", data: { step } };
    const other = refuseRow(outcome, answers);
    if (other !== null) return other;
    const isUnasked = outcome === "unable.unclear" && !state.clarification?.clarifiedOn;
    return isUnasked ? { refusalId: "notClarified", data: {} } : null;
  },

  *flag(state, { grounds }, { on, replyDue, standing = [] }) {
    if (replyDue && on > replyDue) yield { flagId: "late", data: { due: chineseDay(replyDue) } };
    if (needsConfirmation(state.request) && state.confirmedOn === null) yield { flagId: "unconfirmed", data: {} };
    const found = outcomeByAnswers(answersOf(grounds));
    if (found.kind === "outcome") {
      const { outcome, form } = found;
      const held = evidenceInEvents(standing.map(({ body }) => body));
      for (const { name, source } of missingEvidence({ outcome, ...(form === null ? {} : { form }) }, held)) {
        // What a person writes down with the letter is asked for there.
        if (source === "event") yield { flagId: "noEvidence", data: { evidence: name } };
      }
    }
    for (const { of: party, answeredOn } of state.consultations) {
      if (answeredOn === null) yield { flagId: "opinionOpen", data: { party } };
    }
  },

  record: ({ outcome, grounds, letterNumber }, { on }) => ({
    type: "decided",
    on,
    outcome,
    grounds: Object.fromEntries(answersOf(grounds)),
    ...(letterNumber === undefined ? {} : { letterNumber }),
  }),
});
