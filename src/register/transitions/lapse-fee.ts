import { z } from "zod";
import { feeRules, regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";

/** 逾期未缴费：the fee did not come in; the request is deemed abandoned. */
export const lapseFee = defineTransition({
  id: "lapse-fee",
  label: "认定逾期未缴费",
  basis: [regulations("第四十二条"), feeRules("第六条")],
  from: ["awaiting-clarification", "awaiting-reasons", "awaiting-payment"],
  needs: "还没有发出收费通知",
  to: ["lapsed"],
  role: "handler",
  records: "fee-lapsed",
  input: z.object({}),
  refusals: {
    notOpen: "没有尚未缴费的收费通知，不能认定逾期未缴费。",
    tooSoon: "缴费期限到{payBy}为止，期限届满前不能认定逾期未缴费。",
  },

  bar({ fee }, { on }) {
    if (fee === null || fee.paidOn) return { refusalId: "notOpen", data: {} };
    return on > fee.payBy ? null : { refusalId: "tooSoon", data: { payBy: chineseDay(fee.payBy) } };
  },

  record: (_input, { on }) => ({ type: "fee-lapsed", on }),
});
