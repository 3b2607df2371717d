import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { REGISTERED_STATES } from "../case-state.js";
import { CORRECTION_REFUSALS, refuseCorrection } from "../correction-rules.js";
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
  refusals: CORRECTION_REFUSALS,
  refuse: (_state, input, circumstances) => refuseCorrection(input, circumstances),
  record: ({ eventId, replacement }, { on }) => ({ type: "corrected", on, eventId, replacement }),
});
