import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";
import { line } from "../input-fields.js";
import { PROCEEDING_ACTS } from "../proceeding-acts.js";
import { actReader } from "../read-act.js";

/** 更正：what was written down of a proceeding was wrong. */
export const correctProceeding = defineProceedingTransition({
  id: "correct-proceeding",
  label: "更正复议或者诉讼记录",
  basis: [regulations("第六条")],
  from: ["pending", "suspended", "concluded", "appealed"],
  to: ["unfiled", "pending", "suspended", "concluded", "appealed"],
  role: "head",
  records: "corrected",
  input: z.object({ eventId: line, replacement: actReader(PROCEEDING_ACTS).nullable() }),
  refusals: {
    unknownEvent: "本案没有编号为“{eventId}”的有效记录，可能已被更正。",
    noReason: "更正记录必须写明理由。",
    futureDay: "更正后的日期晚于今天，尚未发生的事项不能登记。",
  },

  refuse(_state, { eventId, replacement }, { standing = [], reason, today }) {
    if (!standing.some(({ id }) => id === eventId)) return { refusalId: "unknownEvent", data: { eventId } };
    if (replacement !== null && replacement.on > today) return { refusalId: "futureDay", data: {} };
    return reason === undefined ? { refusalId: "noReason", data: {} } : null;
  },

  record: ({ eventId, replacement }, { on }) => ({ type: "corrected", on, eventId, replacement }),
});
