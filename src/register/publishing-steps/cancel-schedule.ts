import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { words } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 取消定时：it waits for its publication again. */
export const cancelSchedule = defineItemTransition({
  id: "cancel-schedule",
  label: "取消定时公开",
  basis: [regulations("第二十六条")],
  from: ["scheduled"],
  to: ["approved"],
  role: "handler",
  records: "unscheduled",
  input: z.object({ why: words, by: signature }),

  record: ({ why, by }, { on }) => ({ type: "unscheduled", on, by, why }),
});
