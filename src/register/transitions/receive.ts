import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { defineTransition } from "../define-transition.js";

/** 收到：the letter, message or person reached the agency; from here the day of receipt is worked out. */
export const receive = defineTransition({
  id: "receive",
  label: "登记收到申请",
  basis: [regulations("第三十一条"), regulations("第四十五条")],
  from: ["unregistered"],
  to: ["received", "unconfirmed"],
  role: "registrar",
  records: "received",
  input: z.object({}),
  flags: { otherDay: "申请上登记的到达日期是{arrived}，与收到日期{received}不同，请核对。" },

  *flag({ request }, _input, { on }) {
    if (request.arrivedOn === on) return;
    yield { flagId: "otherDay", data: { arrived: chineseDay(request.arrivedOn), received: chineseDay(on) } };
  },

  record: (_input, { on }) => ({ type: "received", on }),
});
