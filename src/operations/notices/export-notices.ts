import { loadAgencies } from "../../storage/stores/agency-store.js";
import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { ownNotices, type ShownNotice } from "./own-notices.js";

const PAGE = 500;

/** What somebody was told, as a workbook: only one's own, newest first; like the page it names numbers and no persons. */
export async function exportNotices(office: Office, actor: Actor): Promise<ListFile> {
  const rows = await everyRow<ShownNotice, number>(async (before) => {
    const { notices, next } = await ownNotices(office, actor, { before, limit: PAGE });
    return { rows: notices, next };
  });
  const names = new Map((await loadAgencies(office.database)).map(({ agency }) => [agency.id, agency.names.at(-1)?.value]));
  const columns: readonly ListColumn<ShownNotice>[] = [
    { head: "时间", width: 18, kind: "instant", of: ({ madeAt }) => madeAt },
    { head: "提醒", width: 24, of: ({ label }) => label },
    { head: "机关", width: 32, of: ({ agencyId }) => names.get(agencyId) ?? agencyId },
    { head: "编号", width: 30, of: ({ number }) => number },
    { head: "期限", width: 12, kind: "day", of: ({ dueOn }) => dueOn },
    { head: "已读", width: 8, of: ({ isRead }) => (isRead ? "是" : "否") },
  ];
  return exportList(office, actor, { list: "提醒", columns, rows });
}
