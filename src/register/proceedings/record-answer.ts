import { z } from "zod";
import { litigationLaw, reconsiderationLaw } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";

/** 提交答复、答辩：the agency answers with its evidence. Late is told, not forbidden. */
export const recordAnswer = defineProceedingTransition({
  id: "record-answer",
  label: "登记提交答复书或者答辩状",
  basis: [reconsiderationLaw("第四十八条、第五十四条"), litigationLaw("第六十七条")],
  from: ["pending", "suspended", "appealed", "concluded"],
  to: [],
  role: "handler",
  records: "answered",
  input: z.object({}),
  refusals: { again: "已于{day}提交；如登记有误，请更正原记录。" },
  flags: { noNotice: "没有收到答复通知或者应诉通知的记录，答复期限无从起算。" },

  bar({ answeredOn }) {
    return answeredOn && { refusalId: "again", data: { day: chineseDay(answeredOn) } };
  },

  *flag({ notifiedOn }) {
    if (notifiedOn === null) yield { flagId: "noNotice", data: {} };
  },

  record: (_input, { on }) => ({ type: "answered", on }),
});
