import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day } from "../input-fields.js";

/** 要求说明理由：the number or frequency of requests is clearly beyond reason, and the requester may say why. */
export const askReasons = defineTransition({
  id: "ask-reasons",
  label: "要求说明理由",
  basis: [regulations("第三十五条")],
  from: OPEN_STATES,
  to: ["awaiting-reasons"],
  leaves: ["unconfirmed", "received", "handling", "awaiting-opinion", "awaiting-payment"],
  role: "handler",
  records: "reasons-asked",
  input: z.object({ answerBy: day }),
  refusals: {
    again: "已于{day}要求申请人说明理由，不再重复要求。",
    noTimeLeft: "说明理由的期限{answerBy}不晚于通知之日{on}，申请人无法说明。",
  },

  bar({ reasons }) {
    return reasons && { refusalId: "again", data: { day: chineseDay(reasons.askedOn) } };
  },

  refuse(_state, { answerBy }, { on }) {
    if (answerBy > on) return null;
    return { refusalId: "noTimeLeft", data: { answerBy: chineseDay(answerBy), on: chineseDay(on) } };
  },

  record: ({ answerBy }, { on }) => ({ type: "reasons-asked", on, answerBy }),
});
