import { z } from "zod";
import { reconsiderationLaw } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";

/** 恢复审理 */
export const resume = defineProceedingTransition({
  id: "resume",
  label: "登记恢复审理",
  basis: [reconsiderationLaw("第三十九条")],
  from: ["suspended"],
  to: ["pending", "appealed"],
  role: "handler",
  records: "resumed",
  input: z.object({}),

  record: (_input, { on }) => ({ type: "resumed", on }),
});
