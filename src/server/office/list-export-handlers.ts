import type { listExportRoutes } from "../../api/list-exports.js";
import { exportAccounts } from "../../operations/accounts/export-accounts.js";
import { exportToday } from "../../operations/cases/export-today.js";
import type { ListFile } from "../../operations/list-exported.js";
import { exportCell } from "../../operations/reports/export-cell.js";
import { manageableAccounts } from "./account-handlers.js";
import type { FileReply, HandlersOf } from "./handle.js";

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
};
