import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 撤回送审：a mistake was seen, or nobody is left who may sign. The round is over, the text is a draft again, and what was signed stays on record. */
export const recallSubmission = defineItemTransition({
  id: "recall-submission",
  label: "撤回送审",
  basis: [regulations("第十七条")],
  from: ["in-review", "on-hold"],
  to: ["drafting"],
  role: "handler",
  records: "recalled",
  input: z.object({ why: words, by: signature }),

  record: ({ why, by }, { on }) => ({ type: "recalled", on, by, why }),
});
