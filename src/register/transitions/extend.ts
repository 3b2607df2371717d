import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { TIME_LIMITS } from "../../law/clock/time-limits.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { day, line, words } from "../input-fields.js";

const LONGEST_WORKING_DAYS = TIME_LIMITS.extension.length;

/** 延长答复期限：once, at most twenty working days, approved and told before the first term ends. */
export const extend = defineTransition({
  id: "extend",
  label: "延长答复期限",
  basis: [regulations("第三十三条第二款")],
  from: OPEN_STATES,
  to: [],
  role: "head",
  records: "extended",
  input: z.object({ workingDays: z.int().min(1).max(365), approvedBy: line, toldOn: day, grounds: words }),
  refusals: {
    second: "已于{day}延长{workingDays}个工作日；答复期限只能延长一次。",
    tooLong: "拟延长{workingDays}个工作日，延长的期限最长不得超过 20 个工作日。",
  },
  flags: { toldBefore: "告知申请人的日期{told}早于批准延期之日{on}。" },

  bar({ extension }) {
    if (extension === null) return null;
    return { refusalId: "second", data: { day: chineseDay(extension.on), workingDays: extension.workingDays } };
  },

  refuse(_state, { workingDays }) {
    return workingDays <= LONGEST_WORKING_DAYS ? null : { refusalId: "tooLong", data: { workingDays } };
  },

  *flag(_state, { toldOn }, { on }) {
    if (toldOn < on) yield { flagId: "toldBefore", data: { told: chineseDay(toldOn), on: chineseDay(on) } };
  },

  record: (input, { on }) => ({ type: "extended", on, ...input }),
});
