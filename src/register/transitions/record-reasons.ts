import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";
import { words } from "../input-fields.js";

/** 说明理由：what the requester says, and whether the agency finds it reasonable. */
export const recordReasons = defineTransition({
  id: "record-reasons",
  label: "登记申请人说明的理由",
  basis: [regulations("第三十五条")],
  from: ["awaiting-reasons"],
  needs: "没有要求申请人说明理由",
  to: ["unconfirmed", "received", "handling", "awaiting-opinion", "awaiting-payment"],
  role: "handler",
  records: "reasons-given",
  input: z.object({ text: words, areReasonable: z.boolean() }),
  flags: { late: "申请人说明理由晚于通知的期限{answerBy}。" },

  *flag({ reasons }, _input, { on }) {
    if (reasons && on > reasons.answerBy) yield { flagId: "late", data: { answerBy: chineseDay(reasons.answerBy) } };
  },

  record: ({ text, areReasonable }, { on }) => ({ type: "reasons-given", on, text, areReasonable }),
});
