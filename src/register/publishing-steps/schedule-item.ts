import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 定时公开：the server publishes it at an instant that lies ahead. */
export const scheduleItem = defineItemTransition({
  id: "schedule-item",
  label: "定时公开",
  basis: [regulations("第二十六条")],
  from: ["approved", "scheduled"],
  to: ["scheduled"],
  role: "handler",
  records: "scheduled",
  input: z.object({
    publishAt: z.iso.datetime(),
    /** The instant it is asked for, from the server. */
    now: z.iso.datetime(),
    by: signature,
  }),
  refusals: {
    past: "定时公开的时间已经过去，请改用“立即公开”或者另定时间。",
    tooFar: "定时公开的时间在一年以后，请核对。",
  },

  refuse(_state, { publishAt, now }) {
    const ahead = Date.parse(publishAt) - Date.parse(now);
    if (ahead <= 0) return { refusalId: "past", data: {} };
    return ahead > 366 * 24 * 60 * 60 * 1000 ? { refusalId: "tooFar", data: {} } : null;
  },
  record: ({ publishAt, by }, { on }) => ({ type: "scheduled", on, by, publishAt }),
});
