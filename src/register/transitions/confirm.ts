import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { needsConfirmation, REGISTERED_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { CHANNEL_LABELS } from "../info-request.js";

/** 确认：agency and requester confirm receipt where nobody signed for the letter; that day is the day of receipt. */
export const confirm = defineTransition({
  id: "confirm",
  label: "与申请人确认收到",
  basis: [regulations("第三十一条第二项"), regulations("第三十一条第三项")],
  from: REGISTERED_STATES,
  to: ["received"],
  leaves: ["unconfirmed"],
  role: "registrar",
  records: "confirmed",
  input: z.object({}),
  refusals: {
    notNeeded: "本件通过“{channel}”提出，以提交或者签收之日为收到之日，无须再确认。",
    already: "已于{day}与申请人确认收到，不再重复确认。",
  },

  bar({ request, confirmedOn }) {
    if (!needsConfirmation(request)) return { refusalId: "notNeeded", data: { channel: CHANNEL_LABELS[request.channel] } };
    return confirmedOn && { refusalId: "already", data: { day: chineseDay(confirmedOn) } };
  },

  record: (_input, { on }) => ({ type: "confirmed", on }),
});
