import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { consultationOf } from "../consultation.js";
import { defineTransition } from "../define-transition.js";
import { day, line } from "../input-fields.js";

/** 征求第三方意见：giving the information out may harm somebody, who is asked in writing. */
export const askThirdParty = defineTransition({
  id: "ask-third-party",
  label: "征求第三方意见",
  basis: [regulations("第三十二条")],
  from: OPEN_STATES,
  to: ["awaiting-opinion"],
  leaves: ["unconfirmed", "received", "handling"],
  role: "handler",
  records: "third-party-asked",
  input: z.object({ party: line, receivedOn: day.optional() }),
  refusals: {
    again: "已于{day}征求过{party}的意见，不必重复征求。",
    receivedBefore: "第三方收到征求意见书的日期{receivedOn}早于发出之日{on}。",
  },

  refuse(state, { party, receivedOn }, { on }) {
    const earlier = consultationOf(state, "third-party", party);
    if (earlier) return { refusalId: "again", data: { day: chineseDay(earlier.askedOn), party } };
    if (receivedOn === undefined || receivedOn >= on) return null;
    return { refusalId: "receivedBefore", data: { receivedOn: chineseDay(receivedOn), on: chineseDay(on) } };
  },

  record: ({ party, receivedOn }, { on }) => ({
    type: "third-party-asked",
    on,
    party,
    ...(receivedOn === undefined ? {} : { receivedOn }),
  }),
});
