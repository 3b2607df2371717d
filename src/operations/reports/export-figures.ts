import { headOfFigure } from "../../register/monthly-rows.js";
import { writeWorkbook } from "../../writers/workbook/write-workbook.js";
import type { Actor, Office } from "../office.js";
import { listFigures } from "./list-figures.js";
import { listDocuments } from "./normative-documents.js";

export interface ExportedSheet {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface YearOfAgency {
  readonly agencyId: string;
  readonly year: number;
}

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The figures of a year as a sheet that can be filled in and imported again: months down, kinds across; a blank stays blank. */
export async function exportFigures(office: Office, actor: Actor, question: YearOfAgency): Promise<ExportedSheet> {
  const { asked, figures } = await listFigures(office, question);
  const columns = asked.flatMap((one) => {
    const head = one.isPowerless ? null : headOfFigure(one);
    return head === null ? [] : [{ ...one, head }];
  });
  const values = new Map(figures.map(({ row, column, month, value }) => [`${row}|${column}|${month}`, value]));
  const months = Array.from({ length: 12 }, (_, at) => `${question.year}-${String(at + 1).padStart(2, "0")}`);
  const rows = [
    ["月份", ...columns.map(({ head }) => head)],
    ...months.map((month) => [month, ...columns.map(({ row, column }) => values.get(`${row}|${column}|${month}`) ?? null)]),
  ];
  const sheet = { name: "按月数字", layout: "list" as const, rows, widths: rows[0]?.map((_, at) => (at === 0 ? 10 : 18)) ?? [] };
  const bytes = writeWorkbook([sheet], { title: `表二按月数字（${question.year}年）`, creator: actor.name });
  return { fileName: `按月数字-${question.year}.xlsx`, mediaType, bytes };
}

/** The list of rules and normative documents, in the form the import reads. */
export async function exportDocuments(office: Office, actor: Actor, question: YearOfAgency): Promise<ExportedSheet> {
  const { documents } = await listDocuments(office, question);
  const rows = [
    ["类别", "标题", "文号", "制发日期", "公开日期", "废止日期"],
    ...documents.map(({ kind, title, number, madeOn, publishedOn, repealedOn }) => [
      kind === "rules" ? "规章" : "规范性文件",
      ...[title, number, madeOn, publishedOn, repealedOn],
    ]),
  ];
  const sheet = { name: "规章和规范性文件", layout: "list" as const, rows, widths: [14, 60, 26, 14, 14, 14] };
  const bytes = writeWorkbook([sheet], { title: "规章和行政规范性文件清单", creator: actor.name });
  return { fileName: "规章和规范性文件.xlsx", mediaType, bytes };
}
