import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, line, words } from "../input-fields.js";

/** 请求协办：another unit, a subordinate body or another agency is asked to search or to check; the term of the answer runs on. */
export const askAssistance = defineTransition({
  id: "ask-assistance",
  label: "请求协办",
  basis: [regulations("第四条"), regulations("第十一条")],
  from: OPEN_STATES,
  to: [],
  role: "handler",
  records: "assistance-asked",
  input: z.object({ unit: line, matters: words, answerBy: day }),
  refusals: {
    open: "已于{day}请{unit}协办，尚未收到反馈；协办事项有变的，请更正原记录。",
    noTimeLeft: "反馈时限{answerBy}早于发出协办函之日{on}。",
  },
  flags: { afterDue: "反馈时限{answerBy}晚于答复到期日{due}；协办的时间计算在答复期限内。" },

  refuse({ assistance }, { unit, answerBy }, { on }) {
    const open = assistance.find((one) => one.unit === unit && one.givenOn === null);
    if (open) return { refusalId: "open", data: { day: chineseDay(open.askedOn), unit } };
    if (answerBy >= on) return null;
    return { refusalId: "noTimeLeft", data: { answerBy: chineseDay(answerBy), on: chineseDay(on) } };
  },

  *flag(_state, { answerBy }, { replyDue }) {
    if (!replyDue || answerBy <= replyDue) return;
    yield { flagId: "afterDue", data: { answerBy: chineseDay(answerBy), due: chineseDay(replyDue) } };
  },

  record: ({ unit, matters, answerBy }, { on }) => ({ type: "assistance-asked", on, unit, matters, answerBy }),
});
