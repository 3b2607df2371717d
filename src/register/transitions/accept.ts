import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { needsConfirmation, OPEN_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { line } from "../input-fields.js";

/** 受理、分办：the request is taken in hand and given to a handler. */
export const accept = defineTransition({
  id: "accept",
  label: "受理并分办",
  basis: [regulations("第四十五条")],
  from: OPEN_STATES,
  to: ["handling"],
  leaves: ["unconfirmed", "received"],
  role: "registrar",
  records: "accepted",
  input: z.object({ handler: line }),
  refusals: { already: "已于{day}分办给{handler}，改由他人承办请使用“转办”。" },
  flags: { unconfirmed: "尚未与申请人双方确认收到，收到之日无从认定，请尽快确认。" },

  bar({ acceptedOn, handler }) {
    return acceptedOn && { refusalId: "already", data: { day: chineseDay(acceptedOn), handler: handler ?? "" } };
  },

  *flag({ request, confirmedOn }) {
    if (needsConfirmation(request) && confirmedOn === null) yield { flagId: "unconfirmed", data: {} };
  },

  record: ({ handler }, { on }) => ({ type: "accepted", on, handler }),
});
