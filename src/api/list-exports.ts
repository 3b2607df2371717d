import { z } from "zod";
import { OFFICE_ROLES } from "../register/office-role.js";
import { ACCOUNTS } from "./account-shapes.js";
import { DESK_GROUPS } from "./case-view.js";
import { defineRoute } from "./define-route.js";
import { ADDRESS, AGENCY, REPORT_YEAR, reportInstant } from "./report-parts.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const file = { mediaType: XLSX };

/** Lists that are taken out as they are shown: the same rights, the same filter. That it was done is in the audit trail. */
export const listExportRoutes = {
  exportToday: defineRoute({
    id: "export-today",
    method: "GET",
    path: "/agencies/:agencyId/today.xlsx",
    summary: "导出今日待办（xlsx），范围与页面相同；导出记入审计日志",
    tag: "申请",
    right: "cases:read",
    params: z.object(AGENCY),
    query: z.object({ group: z.enum(DESK_GROUPS).optional(), handler: z.string().max(100).optional() }),
    file,
  }),
  exportReportCell: defineRoute({
    id: "export-report-cell",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/cells/:table/:row/:column/export",
    summary: "导出一格数字所依据的记录（xlsx）；导出记入审计日志",
    tag: "年度报告",
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, ...ADDRESS }),
    query: z.object({ asOf: reportInstant.optional(), edition: z.coerce.number().int().min(1).optional() }),
    file,
  }),
  exportAccounts: defineRoute({
    id: "export-accounts",
    method: "GET",
    path: "/accounts/export",
    summary: "导出账号和角色（xlsx），范围与列表相同；导出记入审计日志",
    tag: ACCOUNTS,
    right: "accounts:manage",
    query: z.object({ search: z.string().max(100).optional(), role: z.enum(OFFICE_ROLES).optional() }),
    file,
  }),
  exportCatalogue: defineRoute({
    id: "export-catalogue",
    method: "GET",
    path: "/agencies/:agencyId/catalogue.xlsx",
    summary: "导出法定主动公开目录和空缺（xlsx）；导出记入审计日志",
    tag: "主动公开",
    right: "items:read",
    params: z.object(AGENCY),
    file,
  }),
  exportReviews: defineRoute({
    id: "export-reviews",
    method: "GET",
    path: "/agencies/:agencyId/reviews.xlsx",
    summary: "导出待我审核的信息（xlsx），期限近的在前；导出记入审计日志",
    tag: "主动公开",
    right: "items:read",
    params: z.object(AGENCY),
    file,
  }),
  exportHandovers: defineRoute({
    id: "export-handovers",
    method: "GET",
    path: "/agencies/:agencyId/handovers.xlsx",
    summary: "导出移送档案馆、图书馆的登记（xlsx）；导出记入审计日志",
    tag: "主动公开",
    right: "items:read",
    params: z.object(AGENCY),
    file,
  }),
  exportReports: defineRoute({
    id: "export-reports",
    method: "GET",
    path: "/agencies/:agencyId/reports.xlsx",
    summary: "导出各年度报告和各版（xlsx）；导出记入审计日志",
    tag: "年度报告",
    right: "reports:read",
    params: z.object(AGENCY),
    file,
  }),
  exportTokens: defineRoute({
    id: "export-tokens",
    method: "GET",
    path: "/agencies/:agencyId/tokens.xlsx",
    summary: "导出其他系统的访问令牌（xlsx），不含令牌本身；导出记入审计日志",
    tag: ACCOUNTS,
    right: "accounts:manage",
    params: z.object(AGENCY),
    file,
  }),
  exportNotices: defineRoute({
    id: "export-notices",
    method: "GET",
    path: "/notices.xlsx",
    summary: "导出我的提醒（xlsx），只有编号，没有姓名；导出记入审计日志",
    tag: "提醒",
    right: "signed-in",
    file,
  }),
};
