import { z } from "zod";
import { PUBLICATION_CHANNELS } from "../law/publication/channels.js";
import { day } from "../register/input-fields.js";
import { defineRoute } from "./define-route.js";
import { id, item, tag, version, words } from "./publishing-parts.js";
import { itemReply, linkInput } from "./publishing-shapes.js";

/** When and where an item is public, and what becomes of it then. */
export const itemReleaseRoutes = {
  "schedule-item": defineRoute({
    ...{ id: "schedule-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/schedule", right: "items:review", tag },
    summary: "定时公开",
    params: item,
    body: z.object({ version, publishAt: z.iso.datetime({ offset: true }) }),
    reply: itemReply,
  }),
  "cancel-schedule": defineRoute({
    ...{ id: "cancel-schedule", method: "POST", right: "items:review", tag },
    path: "/agencies/:agencyId/items/:itemId/schedule/cancellation",
    summary: "取消定时公开",
    params: item,
    body: z.object({ version, why: words }),
    reply: itemReply,
  }),
  "publish-item": defineRoute({
    ...{ id: "publish-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/publication", right: "items:review", tag },
    summary: "立即公开：时间由服务器写入，索引号自动生成",
    params: item,
    body: z.object({ version }),
    reply: itemReply,
  }),
  "withdraw-item": defineRoute({
    ...{
      id: "withdraw-item",
      method: "POST",
      path: "/agencies/:agencyId/items/:itemId/withdrawal",
      right: "items:withdraw",
      tag,
    },
    summary: "撤回已公开的信息：原地址保留日期、决定机关和理由",
    params: item,
    body: z.object({ version, authority: z.string().trim().min(1).max(200), why: words }),
    reply: itemReply,
  }),
  "reassess-item": defineRoute({
    ...{ id: "reassess-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/assessments", right: "items:review", tag },
    summary: "定期评估审查不公开的信息（条例第十八条）",
    params: item,
    body: z.object({ version, outcome: z.enum(["stays", "open"]), why: words }),
    reply: itemReply,
  }),
  "link-items": defineRoute({
    ...{ id: "link-items", method: "POST", path: "/agencies/:agencyId/items/:itemId/links", right: "items:draft", tag },
    summary: "关联解读、被废止或者修改的文件",
    params: item,
    body: linkInput.extend({ version }),
    reply: itemReply,
  }),
  "unlink-items": defineRoute({
    ...{ id: "unlink-items", method: "POST", path: "/agencies/:agencyId/items/:itemId/links/removal", right: "items:draft", tag },
    summary: "取消关联",
    params: item,
    body: linkInput.extend({ version, why: words }),
    reply: itemReply,
  }),
  "record-channel": defineRoute({
    ...{ id: "record-channel", method: "POST", path: "/agencies/:agencyId/items/:itemId/channels", right: "items:draft", tag },
    summary: "登记其他公开渠道",
    params: item,
    body: z.object({
      version,
      channel: z.enum(PUBLICATION_CHANNELS),
      publishedOn: day,
      where: z.string().trim().min(1).max(200).nullable().default(null),
    }),
    reply: itemReply,
  }),
  "change-validity": defineRoute({
    ...{ id: "change-validity", method: "POST", path: "/agencies/:agencyId/items/:itemId/validity", right: "items:review", tag },
    summary: "改变有效性：废止、失效、修改；表二随之统计",
    params: item,
    body: z.object({ version, validity: id, from: day, authority: z.string().trim().min(1).max(200) }),
    reply: itemReply,
  }),
} as const;
