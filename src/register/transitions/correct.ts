import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { REGISTERED_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { CASE_EVENT_BODY } from "../event-body.js";
import { line } from "../input-fields.js";

/** 更正：what was written down was wrong. The wrong entry stays in the history; the figures follow the right one. */
export const correct = defineTransition({
  id: "correct",
  label: "更正记录",
  basis: [regulations("第六条"), regulations("第四十五条")],
  from: REGISTERED_STATES,
  to: [...REGISTERED_STATES, "unregistered"],
  role: "head",
  records: "corrected",
  input: z.object({ eventId: line, replacement: CASE_EVENT_BODY.nullable() }),
  refusals: {
    unknownEvent: "本件没有编号为“{eventId}”的有效记录，可能已被更正。",
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
