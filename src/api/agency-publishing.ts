import { z } from "zod";
import { disclosureRules } from "../register/publishing/disclosure-rules.js";
import { guide } from "../register/publishing/guide.js";
import { publishingSettings } from "../register/publishing/publishing-settings.js";
import { defineRoute } from "./define-route.js";
import { agency, tag, version } from "./publishing-parts.js";
import { catalogueEntry, dutyReply, guideReply } from "./publishing-shapes.js";

/** How an agency publishes: its catalogue and days, its guide, rules and settings. */
export const agencyPublishingRoutes = {
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
} as const;
