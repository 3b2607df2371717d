import { z } from "zod";
import { litigationLaw, reconsiderationLaw } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";
import { line } from "../input-fields.js";
import { RESULT_LABELS } from "../proceeding-state.js";
import { usualResult } from "../usual-result.js";

/** 审结：the decision or judgment, in its own words and in the class of table four. */
export const conclude = defineProceedingTransition({
  id: "conclude",
  label: "登记审理结果",
  basis: [reconsiderationLaw("第六十三条至第六十九条"), litigationLaw("第六十九条至第七十八条")],
  from: ["pending", "suspended", "appealed"],
  to: ["concluded"],
  role: "handler",
  records: "concluded",
  input: z.object({ result: z.enum(["upheld", "corrected", "other"]), holding: line }),
  flags: { unusual: "“{holding}”通常计入“{usual}”，本次登记为“{result}”，请核对。" },

  *flag(_state, { result, holding }) {
    const usual = usualResult(holding);
    if (usual === null || usual === result) return;
    yield { flagId: "unusual", data: { holding, usual: RESULT_LABELS[usual], result: RESULT_LABELS[result] } };
  },

  record: ({ result, holding }, { on }) => ({ type: "concluded", on, result, holding }),
});
