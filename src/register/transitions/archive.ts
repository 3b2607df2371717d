import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineTransition } from "../define-transition.js";

/** 归档：nothing is left to do. */
export const archive = defineTransition({
  id: "archive",
  label: "归档",
  basis: [regulations("第四十五条")],
  from: ["served", "lapsed", "withdrawn"],
  needs: "还没有送达",
  to: ["archived"],
  role: "registrar",
  records: "archived",
  input: z.object({}),

  record: (_input, { on }) => ({ type: "archived", on }),
});
