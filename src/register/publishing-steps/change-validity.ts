import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { day, line } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 改变有效性：a document is repealed, expires, is amended. Table two counts what ends. */
export const changeValidity = defineItemTransition({
  id: "change-validity",
  label: "改变有效性",
  basis: [regulations("第六条"), regulations("第二十条第一项")],
  from: ["published", "drafting", "in-review", "on-hold", "returned", "approved", "scheduled", "kept"],
  to: [],
  role: "handler",
  records: "validity-changed",
  input: z.object({
    validity: line,
    /** The first day it no longer is as before. */
    from: day,
    /** What says so: the repealing document, its own term. */
    authority: line,
    /** Whether it no longer is in force; known from the agency's list of marks. */
    ends: z.boolean(),
    by: signature,
  }),
  refusals: {
    undated: "本件没有生成日期，请先补填。",
    beforeMade: "{from}早于生成日期{madeOn}，请核对。",
    same: "有效性已经是“{mark}”。",
  },

  bar: ({ content }) => (content?.madeOn == null ? { refusalId: "undated", data: {} } : null),
  refuse({ content, validity: now }, { validity, from }) {
    const madeOn = content?.madeOn ?? null;
    if (madeOn !== null && from < madeOn) {
      return { refusalId: "beforeMade", data: { from: chineseDay(from), madeOn: chineseDay(madeOn) } };
    }
    return now?.mark === validity && now.from === from ? { refusalId: "same", data: { mark: validity } } : null;
  },
  record: ({ validity, from, authority, ends, by }, { on }) => ({
    ...{ type: "validity-changed", on, by, validity, from, authority, ends },
  }),
});
