import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { SERVICE_METHODS } from "../case-event.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";

/** 送达：the answer reached the requester; the terms of remedy run from here. */
export const serve = defineTransition({
  id: "serve",
  label: "登记送达",
  basis: [regulations("第三十六条"), regulations("第四十条")],
  from: ["decided", "lapsed", "withdrawn", "served"],
  needs: "还没有作出处理决定",
  to: ["served"],
  role: "registrar",
  records: "served",
  input: z.object({ method: z.enum(SERVICE_METHODS), proof: line.optional() }),
  flags: {
    noProof: "没有登记送达凭证（回执、邮件编号、发送记录等），日后难以证明送达日期。",
    again: "已于{day}送达过，本次为再次送达。",
  },

  *flag({ servedOn }, { proof }) {
    if (proof === undefined) yield { flagId: "noProof", data: {} };
    if (servedOn) yield { flagId: "again", data: { day: chineseDay(servedOn) } };
  },

  record: ({ method, proof }, { on }) => ({ type: "served", on, method, ...(proof === undefined ? {} : { proof }) }),
});
