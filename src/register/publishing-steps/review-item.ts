import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { line, words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { REVIEW_VERDICTS } from "../publishing/item-event.js";
import { lastRound, stepInTurn } from "../publishing/item-state.js";
import { signature } from "../publishing/signature.js";
import { mayNotSign, SIGNING_REFUSALS } from "../publishing/signing.js";

/** 审核：one step of the chain, signed by somebody who did not write the draft. */
export const reviewItem = defineItemTransition({
  id: "review-item",
  label: "审核",
  basis: [regulations("第十七条")],
  from: ["in-review", "on-hold"],
  to: ["in-review", "on-hold", "returned", "refused", "approved", "kept", "published", "withdrawn"],
  role: "handler",
  records: "reviewed",
  input: z.object({
    stepId: line,
    verdict: z.enum(REVIEW_VERDICTS),
    opinion: words.nullable().default(null),
    checked: z.array(line).max(40).default([]),
    referredTo: line.nullable().default(null),
    by: signature,
  }),
  refusals: {
    ...SIGNING_REFUSALS,
    secrecyTurn: "现在是“{step}”环节，请使用保密审查表办理。",
    noOpinion: "“{verdict}”须写明意见。",
    unchecked: "还有 {count} 项审核要点没有核对，不能同意。",
    nowhere: "请填写报请哪个机关确定。",
  },

  bar(state) {
    const turn = stepInTurn(state);
    return turn?.kind === "secrecy" ? { refusalId: "secrecyTurn", data: { step: turn.name } } : null;
  },
  refuse(state, { stepId, verdict, opinion, checked, referredTo, by }) {
    const round = lastRound(state);
    const turn = stepInTurn(state);
    const barred = mayNotSign({ round, turn, authors: state.authors }, { stepId, by });
    if (barred) return barred;
    if (verdict !== "approve" && opinion === null) return { refusalId: "noOpinion", data: { verdict: VERDICTS[verdict] } };
    if (verdict === "refer" && referredTo === null) return { refusalId: "nowhere", data: {} };
    const open = (turn?.checklist ?? []).filter(({ id }) => !checked.includes(id));
    if (verdict === "approve" && open.length > 0) return { refusalId: "unchecked", data: { count: open.length } };
    return null;
  },
  record: ({ stepId, verdict, opinion, checked, referredTo, by }, { on }) => ({
    ...{ type: "reviewed", on, by, stepId, verdict, opinion, checked, referredTo },
  }),
});

const VERDICTS = { return: "退回修改", refuse: "不予发布", hold: "暂缓", refer: "报请确定" } as const;
