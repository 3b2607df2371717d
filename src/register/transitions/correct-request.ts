import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { REGISTERED_STATES } from "../case-state.js";
import { defineTransition } from "../define-transition.js";
import { CHANNELS, REQUESTER_KINDS } from "../info-request.js";
import { day } from "../input-fields.js";
import { entryOf, isSameEntry } from "../request-entry.js";

/**
 * 更正申请登记：the kind of requester, the channel or the day of arrival was typed wrong. Clock and figures follow; who asks, and for
 * what, is the requester's own statement and stays as it is.
 */
export const correctRequest = defineTransition({
  id: "correct-request",
  label: "更正申请登记",
  basis: [regulations("第六条"), regulations("第三十一条"), regulations("第四十五条")],
  from: REGISTERED_STATES,
  to: REGISTERED_STATES,
  role: "head",
  records: "request-corrected",
  input: z.object({
    requesterKind: z.enum(REQUESTER_KINDS).optional(),
    channel: z.enum(CHANNELS).optional(),
    arrivedOn: day.optional(),
  }),
  refusals: {
    nothing: "填写的内容与现在登记的相同，没有可更正的。",
    noReason: "更正申请登记必须写明理由。",
    futureDay: "更正后的到达日期晚于今天，尚未到达的申请不能登记。",
  },
  flags: {
    otherDay: "收到登记的日期是{received}，与更正后的到达日期{arrived}不同，请用“更正记录”一并核对。",
  },

  refuse({ request }, input, { reason, today }) {
    const was = entryOf(request);
    if (isSameEntry(was, entered(was, input))) return { refusalId: "nothing", data: {} };
    if (reason === undefined) return { refusalId: "noReason", data: {} };
    return input.arrivedOn !== undefined && input.arrivedOn > today ? { refusalId: "futureDay", data: {} } : null;
  },

  *flag({ receivedOn }, { arrivedOn }) {
    if (arrivedOn === undefined || receivedOn === null || receivedOn === arrivedOn) return;
    yield { flagId: "otherDay", data: { received: chineseDay(receivedOn), arrived: chineseDay(arrivedOn) } };
  },

  record: ({ requesterKind, channel, arrivedOn }, { on }) => ({
    type: "request-corrected",
    on,
    ...(requesterKind === undefined ? {} : { requesterKind }),
    ...(channel === undefined ? {} : { channel }),
    ...(arrivedOn === undefined ? {} : { arrivedOn }),
  }),
});

type Entry = ReturnType<typeof entryOf>;
type Given = { readonly [Part in keyof Entry]?: Entry[Part] | undefined };

const entered = (was: Entry, { requesterKind, channel, arrivedOn }: Given): Entry => ({
  requesterKind: requesterKind ?? was.requesterKind,
  channel: channel ?? was.channel,
  arrivedOn: arrivedOn ?? was.arrivedOn,
});
