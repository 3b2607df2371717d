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
};
