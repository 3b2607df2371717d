import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, words } from "../input-fields.js";

/** 通知补正：the request does not say clearly enough what is wanted, and the requester is told what to add. */
export const requestClarification = defineTransition({
  id: "request-clarification",
  label: "通知补正",
  basis: [regulations("第三十条")],
  from: OPEN_STATES,
  to: ["awaiting-clarification"],
  role: "handler",
  records: "clarification-requested",
  input: z.object({ unclear: words, clarifyBy: day }),
  refusals: {
    second: "已于{day}通知过补正；补正应当一次性告知，不能再次通知补正。",
    noTimeLeft: "补正期限{clarifyBy}不晚于通知之日{on}，申请人无法完成补正。",
  },

  bar({ clarification }) {
    return clarification && { refusalId: "second", data: { day: chineseDay(clarification.askedOn) } };
  },

  refuse(_state, { clarifyBy }, { on }) {
    if (clarifyBy > on) return null;
    return { refusalId: "noTimeLeft", data: { clarifyBy: chineseDay(clarifyBy), on: chineseDay(on) } };
  },

  record: ({ unclear, clarifyBy }, { on }) => ({ type: "clarification-requested", on, unclear, clarifyBy }),
});
