import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { RECTIFICATION_ANSWERS } from "../case-event.js";
import { defineTransition } from "../define-transition.js";
import { line, words } from "../input-fields.js";

/** 答复更正要求：corrected, not corrected, handed on to the agency that may correct it, or the requester is told to turn there (第四十一条). */
export const answerRectification = defineTransition({
  id: "answer-rectification",
  label: "答复更正要求",
  basis: [regulations("第四十一条")],
  from: ["decided", "served", "archived"],
  needs: "还没有作出处理决定",
  to: [],
  role: "head",
  records: "rectification-answered",
  input: z.object({ answer: z.enum(RECTIFICATION_ANSWERS), reasons: words, competent: line.optional() }),
  refusals: {
    notRequested: "没有登记尚未答复的更正要求。",
    whoElse: "转送或者告知向其他机关提出的，应当写明有权更正的行政机关。",
  },

  bar({ rectification }) {
    return rectification === null || rectification.answeredOn !== null ? { refusalId: "notRequested", data: {} } : null;
  },

  refuse(_state, { answer, competent }) {
    const isElsewhere = answer === "transferred" || answer === "referred";
    return isElsewhere && competent === undefined ? { refusalId: "whoElse", data: {} } : null;
  },

  record: ({ answer, reasons, competent }, { on }) => ({
    type: "rectification-answered",
    on,
    answer,
    reasons,
    ...(competent === undefined ? {} : { competent }),
  }),
});
