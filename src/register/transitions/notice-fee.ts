import { z } from "zod";
import { feeRules, regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, yuan } from "../input-fields.js";

/** 收费通知：number or frequency beyond reason; by piece or by page, never both. */
export const noticeFee = defineTransition({
  id: "notice-fee",
  label: "发出收费通知",
  basis: [regulations("第四十二条"), feeRules("第三条")],
  from: OPEN_STATES,
  to: ["awaiting-payment"],
  leaves: ["unconfirmed", "received", "handling", "awaiting-opinion"],
  role: "head",
  records: "fee-noticed",
  input: z.object({ basis: z.enum(["item", "page"]), quantity: z.int().min(1).max(1e7), yuan, payBy: day }),
  refusals: {
    again: "已于{day}发出收费通知；同一件申请只按一种标准收取一次，如有误请更正原记录。",
    nothing: "应缴金额为 0 元，不必发出收费通知。",
    noTimeLeft: "缴费期限{payBy}不晚于通知之日{on}，申请人无法缴费。",
  },

  bar({ fee }) {
    return fee && { refusalId: "again", data: { day: chineseDay(fee.noticedOn) } };
  },

  refuse(_state, { yuan: amount, payBy }, { on }) {
    if (amount === 0) return { refusalId: "nothing", data: {} };
    return payBy > on ? null : { refusalId: "noTimeLeft", data: { payBy: chineseDay(payBy), on: chineseDay(on) } };
  },

  record: (input, { on }) => ({ type: "fee-noticed", on, ...input }),
});
