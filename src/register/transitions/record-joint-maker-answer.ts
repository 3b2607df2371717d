import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { REGISTERED_STATES } from "../case-state.js";
import { consultationOf } from "../consultation.js";
import { defineTransition } from "../define-transition.js";
import { line, words } from "../input-fields.js";

/** 共同制作机关答复：what the other maker says. */
export const recordJointMakerAnswer = defineTransition({
  id: "record-joint-maker-answer",
  label: "登记共同制作机关意见",
  basis: [regulations("第三十四条")],
  from: REGISTERED_STATES,
  to: ["unconfirmed", "received", "handling"],
  leaves: ["awaiting-opinion"],
  role: "handler",
  records: "joint-maker-answered",
  input: z.object({ agency: line, opinion: z.enum(["agrees", "refuses"]), reasons: words.optional() }),
  refusals: {
    nobodyAsked: "还没有征求过共同制作机关的意见，请先登记征求意见。",
    notAsked: "没有向{agency}征求过意见的记录，请先登记征求意见。",
    again: "{agency}的意见已于{day}登记；如登记有误，请更正原记录。",
  },
  flags: {
    afterDecision: "意见在{day}作出决定之后才收到。",
  },

  bar: ({ consultations }) =>
    consultations.some(({ kind }) => kind === "joint-maker") ? null : { refusalId: "nobodyAsked", data: {} },

  refuse(state, { agency }) {
    const asked = consultationOf(state, "joint-maker", agency);
    if (!asked) return { refusalId: "notAsked", data: { agency } };
    return asked.answeredOn && { refusalId: "again", data: { agency, day: chineseDay(asked.answeredOn) } };
  },

  *flag(state) {
    if (state.decision) yield { flagId: "afterDecision", data: { day: chineseDay(state.decision.on) } };
  },

  record: ({ agency, opinion, reasons }, { on }) => ({
    type: "joint-maker-answered",
    on,
    agency,
    opinion,
    ...(reasons === undefined ? {} : { reasons }),
  }),
});
