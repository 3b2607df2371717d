import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";

/** 转办：another unit of the same agency takes over; the clock does not care. */
export const transferInside = defineTransition({
  id: "transfer-inside",
  label: "转办",
  basis: [regulations("第四条"), regulations("第四十五条")],
  from: OPEN_STATES,
  to: [],
  role: "registrar",
  records: "transferred",
  input: z.object({ unit: line, handler: line.optional() }),

  record: ({ unit, handler }, { on }) => ({ type: "transferred", on, unit, ...(handler === undefined ? {} : { handler }) }),
});
