import { z } from "zod";
import { litigationLaw, reconsiderationLaw, regulations } from "../../law/citation.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";
import { answersOf, GROUNDS, ROW_REFUSALS, refuseRow } from "../outcome-grounds.js";

/**
 * 重新作出处理：a reconsideration or a judgment has set the answer aside and orders another. The year in which the request was first
 * answered keeps its row of table three; that the answer was set aside is counted in table four.
 */
export const decideAnew = defineTransition({
  id: "decide-anew",
  label: "重新作出处理决定",
  basis: [reconsiderationLaw("第六十四条"), litigationLaw("第七十条"), regulations("第三十六条")],
  from: ["decided", "lapsed", "served", "archived"],
  needs: "还没有作出处理决定",
  to: ["decided"],
  role: "head",
  records: "decided-anew",
  input: z.object({ outcome: line, grounds: GROUNDS, ordered: line, letterNumber: line.optional() }),
  refusals: ROW_REFUSALS,

  refuse: (_state, { outcome, grounds }) => refuseRow(outcome, answersOf(grounds)),

  record: ({ outcome, grounds, ordered, letterNumber }, { on }) => ({
    type: "decided-anew",
    on,
    outcome,
    grounds: Object.fromEntries(answersOf(grounds)),
    ordered,
    ...(letterNumber === undefined ? {} : { letterNumber }),
  }),
});
