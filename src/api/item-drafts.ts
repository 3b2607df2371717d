import { z } from "zod";
import { itemContent } from "../register/publishing/item-content.js";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";
import { agency, id, item, tag, version, words } from "./publishing-parts.js";
import { itemReply, itemRow, itemStateName } from "./publishing-shapes.js";

/** What a list of items is narrowed to. */
const itemQuestion = {
  state: itemStateName.optional(),
  disclosureItem: z.string().max(60).optional(),
  theme: z.string().max(4).optional(),
  genre: z.string().max(20).optional(),
  year: z.coerce.number().int().min(1949).max(2200).optional(),
  text: z.string().trim().max(200).optional(),
  /** "review": whose turn is mine; "draft": mine to go on with; "late": past or near its day. */
  waiting: z.enum(["review", "draft", "late"]).optional(),
  /** A mark of validity, as the settings have it. */
  validity: z.string().max(40).optional(),
  /** "publish", "reassess": near the last day or past it; "interpret": documents of the last months that nothing interprets. */
  due: z.enum(["publish", "reassess", "interpret"]).optional(),
};

/** Items of information as they are listed, written and read. */
export const itemDraftRoutes = {
  "list-items": defineRoute({
    ...{ id: "list-items", method: "GET", path: "/agencies/:agencyId/items", right: "items:read", tag },
    summary: "主动公开信息列表，可按状态、事项、分类、年份、文字筛选",
    params: agency,
    query: pageQuery.extend(itemQuestion),
    reply: pageOf(itemRow),
  }),
  "export-items": defineRoute({
    ...{ id: "export-items", method: "GET", path: "/agencies/:agencyId/items/export", right: "items:read", tag },
    summary: "导出主动公开信息清单，xlsx；筛选条件与列表相同",
    params: agency,
    query: z.object(itemQuestion),
    file: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  }),
  "draft-item": defineRoute({
    ...{ id: "draft-item", method: "POST", path: "/agencies/:agencyId/items", right: "items:draft", tag },
    summary: "拟稿",
    params: agency,
    body: z.object({ content: itemContent }),
    reply: itemReply,
  }),
  "read-item": defineRoute({
    ...{ id: "read-item", method: "GET", path: "/agencies/:agencyId/items/:itemId", right: "items:read", tag },
    summary: "一件信息：内容、状态、期限、可以办理的步骤和不能办理的理由、审核、筛查、历史",
    params: item,
    reply: itemReply,
  }),
  "revise-item": defineRoute({
    ...{ id: "revise-item", method: "PUT", path: "/agencies/:agencyId/items/:itemId", right: "items:draft", tag },
    summary: "修改；已公开的，修改稿审核通过前公开的内容不变",
    params: item,
    body: z.object({ version, content: itemContent, why: words.nullable().default(null) }),
    reply: itemReply,
  }),
  "store-item-attachment": defineRoute({
    ...{ id: "store-item-attachment", method: "POST", path: "/agencies/:agencyId/item-attachments", right: "items:draft", tag },
    summary: "上传附件、插图，或者待导入的表格、压缩包；返回的编号写入稿件后才与信息相连",
    params: agency,
    takesFile: true,
    reply: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), sha256: z.string(), size: z.int() }),
  }),
  "read-stored-picture": defineRoute({
    ...{ id: "read-stored-picture", method: "GET", path: "/agencies/:agencyId/item-attachments/:attachmentId", tag },
    right: "items:draft",
    summary: "查看已上传的插图，供拟稿时预览",
    params: agency.extend({ attachmentId: id }),
    file: { mediaType: "application/octet-stream" },
  }),
  "read-item-attachment": defineRoute({
    ...{ id: "read-item-attachment", method: "GET", right: "items:read", tag },
    path: "/agencies/:agencyId/items/:itemId/attachments/:attachmentId",
    summary: "下载附件",
    params: item.extend({ attachmentId: id }),
    file: { mediaType: "application/octet-stream" },
  }),
} as const;
