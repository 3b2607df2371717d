import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { REGISTERED_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line, words } from "../input-fields.js";

/** 协办反馈：what the unit that was asked found. */
export const recordAssistance = defineTransition({
  id: "record-assistance",
  label: "登记协办反馈",
  basis: [regulations("第四条"), regulations("第十一条")],
  from: REGISTERED_STATES,
  to: [],
  role: "handler",
  records: "assistance-given",
  input: z.object({ unit: line, text: words }),
  refusals: {
    nobodyAsked: "还没有请求过协办，请先登记请求协办。",
    notAsked: "没有请{unit}协办而尚未反馈的记录，请先登记请求协办。",
  },
  flags: { late: "{unit}的反馈晚于协办时限{answerBy}。" },

  bar: ({ assistance }) => (assistance.length > 0 ? null : { refusalId: "nobodyAsked", data: {} }),

  refuse({ assistance }, { unit }) {
    const isOpen = assistance.some((one) => one.unit === unit && one.givenOn === null);
    return isOpen ? null : { refusalId: "notAsked", data: { unit } };
  },

  *flag({ assistance }, { unit }, { on }) {
    const open = assistance.find((one) => one.unit === unit && one.givenOn === null);
    if (open && on > open.answerBy) yield { flagId: "late", data: { unit, answerBy: chineseDay(open.answerBy) } };
  },

  record: ({ unit, text }, { on }) => ({ type: "assistance-given", on, unit, text }),
});
