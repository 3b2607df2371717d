import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { namesOf } from "../cases/names-of.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { editionsOfYear, type ListedEdition } from "./editions.js";
import { listReports, type ReportProgress } from "./list-reports.js";

interface EditionRow {
  readonly report: ReportProgress;
  /** Null: nothing was frozen for the year yet. */
  readonly edition: ListedEdition | null;
}

/** The annual reports of an agency as a workbook, a line for each edition; a year without one has a line that says so. */
export async function exportReports(
  office: Office,
  actor: Actor,
  { agencyId }: { readonly agencyId: string },
): Promise<ListFile> {
  const rows: EditionRow[] = [];
  for (const report of await listReports(office, agencyId)) {
    const editions = await editionsOfYear(office.database, agencyId, report.year);
    rows.push(...editions.toReversed().map((edition) => ({ report, edition })));
    if (editions.length === 0) rows.push({ report, edition: null });
  }
  const people = rows.flatMap(({ edition }) => [edition?.frozenBy ?? [], edition?.release?.releasedBy ?? []].flat());
  const columns = columnsWith(await namesOf(office, people));
  return exportList(office, actor, { agencyId, list: "年度报告", columns, rows });
}

function columnsWith(nameOf: (id: string) => string): readonly ListColumn<EditionRow>[] {
  const named = (id: string | undefined): string | null => (id === undefined ? null : nameOf(id));
  return [
    { head: "年度", width: 8, of: ({ report }) => report.year },
    { head: "进度", width: 22, of: progressOf },
    { head: "版次", width: 8, of: ({ edition }) => edition?.edition ?? null },
    { head: "公布期限", width: 12, kind: "day", of: ({ report }) => report.deadline },
    { head: "统计截至", width: 18, kind: "instant", of: ({ edition }) => edition?.asOf ?? null },
    { head: "定稿时间", width: 18, kind: "instant", of: ({ edition }) => edition?.frozenAt ?? null },
    { head: "定稿人", width: 14, of: ({ edition }) => named(edition?.frozenBy) },
    { head: "更正原因", width: 40, of: ({ edition }) => edition?.reason ?? null },
    { head: "发布时间", width: 18, kind: "instant", of: ({ edition }) => edition?.release?.releasedAt ?? null },
    { head: "发布人", width: 14, of: ({ edition }) => named(edition?.release?.releasedBy) },
    { head: "文件", width: 36, of: ({ edition }) => edition?.release?.files.map(({ format }) => format).join("、") ?? null },
    { head: "内容散列", width: 68, of: ({ edition }) => edition?.contentHash ?? null },
  ];
}

function progressOf({ report: { isOver }, edition }: EditionRow): string {
  if (edition !== null) return edition.release === null ? "已定稿，未发布" : "已发布";
  return isOver ? "编制中" : "年度未结束";
}
