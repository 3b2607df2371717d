import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";
import { words } from "../input-fields.js";

/** 要求更正：the requester shows that records about himself in what the agency gave are wrong (第四十一条). */
export const recordRectificationRequest = defineTransition({
  id: "record-rectification-request",
  label: "登记更正政府信息的要求",
  basis: [regulations("第四十一条")],
  from: ["decided", "served", "archived"],
  needs: "还没有作出处理决定",
  to: [],
  role: "registrar",
  records: "rectification-requested",
  input: z.object({ records: words, evidence: words }),
  refusals: { open: "{day}提出的更正要求还没有答复。" },

  refuse({ rectification }) {
    if (rectification === null || rectification.answeredOn !== null) return null;
    return { refusalId: "open", data: { day: chineseDay(rectification.requestedOn) } };
  },

  record: ({ records, evidence }, { on }) => ({ type: "rectification-requested", on, records, evidence }),
});
