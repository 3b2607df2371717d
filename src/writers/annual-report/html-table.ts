import { escapeXml } from "../package/escape-xml.js";
import type { PrintedCell, PrintedTable } from "./printed-table.js";

/**
 * A table of HTML that can be followed without seeing it: a caption, heads with their scope, and each figure names its heads,
 * as merged heads on several levels ask for (WCAG 2.1 technique H43).
 */
export function htmlTable(table: PrintedTable): string {
  const rows = Array.from({ length: table.rowCount }, (): string[] => []);
  for (const cell of table.cells) rows[cell.row]?.push(cellHtml(table, cell));
  const lines = rows.map((cells) => `<tr>${cells.join("")}</tr>`);
  const head = table.headRows > 0 ? `<thead>${lines.slice(0, table.headRows).join("\n")}</thead>\n` : "";
  return `<div class="table" role="region" aria-label="${escapeXml(table.caption)}" tabindex="0"><table><caption>${escapeXml(table.caption)}</caption>\n${head}<tbody>${lines.slice(table.headRows).join("\n")}</tbody></table></div>`;
}

function cellHtml(table: PrintedTable, cell: PrintedCell): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ""}`;
  const text = escapeXml(cell.text);
  if (cell.role === "value")
    return `<td${spans} headers="${headsOf(table, cell)
      .map((head) => idOf(table, head))
      .join(" ")}">${text}</td>`;
  const scope = cell.role === "head" ? (cell.columnSpan > 1 ? "colgroup" : "col") : cell.rowSpan > 1 ? "rowgroup" : "row";
  return `<th id="${idOf(table, cell)}" class="${cell.role}" scope="${scope}"${spans}>${text}</th>`;
}

const idOf = (table: PrintedTable, { row, column }: PrintedCell): string => `${table.id}-${row}-${column}`;

/** The heads above a figure, of the block it stands in, and the labels beside it. */
function headsOf({ cells }: PrintedTable, value: PrintedCell): PrintedCell[] {
  const above = cells.filter(
    (cell) => cell.role === "head" && cell.row < value.row && covers(cell.column, cell.columnSpan, value.column),
  );
  const nearest = Math.max(...above.map(({ row, rowSpan }) => row + rowSpan));
  const block = above.filter(({ row, rowSpan }) => isJoined(above, row + rowSpan, nearest));
  const beside = cells.filter((cell) => cell.role === "label" && covers(cell.row, cell.rowSpan, value.row));
  return [...block, ...beside];
}

/** Whether heads stand without a gap from one row to the nearest above the figure. */
function isJoined(heads: readonly PrintedCell[], from: number, nearest: number): boolean {
  let end = from;
  while (end < nearest) {
    const next = heads.find(({ row }) => row === end);
    if (!next) return false;
    end += next.rowSpan;
  }
  return true;
}

const covers = (from: number, span: number, at: number): boolean => at >= from && at < from + span;
