import { z } from "zod";
import { chineseDay } from "../../law/plain-date.js";
import { article } from "../basis.js";
import { defineTransition } from "../define-transition.js";
import { words } from "../input-fields.js";

/** 收到补正：the requester added what was missing, and the term to answer runs anew. */
export const recordClarification = defineTransition({
  id: "record-clarification",
  label: "登记补正材料",
  basis: [article("第三十条")],
  from: ["awaiting-clarification"],
  to: ["unconfirmed", "received", "handling", "awaiting-reasons", "awaiting-opinion", "awaiting-payment"],
  role: "registrar",
  records: "clarified",
  input: z.object({ text: words, isClear: z.boolean() }),
  flags: { late: "补正材料晚于通知的期限{clarifyBy}；有正当理由的应当继续办理。" },

  *flag({ clarification }, _input, { on }) {
    if (clarification && on > clarification.clarifyBy) {
      yield { flagId: "late", data: { clarifyBy: chineseDay(clarification.clarifyBy) } };
    }
  },

  record: ({ text, isClear }, { on }) => ({ type: "clarified", on, text, isClear }),
});
