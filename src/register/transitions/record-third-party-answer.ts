import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { REGISTERED_STATES } from "../case-state.js";
import { consultationOf } from "../consultation.js";
import { defineTransition } from "../define-transition.js";
import { line, words } from "../input-fields.js";

/** 第三方答复：what the third party says; an answer that comes late is kept all the same. */
export const recordThirdPartyAnswer = defineTransition({
  id: "record-third-party-answer",
  label: "登记第三方意见",
  basis: [regulations("第三十二条")],
  from: REGISTERED_STATES,
  to: ["unconfirmed", "received", "handling"],
  leaves: ["awaiting-opinion"],
  role: "handler",
  records: "third-party-answered",
  input: z.object({ party: line, opinion: z.enum(["agrees", "agrees-in-part", "refuses"]), reasons: words.optional() }),
  refusals: {
    nobodyAsked: "还没有征求过第三方意见，请先登记征求意见。",
    notAsked: "没有向{party}征求过意见的记录，请先登记征求意见。",
    again: "{party}的意见已于{day}登记；如登记有误，请更正原记录。",
  },
  flags: {
    noReasons: "{party}不同意公开而没有说明理由；只有理由合理的，才能不予公开。",
    afterDecision: "意见在{day}作出决定之后才收到。",
  },

  bar: ({ consultations }) =>
    consultations.some(({ kind }) => kind === "third-party") ? null : { refusalId: "nobodyAsked", data: {} },

  refuse(state, { party }) {
    const asked = consultationOf(state, "third-party", party);
    if (!asked) return { refusalId: "notAsked", data: { party } };
    return asked.answeredOn && { refusalId: "again", data: { party, day: chineseDay(asked.answeredOn) } };
  },

  *flag(state, { party, opinion, reasons }) {
    if (opinion === "refuses" && reasons === undefined) yield { flagId: "noReasons", data: { party } };
    if (state.decision) yield { flagId: "afterDecision", data: { day: chineseDay(state.decision.on) } };
  },

  record: ({ party, opinion, reasons }, { on }) => ({
    type: "third-party-answered",
    on,
    party,
    opinion,
    ...(reasons === undefined ? {} : { reasons }),
  }),
});
