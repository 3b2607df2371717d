import { z } from "zod";
import { PUBLICATION_CHANNELS } from "../law/publication/channels.js";
import { day } from "../register/input-fields.js";
import { disclosureRules } from "../register/publishing/disclosure-rules.js";
import { guide } from "../register/publishing/guide.js";
import { importMapping } from "../register/publishing/import-mapping.js";
import { itemContent } from "../register/publishing/item-content.js";
import { REVIEW_VERDICTS } from "../register/publishing/item-event.js";
import { publishingSettings } from "../register/publishing/publishing-settings.js";
import { secrecyForm } from "../register/publishing/secrecy-form.js";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";
import {
  catalogueEntry,
  dutyReply,
  guideReply,
  handoverReply,
  importReport,
  itemReply,
  itemRow,
  itemStateName,
  linkInput,
} from "./publishing-shapes.js";

const id = z.string().trim().min(1).max(200);
const agency = z.object({ agencyId: id });
const item = z.object({ agencyId: id, itemId: id });
const words = z.string().trim().min(1).max(5000);
/** The version of the item that was read: of two writers one wins, the other is told what changed. */
const version = z.int().nonnegative();
const tag = "主动公开";

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

export const publishingRoutes = {
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
  "screen-item": defineRoute({
    ...{ id: "screen-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/screening", right: "items:draft", tag },
    summary: "公开前筛查正文和附件；答复附原文片段，历史里不留",
    params: item,
    body: z.object({ version }),
    reply: itemReply,
  }),
  "clear-hit": defineRoute({
    ...{ id: "clear-hit", method: "POST", path: "/agencies/:agencyId/items/:itemId/screening/:hitId", right: "items:draft", tag },
    summary: "核对一处筛查结果：可以照原样公开，并说明理由",
    params: item.extend({ hitId: id }),
    body: z.object({ version, why: words }),
    reply: itemReply,
  }),
  "clear-hits": defineRoute({
    ...{ id: "clear-hits", method: "POST", path: "/agencies/:agencyId/items/:itemId/clearances", right: "items:draft", tag },
    summary: "核对多处相同的筛查结果：一个理由，逐处记录",
    params: item,
    body: z.object({ version, hitIds: z.array(id).min(1).max(2000), why: words }),
    reply: itemReply,
  }),
  "mask-hits": defineRoute({
    ...{ id: "mask-hits", method: "POST", path: "/agencies/:agencyId/items/:itemId/masking", right: "items:draft", tag },
    summary: "隐去正文或者附件中的筛查结果：生成新的一稿，重新筛查以证明已经隐去",
    params: item,
    body: z.object({ version, hitIds: z.array(id).min(1).max(5000) }),
    reply: itemReply,
  }),
  "submit-item": defineRoute({
    ...{ id: "submit-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/submission", right: "items:draft", tag },
    summary: "送审；没有筛查过的先筛查",
    params: item,
    body: z.object({ version }),
    reply: itemReply,
  }),
  "review-item": defineRoute({
    ...{ id: "review-item", method: "POST", path: "/agencies/:agencyId/items/:itemId/reviews", right: "items:review", tag },
    summary: "审核：同意、退回、不予发布、暂缓、报请确定",
    params: item,
    body: z.object({
      version,
      stepId: id,
      verdict: z.enum(REVIEW_VERDICTS),
      opinion: words.nullable().default(null),
      checked: z.array(id).max(40).default([]),
      referredTo: z.string().trim().min(1).max(200).nullable().default(null),
    }),
    reply: itemReply,
  }),
  "review-secrecy": defineRoute({
    ...{ id: "review-secrecy", method: "POST", right: "items:secrecy-review", tag },
    path: "/agencies/:agencyId/items/:itemId/secrecy-reviews",
    summary: "保密审查表",
    params: item,
    body: z.object({ version, stepId: id, form: secrecyForm }),
    reply: itemReply,
  }),
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
  "read-catalogue": defineRoute({
    ...{ id: "read-catalogue", method: "GET", path: "/agencies/:agencyId/catalogue", right: "items:read", tag },
    summary: "法定主动公开目录：按条例第二十条、第二十一条逐项列出，附空缺和长期未更新",
    params: agency,
    reply: z.object({ items: z.array(catalogueEntry).readonly(), others: z.int().describe("不属于任何一项的件数") }),
  }),
  "read-publication-calendar": defineRoute({
    ...{ id: "read-publication-calendar", method: "GET", right: "items:read", tag },
    path: "/agencies/:agencyId/publication-calendar",
    summary: "应当公开、解读、评估、移送的事项和期限，将要逾期的在前",
    params: agency,
    query: z.object({ days: z.coerce.number().int().min(1).max(400).default(60) }),
    reply: z.object({ duties: z.array(dutyReply).readonly() }),
  }),
  "read-guide": defineRoute({
    ...{ id: "read-guide", method: "GET", path: "/agencies/:agencyId/guide", right: "items:read", tag },
    summary: "政府信息公开指南，附条例第十二条要求而尚缺的内容",
    params: agency,
    reply: guideReply,
  }),
  "write-guide": defineRoute({
    ...{ id: "write-guide", method: "PUT", path: "/agencies/:agencyId/guide", right: "agency:configure", tag },
    summary: "修改指南；齐全的随即公开",
    params: agency,
    body: z.object({ version, guide }),
    reply: guideReply,
  }),
  "read-disclosure-rules": defineRoute({
    ...{ id: "read-disclosure-rules", method: "GET", path: "/agencies/:agencyId/rules", right: "items:read", tag },
    summary: "政府信息公开制度",
    params: agency,
    reply: z.object({ version, rules: disclosureRules.nullable() }),
  }),
  "write-disclosure-rules": defineRoute({
    ...{ id: "write-disclosure-rules", method: "PUT", path: "/agencies/:agencyId/rules", right: "agency:configure", tag },
    summary: "修改制度栏目",
    params: agency,
    body: z.object({ version, rules: disclosureRules }),
    reply: z.object({ version, rules: disclosureRules.nullable() }),
  }),
  "read-publishing-settings": defineRoute({
    ...{ id: "read-publishing-settings", method: "GET", right: "items:read", tag },
    path: "/agencies/:agencyId/publishing-settings",
    summary: "审核流程、索引号规则、有效性标注、期限提醒、移送、推送",
    params: agency,
    reply: z.object({ version, settings: publishingSettings }),
  }),
  "write-publishing-settings": defineRoute({
    ...{ id: "write-publishing-settings", method: "PUT", right: "agency:configure", tag },
    path: "/agencies/:agencyId/publishing-settings",
    summary: "修改主动公开的设置；正在审核的信息仍按送审时的流程",
    params: agency,
    body: z.object({ version, settings: publishingSettings }),
    reply: z.object({ version, settings: publishingSettings }),
  }),
  "read-import": defineRoute({
    ...{ id: "read-import", method: "POST", path: "/agencies/:agencyId/item-imports/reading", right: "items:draft", tag },
    summary: "看一看待导入的文件：表头、前几行、建议的对应关系",
    params: agency,
    body: z.object({ attachmentId: id }),
    reply: z.object({
      kind: z.enum(["table", "folder"]),
      head: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      total: z.int(),
      mapping: importMapping.nullable(),
    }),
  }),
  "import-items": defineRoute({
    ...{ id: "import-items", method: "POST", path: "/agencies/:agencyId/item-imports", right: "items:draft", tag },
    summary: "导入 xlsx、csv 表格，或者含 docx、doc、wps、odt、pdf、txt 的压缩包；先试算（isDryRun）再写入",
    params: agency,
    body: z.object({
      attachmentId: id,
      mapping: importMapping.nullable().default(null),
      /** "published": what is public already keeps its number and day; "draft": goes through the review. */
      as: z.enum(["draft", "published"]),
      publishedOn: z
        .union([z.literal("as-made"), day])
        .nullable()
        .default(null)
        .describe("压缩包作为已公开的信息导入时的发布日期：统一的一天，或者 as-made（各按成文日期）"),
      isDryRun: z.boolean().default(true),
    }),
    reply: importReport,
  }),
  "list-handovers": defineRoute({
    ...{ id: "list-handovers", method: "GET", path: "/agencies/:agencyId/handovers", right: "items:read", tag },
    summary: "向国家档案馆、公共图书馆提供政府信息的登记（条例第二十五条），含零报送",
    params: agency,
    reply: z.object({ items: z.array(handoverReply).readonly() }),
  }),
  "prepare-handover": defineRoute({
    ...{ id: "prepare-handover", method: "POST", path: "/agencies/:agencyId/handovers", right: "items:review", tag },
    summary: "生成一期移送：目录、文件和散列值；期内没有公开信息的为零报送",
    params: agency,
    body: z.object({ receiverId: id, from: day, to: day }),
    reply: handoverReply,
  }),
  "download-handover": defineRoute({
    ...{
      id: "download-handover",
      method: "GET",
      path: "/agencies/:agencyId/handovers/:handoverId/package",
      right: "items:read",
      tag,
    },
    summary: "下载移送包（zip）的一卷：第一卷有全部的目录、说明和散列清单，各卷有正文和附件",
    params: agency.extend({ handoverId: id }),
    query: z.object({ part: z.coerce.number().int().min(1).max(10_000).default(1).describe("第几卷") }),
    file: { mediaType: "application/zip" },
  }),
  "receipt-handover": defineRoute({
    ...{
      id: "receipt-handover",
      method: "POST",
      path: "/agencies/:agencyId/handovers/:handoverId/receipt",
      right: "items:review",
      tag,
    },
    summary: "登记接收单位的签收",
    params: agency.extend({ handoverId: id }),
    body: z.object({ on: day, by: z.string().trim().min(1).max(100), note: z.string().trim().max(500).nullable().default(null) }),
    reply: handoverReply,
  }),
} as const;
