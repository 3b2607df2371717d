import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { OPEN_STATES } from "../case-state.js";
import { consultationOf } from "../consultation.js";
import { defineTransition } from "../define-transition.js";
import { day, line } from "../input-fields.js";

/** 征求共同制作机关意见：the lead agency asks those that made the information with it; their silence is agreement. */
export const askJointMaker = defineTransition({
  id: "ask-joint-maker",
  label: "征求共同制作机关意见",
  basis: [regulations("第三十四条")],
  from: OPEN_STATES,
  to: ["awaiting-opinion"],
  leaves: ["unconfirmed", "received", "handling"],
  role: "handler",
  records: "joint-maker-asked",
  input: z.object({ agency: line, receivedOn: day.optional() }),
  refusals: {
    again: "已于{day}征求过{agency}的意见，不必重复征求。",
    receivedBefore: "{agency}收到征求意见函的日期{receivedOn}早于发出之日{on}。",
  },

  refuse(state, { agency, receivedOn }, { on }) {
    const earlier = consultationOf(state, "joint-maker", agency);
    if (earlier) return { refusalId: "again", data: { day: chineseDay(earlier.askedOn), agency } };
    if (receivedOn === undefined || receivedOn >= on) return null;
    return { refusalId: "receivedBefore", data: { agency, receivedOn: chineseDay(receivedOn), on: chineseDay(on) } };
  },

  record: ({ agency, receivedOn }, { on }) => ({
    type: "joint-maker-asked",
    on,
    agency,
    ...(receivedOn === undefined ? {} : { receivedOn }),
  }),
});
