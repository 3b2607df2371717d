import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { CORRECTION_REFUSALS, refuseCorrection } from "../correction-rules.js";
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
  refusals: CORRECTION_REFUSALS,
  refuse: (_state, input, circumstances) => refuseCorrection(input, circumstances),
  record: ({ eventId, replacement }, { on }) => ({ type: "corrected", on, eventId, replacement }),
});
