import { z } from "zod";
import { regulations } from "../../law/citation.js";
import { chineseDay } from "../../law/plain-date.js";
import { day } from "../input-fields.js";
import { defineItemTransition } from "../publishing/define-item-transition.js";
import { itemContent } from "../publishing/item-content.js";
import { signature } from "../publishing/signature.js";

/** 导入：what the former site already made public, with its day, its address and its index number as they were. */
export const importItem = defineItemTransition({
  id: "import-item",
  label: "导入已公开的信息",
  basis: [regulations("第二十四条")],
  from: ["none"],
  to: ["published"],
  role: "handler",
  records: "imported",
  input: z.object({
    content: itemContent,
    indexNumber: z.string().trim().min(1).max(64),
    formerlyPublishedOn: day,
    publishedAt: z.iso.datetime(),
    formerAddress: z.url().max(2000).nullable().default(null),
    by: signature,
  }),
  refusals: {
    notPublic: "“{title}”的公开属性不是主动公开，不能作为已公开的信息导入。",
    laterDay: "原网站的发布日期{publishedOn}还没有到。",
  },

  refuse(_state, { content, formerlyPublishedOn }, { today }) {
    if (content.attribute?.value !== "active") return { refusalId: "notPublic", data: { title: content.title } };
    if (formerlyPublishedOn > today) return { refusalId: "laterDay", data: { publishedOn: chineseDay(formerlyPublishedOn) } };
    return null;
  },
  record: ({ content, indexNumber, formerlyPublishedOn, publishedAt, formerAddress, by }, { on }) => ({
    ...{ type: "imported", on, by, content, indexNumber, formerlyPublishedOn, publishedAt, formerAddress },
  }),
});
