import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, words } from "../input-fields.js";

/** 确定延迟答复的合理期限：good reasons, but too much for the ordinary term. */
export const setLaterDate = defineTransition({
  id: "set-later-date",
  label: "确定延迟答复期限",
  basis: [regulations("第三十五条")],
  from: OPEN_STATES,
  to: [],
  role: "head",
  records: "later-date-set",
  input: z.object({ due: day, grounds: words }),
  refusals: {
    again: "已确定延迟答复至{due}，不再另行确定；如有误，请更正原记录。",
    noGoodReasons: "申请人没有说明理由，或者理由未被认为合理，不能依第三十五条延迟答复。",
    notLater: "延迟答复的日期{due}不晚于{on}。",
  },

  bar({ laterDate, reasons }) {
    if (laterDate) return { refusalId: "again", data: { due: chineseDay(laterDate) } };
    return reasons?.areReasonable ? null : { refusalId: "noGoodReasons", data: {} };
  },

  refuse(_state, { due }, { on }) {
    return due > on ? null : { refusalId: "notLater", data: { due: chineseDay(due), on: chineseDay(on) } };
  },

  record: ({ due, grounds }, { on }) => ({ type: "later-date-set", on, due, grounds }),
});
