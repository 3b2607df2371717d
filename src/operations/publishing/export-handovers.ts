import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { type HandoverView, listHandovers } from "./handovers.js";

const COLUMNS: readonly ListColumn<HandoverView>[] = [
  { head: "时段起", width: 12, kind: "day", of: ({ from }) => from },
  { head: "时段止", width: 12, kind: "day", of: ({ to }) => to },
  { head: "接收单位", width: 28, of: ({ receiver }) => receiver.name },
  { head: "零报送", width: 10, of: ({ isNil }) => (isNil ? "是" : "否") },
  { head: "信息件数", width: 10, of: ({ items }) => items },
  { head: "其中已撤回", width: 12, of: ({ withdrawn }) => withdrawn },
  { head: "文件数", width: 10, of: ({ files }) => files },
  { head: "分卷数", width: 10, of: ({ parts }) => parts.length },
  { head: "生成时间", width: 18, kind: "instant", of: ({ preparedAt }) => preparedAt },
  { head: "生成人", width: 14, of: ({ preparedBy }) => preparedBy },
  { head: "签收日期", width: 12, kind: "day", of: ({ receipt }) => receipt?.on ?? null },
  { head: "签收人", width: 16, of: ({ receipt }) => receipt?.by ?? null },
  { head: "备注", width: 30, of: ({ receipt }) => receipt?.note ?? null },
  { head: "散列清单的散列值", width: 68, of: ({ manifestSha256 }) => manifestSha256 },
];

/** The register of handovers to archive and library (条例 第二十五条) as a workbook. */
export async function exportHandovers(
  office: Office,
  actor: Actor,
  { agencyId }: { readonly agencyId: string },
): Promise<ListFile> {
  return exportList(office, actor, {
    ...{ agencyId, list: "移送档案馆、图书馆", columns: COLUMNS, rows: await listHandovers(office, agencyId) },
  });
}
