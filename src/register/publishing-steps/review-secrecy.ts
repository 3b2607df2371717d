import { z } from "zod";
import { type Citation, regulations } from "../../law/citation.js";
import { line } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { lastRound, stepInTurn } from "../publishing/item-state.js";
import { secrecyForm } from "../publishing/secrecy-form.js";
import { signature } from "../publishing/signature.js";
import { mayNotSign, SIGNING_REFUSALS } from "../publishing/signing.js";

const SECRECY_LAW: Citation = { instrument: "保守国家秘密法", place: "第三十五条" };

/** 保密审查：a gate with its form. Doubt goes to the competent department or the secrecy administration, and the item waits. */
export const reviewSecrecy = defineItemTransition({
  id: "review-secrecy",
  label: "保密审查",
  basis: [regulations("第十七条"), SECRECY_LAW],
  from: ["in-review", "on-hold"],
  to: ["in-review", "on-hold", "returned", "approved", "kept"],
  role: "handler",
  records: "secrecy-reviewed",
  input: z.object({ stepId: line, form: secrecyForm, by: signature }),
  refusals: {
    ...SIGNING_REFUSALS,
    otherTurn: "现在是“{step}”环节，还没有轮到保密审查。",
  },

  bar(state) {
    const turn = stepInTurn(state);
    return turn !== null && turn.kind !== "secrecy" ? { refusalId: "otherTurn", data: { step: turn.name } } : null;
  },
  refuse(state, { stepId, by }) {
    return mayNotSign({ round: lastRound(state), turn: stepInTurn(state), authors: state.authors }, { stepId, by });
  },
  record: ({ stepId, form, by }, { on }) => ({ type: "secrecy-reviewed", on, by, stepId, form }),
});
