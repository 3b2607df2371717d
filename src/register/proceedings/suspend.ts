import { z } from "zod";
import { reconsiderationLaw } from "../../law/citation.js";
import { defineProceedingTransition } from "../define-proceeding-transition.js";
import { words } from "../input-fields.js";

/** 中止：the body or court stops for a while. */
export const suspend = defineProceedingTransition({
  id: "suspend",
  label: "登记中止",
  basis: [reconsiderationLaw("第三十九条")],
  from: ["pending", "appealed"],
  to: ["suspended"],
  role: "handler",
  records: "suspended",
  input: z.object({ grounds: words }),

  record: ({ grounds }, { on }) => ({ type: "suspended", on, grounds }),
});
