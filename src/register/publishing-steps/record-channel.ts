import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { PUBLICATION_CHANNELS } from "../../law/publication/channels.js";
import { day, line } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { signature } from "../publishing/signature.js";

/** 登记公开渠道：where else it was made public; section one of the annual report counts these. */
export const recordChannel = defineItemTransition({
  id: "record-channel",
  label: "登记公开渠道",
  basis: [regulations("第二十三条"), regulations("第二十五条")],
  from: ["published", "drafting", "in-review", "on-hold", "returned", "approved", "scheduled"],
  to: [],
  role: "handler",
  records: "channel-recorded",
  input: z.object({
    channel: z.enum(PUBLICATION_CHANNELS),
    publishedOn: day,
    /** The account, the issue, the board, the address. */
    where: line.nullable().default(null),
    by: signature,
  }),
  refusals: {
    notPublic: "本件还没有公开，公开后再登记其他渠道。",
    laterDay: "{publishedOn}还没有到，尚未发布的不能登记。",
  },

  bar: ({ publication }) => (publication === null ? { refusalId: "notPublic", data: {} } : null),
  refuse(_state, { publishedOn }, { today }) {
    return publishedOn > today ? { refusalId: "laterDay", data: { publishedOn: chineseDay(publishedOn) } } : null;
  },
  record: ({ channel, publishedOn, where, by }, { on }) => ({ type: "channel-recorded", on, by, channel, publishedOn, where }),
});
