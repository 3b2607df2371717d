import { z } from "zod";
import { litigationLaw, reconsiderationLaw } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";

/** 收到答复、应诉通知：from here the agency's own term to answer runs. */
export const recordNotice = defineProceedingTransition({
  id: "record-notice",
  label: "登记收到答复通知或者应诉通知",
  basis: [reconsiderationLaw("第四十八条、第五十四条"), litigationLaw("第六十七条")],
  from: ["pending", "suspended", "appealed", "concluded"],
  to: [],
  role: "registrar",
  records: "notified",
  input: z.object({}),
  refusals: { again: "已于{day}收到通知；如登记有误，请更正原记录。" },

  bar({ notifiedOn }) {
    return notifiedOn && { refusalId: "again", data: { day: chineseDay(notifiedOn) } };
  },

  record: (_input, { on }) => ({ type: "notified", on }),
});
