import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { words } from "../input-fields.js";

/** 检索：what was searched where, the evidence that information does not exist. */
export const recordSearch = defineTransition({
  id: "record-search",
  label: "登记检索情况",
  basis: [regulations("第三十六条第四项")],
  from: OPEN_STATES,
  to: [],
  role: "handler",
  records: "searched",
  input: z.object({ where: words, terms: words, found: z.boolean() }),

  record: ({ where, terms, found }, { on }) => ({ type: "searched", on, where, terms, found }),
});
