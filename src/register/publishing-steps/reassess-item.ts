import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 定期评估审查：what was not published is looked at again; what may be published by now goes back to its draft. */
export const reassessItem = defineItemTransition({
  id: "reassess-item",
  label: "定期评估审查",
  basis: [regulations("第十八条")],
  from: ["kept"],
  to: ["drafting"],
  role: "head",
  records: "reassessed",
  input: z.object({ outcome: z.enum(["stays", "open"]), why: words, by: signature }),

  record: ({ outcome, why, by }, { on }) => ({ type: "reassessed", on, by, outcome, why }),
});
