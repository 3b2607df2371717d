import { z } from "zod";
import { chineseDay } from "../../law/plain-date.js";
import { article } from "../basis.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, words } from "../input-fields.js";
import { receiptDay } from "../receipt-day.js";

const NOTICE_WORKING_DAYS = 7; // 条例 第三十条

/** 通知补正：the request does not say clearly enough what is wanted, and the requester is told what to add. */
export const requestClarification = defineTransition({
  id: "request-clarification",
  label: "通知补正",
  basis: [article("第三十条")],
  from: OPEN_STATES,
  to: ["awaiting-clarification"],
  role: "handler",
  records: "clarification-requested",
  input: z.object({ unclear: words, clarifyBy: day }),
  refusals: {
    second: "已于{day}通知过补正；补正应当一次性告知，不能再次通知补正。",
    noTimeLeft: "补正期限{clarifyBy}不晚于通知之日{on}，申请人无法完成补正。",
  },
  flags: { late: "通知补正应当在收到申请之日起7个工作日内，即{due}前（含当日）作出，本次已经超过。" },

  bar({ clarification }) {
    return clarification && { refusalId: "second", data: { day: chineseDay(clarification.askedOn) } };
  },

  refuse(_state, { clarifyBy }, { on }) {
    if (clarifyBy > on) return null;
    return { refusalId: "noTimeLeft", data: { clarifyBy: chineseDay(clarifyBy), on: chineseDay(on) } };
  },

  *flag(state, _input, { on, calendar }) {
    const received = receiptDay(state);
    const due = received && calendar?.addWorkingDays(received, NOTICE_WORKING_DAYS);
    if (due && on > due) yield { flagId: "late", data: { due: chineseDay(due) } };
  },

  record: ({ unclear, clarifyBy }, { on }) => ({ type: "clarification-requested", on, unclear, clarifyBy }),
});
