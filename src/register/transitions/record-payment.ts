import { z } from "zod";
import { feeRules, regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";
import { yuan } from "../input-fields.js";

/** 缴费：the fee came in, and the term to answer runs anew. */
export const recordPayment = defineTransition({
  id: "record-payment",
  label: "登记缴费",
  basis: [regulations("第四十二条"), feeRules("第六条")],
  from: ["awaiting-clarification", "awaiting-reasons", "awaiting-payment"],
  needs: "还没有发出收费通知",
  to: ["unconfirmed", "received", "handling", "awaiting-opinion"],
  leaves: ["awaiting-payment"],
  role: "registrar",
  records: "fee-paid",
  input: z.object({ yuan }),
  refusals: {
    notNoticed: "没有发出收费通知的记录，不能登记缴费。",
    again: "已于{day}登记缴费；如登记有误，请更正原记录。",
  },
  flags: {
    otherAmount: "收费通知为 {noticed} 元，实缴 {paid} 元，二者不同。",
  },

  bar({ fee }) {
    if (fee === null) return { refusalId: "notNoticed", data: {} };
    return fee.paidOn && { refusalId: "again", data: { day: chineseDay(fee.paidOn) } };
  },

  *flag({ fee }, { yuan: paid }) {
    if (fee && fee.yuan !== paid) yield { flagId: "otherAmount", data: { noticed: fee.yuan, paid } };
  },

  record: ({ yuan: paid }, { on }) => ({ type: "fee-paid", on, yuan: paid }),
});
