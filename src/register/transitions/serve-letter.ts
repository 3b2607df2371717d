import { z } from "zod";
import { regulations } from "../../law/citation.js";
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
  input: z.object({ letter: line, method: z.enum(SERVICE_METHODS), proof: line.optional() }),
  flags: { noProof: "没有登记送达凭证（回执、邮件编号、发送记录等），日后难以证明送达日期。" },

  *flag(_state, { proof }) {
    if (proof === undefined) yield { flagId: "noProof", data: {} };
  },

  record: ({ letter, method, proof }, { on }) => ({
    type: "letter-served",
    on,
    letter,
    method,
    ...(proof === undefined ? {} : { proof }),
  }),
});
