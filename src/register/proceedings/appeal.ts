import { z } from "zod";
import { litigationLaw } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";

/** 上诉：the judgment is not in force; the case is pending again. */
export const appeal = defineProceedingTransition({
  id: "appeal",
  label: "登记上诉",
  basis: [litigationLaw("第八十五条")],
  from: ["concluded"],
  to: ["appealed"],
  role: "handler",
  records: "appealed",
  input: z.object({}),
  refusals: {
    notASuit: "行政复议没有上诉；不服复议决定提起诉讼的，请另行登记诉讼。",
    second: "本案已经上诉过，二审判决、裁定是终审的判决、裁定。",
  },

  bar({ proceeding, appealedOn }) {
    if (proceeding.kind === "reconsideration") return { refusalId: "notASuit", data: {} };
    return appealedOn && { refusalId: "second", data: {} };
  },

  record: (_input, { on }) => ({ type: "appealed", on }),
});
