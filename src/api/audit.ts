import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { pageOf, pageQuery } from "./paging.js";

const tag = "审计";
const right = "audit:read";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "应为 2026-03-02 这样的日期");
const question = {
  agencyId: z.string().max(128).optional().meta({ title: "机关", description: "哪个机关的日志；register 为全系统的" }),
  who: z.string().max(100).optional().meta({ title: "人员", description: "姓名、用户名中的文字，或者编号" }),
  kind: z.string().max(64).optional().meta({ title: "类别", description: "见 list-audit-kinds" }),
  subject: z.string().max(200).optional().meta({ title: "对象", description: "账号、案件、信息等的编号" }),
  from: day.optional().meta({ title: "自" }),
  to: day.optional().meta({ title: "至", description: "含当日" }),
};

const auditLine = z
  .object({
    chain: z.string(),
    position: z.int(),
    at: z.string(),
    by: z.string(),
    byName: z.string(),
    kind: z.string(),
    what: z.string().describe("做了什么"),
    subject: z.string(),
    subjectName: z.string().nullable(),
    reason: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: "AuditLine" });

const chainHead = z.object({
  chain: z.string().max(128),
  length: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/, "应为 64 位十六进制数"),
});

export const auditRoutes = {
  searchAudit: defineRoute({
    id: "search-audit",
    method: "GET",
    path: "/audit/entries",
    summary: "查审计日志：谁、何时、做了什么，前后有何变化；新的在前",
    tag,
    right,
    query: pageQuery.extend(question),
    reply: pageOf(auditLine),
  }),
  listAuditKinds: defineRoute({
    id: "list-audit-kinds",
    method: "GET",
    path: "/audit/kinds",
    summary: "审计日志的类别",
    tag,
    right,
    reply: z.object({ items: z.array(z.object({ kind: z.string(), label: z.string() })) }),
  }),
  verifyAudit: defineRoute({
    id: "verify-audit",
    method: "POST",
    path: "/audit/verification",
    summary: "逐条核对日志链和所记内容，指出每条链上第一处断点",
    tag,
    right,
    body: z.object({
      anchors: z.array(chainHead).max(10_000).default([]).describe("以前另行保存的各链末尾，核对它们是否仍在"),
    }),
    reply: z.object({
      isIntact: z.boolean(),
      entries: z.int(),
      breaks: z.array(
        z.object({
          chain: z.string(),
          position: z.int().nullable(),
          kind: z.string().nullable(),
          subject: z.string().nullable(),
          message: z.string(),
        }),
      ),
      heads: z.array(chainHead),
    }),
  }),
  exportAudit: defineRoute({
    id: "export-audit",
    method: "GET",
    path: "/audit/export/:format",
    summary: "导出查到的审计日志：xlsx、csv 或者 jsonl；导出本身也记入日志",
    tag,
    right,
    params: z.object({ format: z.enum(["xlsx", "csv", "jsonl"]) }),
    query: z.object(question),
    file: { mediaType: "application/octet-stream" },
  }),
};
