import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { line, words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { isPublic } from "../publishing/item-state.js";
import { signature } from "../publishing/signature.js";

/** 撤回：the text goes, its address stays and says who withdrew it, when and why. */
export const withdrawItem = defineItemTransition({
  id: "withdraw-item",
  label: "撤回已公开的信息",
  basis: [regulations("第六条"), regulations("第十七条")],
  from: ["published", "drafting", "in-review", "on-hold", "returned", "approved", "scheduled"],
  to: ["withdrawn"],
  leaves: ["published"],
  role: "head",
  records: "withdrawn",
  input: z.object({
    /** The organ that decided so. */
    authority: line,
    why: words,
    withdrawnAt: z.iso.datetime(),
    by: signature,
  }),
  refusals: { notPublic: "本件没有公开，无从撤回。" },

  bar: (state) => (isPublic(state) ? null : { refusalId: "notPublic", data: {} }),
  record: ({ authority, why, withdrawnAt, by }, { on }) => ({ type: "withdrawn", on, by, authority, why, withdrawnAt }),
});
