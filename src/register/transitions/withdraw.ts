import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";

/** 撤回：the requester takes the request back before it is decided. Counted under （六）3.其他. */
export const withdraw = defineTransition({
  id: "withdraw",
  label: "登记申请人撤回",
  basis: [regulations("第四十五条")],
  from: OPEN_STATES,
  to: ["withdrawn"],
  role: "registrar",
  records: "withdrawn",
  input: z.object({}),

  record: (_input, { on }) => ({ type: "withdrawn", on }),
});
