import { placeText } from "../document/place.js";
import type { Cell } from "../report/cell.js";
import { columnLabel, type Format, rowLabel, type TableId } from "../report/format.js";
import { cellKey, type FilledTable, type Report, tablesOf } from "../report/report.js";
import { columns, cutTo, type Dress } from "./terminal.js";

const TABLE_TITLES: Readonly<Record<TableId, string>> = {
  proactive: "表二　主动公开政府信息情况",
  requests: "表三　收到和处理政府信息公开申请情况",
  review_litigation: "表四　政府信息公开行政复议、行政诉讼情况",
};

/** The report as a person reads it on a terminal: what it is, its sections, its tables with the place of each row, and the doubts. */
export function reportText(report: Report, dress: Dress): string {
  const lines = [
    dress.bold(report.title?.text ?? report.source.name),
    ...columns(factsOf(report)).map((line) => `  ${line}`),
    "",
    ...report.sections.map(
      (section) =>
        `  ${section.heading.text}　${dress.dim(`${section.paragraphs.length} 段，${section.paragraphs.reduce((sum, { text }) => sum + text.length, 0)} 字，${placeText(section.heading.place)}`)}`,
    ),
  ];
  for (const table of tablesOf(report)) lines.push("", ...tableLines(report.format, table, dress));
  if (report.notes.length > 0) {
    lines.push("", dress.bold("读取说明"));
    for (const { message, place } of report.notes)
      lines.push(`  · ${message}${place ? dress.dim(`（${placeText(place)}）`) : ""}`);
  }
  return lines.join("\n");
}

function factsOf(report: Report): string[][] {
  const { agency, reportYear, period, signedOn, format, isFormatProved } = report;
  const name = agency.title ?? agency.body ?? agency.signOff;
  return [
    ["机关", name?.value ?? "（文中没有）"],
    ["年度", reportYear ? String(reportYear.value) : "（文中没有）"],
    ["格式", `${format.name}（${format.instrument}）${isFormatProved ? "" : "，表头不全，按年度推定"}`],
    ["统计期限", period ? `${period.value.from ?? "？"} 至 ${period.value.to ?? "？"}` : "（文中没有）"],
    ["落款日期", signedOn?.value ?? "（文中没有）"],
  ];
}

function tableLines(format: Format, table: FilledTable, dress: Dress): string[] {
  const form = format.tables[table.id];
  const lines = [dress.bold(TABLE_TITLES[table.id])];
  const present = [...form.rows, ...form.standIns.map((row) => ({ ...row, columns: form.columns.map(({ id }) => id) }))].filter(
    (row) => row.columns.some((column) => table.cells.has(cellKey(row.id, column))),
  );
  let head: readonly string[] = [];
  let block: string[][] = [];
  const flush = () => {
    lines.push(...columns(block).map((line, index) => `  ${index === 0 ? dress.dim(line) : line}`));
    block = [];
  };
  for (const row of present) {
    if (row.columns.join() !== head.join()) {
      if (block.length > 0) flush();
      head = row.columns;
      block.push(["", ...head.map((column) => columnLabel(form, column)), "位置"]);
    }
    const cells = row.columns.map((column) => table.cells.get(cellKey(row.id, column)));
    const first = cells.find((cell) => cell !== undefined);
    block.push([cutTo(rowLabel(form, row.id), 44), ...cells.map(cellText), first ? placeText(first.origin.place) : ""]);
  }
  if (block.length > 0) flush();
  return lines;
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "·";
  switch (cell.kind) {
    case "number":
      return `${cell.value}${cell.unit === "元" ? "元" : ""}${cell.note ? `（${cell.note}）` : ""}${cell.doubt ? "？" : ""}`;
    case "blank":
      return "（空）";
    case "unread":
      return `〔${cell.raw.trim()}〕`;
    default:
      return cell satisfies never;
  }
}
