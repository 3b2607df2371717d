import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, type ComposedSection, composedTables } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import { type PrintedCell, type PrintedTable, printedTable } from "./printed-table.js";

/** Writes the report as plain text: a paragraph a line, a blank line between paragraphs, a row of a table a line with its cells between tabs. */
export function writeText(report: ComposedReport): Uint8Array {
  const { signOff } = report;
  const blocks = [
    report.title,
    ...report.preface,
    ...report.sections.flatMap((section) => sectionBlocks(report, section)),
    ...(signOff?.agency ? [signOff.agency] : []),
    ...(signOff?.on ? [chineseDay(signOff.on)] : []),
    ...report.remarks,
  ];
  return new TextEncoder().encode(`${blocks.join("\n\n")}\n`);
}

function sectionBlocks(report: ComposedReport, { id, heading, paragraphs, notes }: ComposedSection): string[] {
  const tables = composedTables(report).filter((table) => table === id);
  return [heading, ...paragraphs, ...tables.map((table) => tableText(report, table)), ...notes];
}

function tableText(report: ComposedReport, id: TableId): string {
  const table = printedTable(report, id);
  return rowsOf(table)
    .map((cells) => cells.join("\t"))
    .join("\n");
}

/** Each cell at its top left place; the places a merged cell covers besides are empty. */
function rowsOf({ cells, widths, rowCount }: PrintedTable): string[][] {
  const rows = Array.from({ length: rowCount }, () => widths.map(() => ""));
  for (const cell of cells) putText(rows[cell.row], cell);
  return rows;
}

function putText(row: string[] | undefined, { column, text }: PrintedCell): void {
  if (row) row[column] = text.replace(/\s+/g, " ");
}
