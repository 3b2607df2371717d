import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";

/** 逾期不补正：nothing came in the term given, without good reason; the request is deemed abandoned. */
export const lapseClarification = defineTransition({
  id: "lapse-clarification",
  label: "认定逾期不补正",
  basis: [regulations("第三十条")],
  from: ["awaiting-clarification"],
  needs: "没有等待申请人补正的事项",
  to: ["lapsed"],
  role: "handler",
  records: "clarification-lapsed",
  input: z.object({}),
  refusals: { tooSoon: "补正期限到{clarifyBy}为止，期限届满前不能认定逾期不补正。" },

  bar({ clarification }, { on }) {
    if (clarification === null || on > clarification.clarifyBy) return null;
    return { refusalId: "tooSoon", data: { clarifyBy: chineseDay(clarification.clarifyBy) } };
  },

  record: (_input, { on }) => ({ type: "clarification-lapsed", on }),
});
