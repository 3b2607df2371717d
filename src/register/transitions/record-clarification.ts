import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { defineTransition } from "../define-transition.js";
import { words } from "../input-fields.js";

/** 收到补正：the requester added what was missing, and the term to answer runs anew. */
export const recordClarification = defineTransition({
  id: "record-clarification",
  label: "登记补正材料",
  basis: [regulations("第三十条")],
  from: ["awaiting-clarification"],
  needs: "没有等待申请人补正的事项",
  to: ["unconfirmed", "received", "handling", "awaiting-reasons", "awaiting-opinion", "awaiting-payment"],
  role: "registrar",
  records: "clarified",
  input: z.object({ text: words, isClear: z.boolean() }),

  record: ({ text, isClear }, { on }) => ({ type: "clarified", on, text, isClear }),
});
