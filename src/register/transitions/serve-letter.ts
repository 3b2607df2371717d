import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { SERVICE_METHODS } from "../case-event.js";
import { REGISTERED_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";

/** 送达文书：a notice on the way to the answer, or a letter to somebody else, reached its addressee. The answer itself is served by `serve`. */
export const serveLetter = defineTransition({
  id: "serve-letter",
  label: "登记其他文书送达",
  basis: [regulations("第三十条"), regulations("第三十二条"), regulations("第四十五条")],
  from: REGISTERED_STATES,
  to: [],
  role: "registrar",
  records: "letter-served",
  input: z.object({ letter: line, inquiry: line.optional(), method: z.enum(SERVICE_METHODS), proof: line.optional() }),
  refusals: { notAsked: "到{on}为止没有这份文书所说的征求意见的记录；征求意见书不会在发出以前送达，请核对送达日期。" },
  flags: { noProof: "没有登记送达凭证（回执、邮件编号、发送记录等），日后难以证明送达日期。" },

  refuse({ consultations }, { inquiry }, { on }) {
    if (inquiry === undefined || consultations.some(({ eventId }) => eventId === inquiry)) return null;
    return { refusalId: "notAsked", data: { on: chineseDay(on) } };
  },

  *flag(_state, { proof }) {
    if (proof === undefined) yield { flagId: "noProof", data: {} };
  },

  record: ({ letter, inquiry, method, proof }, { on }) => ({
    type: "letter-served",
    on,
    letter,
    ...(inquiry === undefined ? {} : { inquiry }),
    method,
    ...(proof === undefined ? {} : { proof }),
  }),
});
