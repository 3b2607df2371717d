import { z } from "zod";
import { CHANNELS, type Channel } from "../info-request.js";

const text = (most: number) => z.string().trim().max(most).default("");

/** How a request may be brought in by one channel: only what is described here is announced (国办公开办函〔2017〕19号). */
const guideChannel = z.object({
  channel: z.enum(CHANNELS),
  /** The address, number or account to send it to. */
  where: text(500),
  /** What to mind: on which days, marked how, and from when it counts as received. */
  how: text(3000),
  isOpen: z.boolean(),
});

/** 政府信息公开指南 with everything 条例 第十二条 asks for, in fields, so that nothing required can be missing unseen. */
export const guide = z.object({
  /** 政府信息的分类 */
  classification: text(5000),
  /** 编排体系 */
  arrangement: text(5000),
  /** 获取方式 */
  obtaining: text(5000),
  office: z.object({
    name: text(200),
    address: text(300),
    hours: text(300),
    phone: text(100),
    fax: text(100),
    /** 互联网联系方式 */
    online: text(300),
    postcode: text(20),
  }),
  channels: z.array(guideChannel).max(CHANNELS.length).default([]),
  /** 申请的处理、收费、救济和监督: what else a guide explains. */
  procedure: text(10_000),
  fees: text(5000),
  supervision: text(5000),
  /** Where to read: archives, libraries, service halls (条例 第二十五条). */
  readingPlaces: z
    .array(z.object({ name: text(200), address: text(300), hours: text(300) }))
    .max(50)
    .default([]),
});
export type Guide = z.output<typeof guide>;
export type GuideChannel = z.output<typeof guideChannel>;

/** What 条例 第十二条 asks for and the guide does not say. */
export interface GuideGap {
  readonly field: string;
  readonly label: string;
  readonly basis: string;
}

const ARTICLE_12 = "政府信息公开条例第十二条第二款";
const LETTER_19 = "国办公开办函〔2017〕19号";

/** The fields the Regulations require, in their order. */
const REQUIRED: readonly { readonly field: string; readonly label: string; readonly of: (guide: Guide) => string }[] = [
  { field: "classification", label: "政府信息的分类", of: (one) => one.classification },
  { field: "arrangement", label: "编排体系", of: (one) => one.arrangement },
  { field: "obtaining", label: "获取方式", of: (one) => one.obtaining },
  { field: "office.name", label: "政府信息公开工作机构的名称", of: ({ office }) => office.name },
  { field: "office.address", label: "办公地址", of: ({ office }) => office.address },
  { field: "office.hours", label: "办公时间", of: ({ office }) => office.hours },
  { field: "office.phone", label: "联系电话", of: ({ office }) => office.phone },
  { field: "office.fax", label: "传真号码", of: ({ office }) => office.fax },
  { field: "office.online", label: "互联网联系方式", of: ({ office }) => office.online },
];

/** Everything the guide lacks; empty when it may be published. */
export function guideGaps(one: Guide): GuideGap[] {
  const fields = REQUIRED.filter(({ of }) => of(one).trim() === "").map(({ field, label }) => ({
    field,
    label,
    basis: ARTICLE_12,
  }));
  const channels = one.channels.flatMap((channel, index): GuideGap[] => {
    if (!channel.isOpen || isDescribed(channel)) return [];
    return [{ field: `channels.${index}`, label: "已开通渠道的地址和使用注意事项", basis: LETTER_19 }];
  });
  const basic = BASIC_CHANNELS.filter((channel) => !one.channels.some((open) => open.channel === channel && open.isOpen));
  const missing = basic.map((channel) => ({ field: "channels", label: BASIC_LABELS[channel], basis: LETTER_19 }));
  return [...fields, ...channels, ...missing];
}

/** 当面提交 and 邮政寄送 may never be refused, so every guide describes them. */
const BASIC_CHANNELS = ["in_person", "registered_mail"] as const satisfies readonly Channel[];
const BASIC_LABELS = { in_person: "当面提交申请的渠道", registered_mail: "邮政寄送申请的渠道" } as const;

/** The channels that are announced: open, and described so that somebody can use them. The others do not appear anywhere. */
export function announcedChannels({ channels }: Pick<Guide, "channels">): readonly GuideChannel[] {
  return channels.filter((channel) => channel.isOpen && isDescribed(channel));
}

function isDescribed({ where, how }: GuideChannel): boolean {
  return where.trim() !== "" && how.trim() !== "";
}

/** An empty guide, to begin with. */
export const EMPTY_GUIDE: Guide = guide.parse({ office: {} });
