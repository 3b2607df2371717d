import { type ListColumn, listWorkbook } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { type ListFile, noteExport } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { cellRecords, type RecordBehind, type RecordKind } from "./cell-records.js";

const KINDS: Readonly<Record<RecordKind, string>> = {
  request: "申请",
  proceeding: "复议、诉讼",
  document: "规范性文件",
  figure: "按月数字",
};

const COLUMNS: readonly ListColumn<RecordBehind>[] = [
  { head: "种类", width: 14, of: ({ kind }) => KINDS[kind] },
  { head: "编号", width: 26, of: ({ number, id }) => (number === "" ? id : number) },
  { head: "内容", width: 60, of: ({ title }) => title },
  { head: "日期", width: 12, kind: "day", of: ({ on }) => on },
];
const PAGE = 500;

type CellQuestion = Omit<Parameters<typeof cellRecords>[2], "from" | "limit">;

/** The records behind a figure as a workbook. Whoever may not see the requests of an agency is told their numbers, not what was asked for. */
export async function exportCell(
  office: Office,
  actor: Actor,
  { isOpen, ...question }: CellQuestion & { readonly isOpen: (agencyId: string) => Promise<boolean> },
): Promise<ListFile> {
  const records = await everyRow<RecordBehind, number>(async (from) => {
    const page = await cellRecords(office, actor, { ...question, from: from ?? 0, limit: PAGE });
    return { rows: page.records, next: page.next };
  });
  const open = new Map<string, boolean>();
  for (const id of new Set(records.map(({ agencyId }) => agencyId))) open.set(id, await isOpen(id));
  const rows = records.map((record) =>
    record.kind === "request" && open.get(record.agencyId) !== true ? { ...record, title: "" } : record,
  );
  const { agencyId, year } = question;
  await noteExport(office, actor, { agencyId, list: `${year} 年度报告一格的记录`, rows: rows.length });
  const list = { name: "所依据的记录", title: `${year}年度报告：一格数字所依据的记录`, creator: actor.name };
  return { fileName: `所依据的记录-${year}.xlsx`, bytes: listWorkbook({ ...list, columns: COLUMNS, rows }) };
}
