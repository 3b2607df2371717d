import type { listExportRoutes } from "../../api/list-exports.js";
import { RIGHTS, type Right } from "../../api/rights.js";
import { exportAccounts } from "../../operations/accounts/export-accounts.js";
import { exportTokens } from "../../operations/accounts/export-tokens.js";
import { exportToday } from "../../operations/cases/export-today.js";
import type { ListFile } from "../../operations/list-exported.js";
import { exportNotices } from "../../operations/notices/export-notices.js";
import { exportCatalogue } from "../../operations/publishing/export-catalogue.js";
import { exportHandovers } from "../../operations/publishing/export-handovers.js";
import { exportReviews } from "../../operations/publishing/export-reviews.js";
import { exportCell } from "../../operations/reports/export-cell.js";
import { exportReports } from "../../operations/reports/export-reports.js";
import type { FileReply, HandlersOf } from "./handle.js";
import { manageableAccounts } from "./managed-accounts.js";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const workbook = (file: ListFile): FileReply => ({ ...file, mediaType });

export const listExportHandlers: HandlersOf<typeof listExportRoutes> = {
  async exportToday({ office, actor, params, query }) {
    return workbook(await exportToday(office, actor, { ...params, ...query }));
  },

  async exportReportCell({ office, actor, params, query, may }) {
    const isOpen = (agencyId: string) => may("cases:read", agencyId);
    return workbook(await exportCell(office, actor, { ...params, ...query, isOpen }));
  },

  async exportAccounts({ office, actor, query: { search, role }, may }) {
    const found = await manageableAccounts(office, may, search);
    const chosen = found.filter(({ account }) => role === undefined || account.roles.some((post) => post.role === role));
    return workbook(await exportAccounts(office, actor, chosen));
  },

  exportCatalogue: async ({ office, actor, params }) => workbook(await exportCatalogue(office, actor, params)),
  exportReviews: async ({ office, actor, params }) => workbook(await exportReviews(office, actor, params)),
  exportHandovers: async ({ office, actor, params }) => workbook(await exportHandovers(office, actor, params)),
  exportReports: async ({ office, actor, params }) => workbook(await exportReports(office, actor, params)),
  exportNotices: async ({ office, actor }) => workbook(await exportNotices(office, actor)),

  async exportTokens({ office, actor, params }) {
    const labelOf = (right: string): string => (right in RIGHTS ? RIGHTS[right as Right].label : right); // looked up just before
    return workbook(await exportTokens(office, actor, { ...params, labelOf }));
  },
};
