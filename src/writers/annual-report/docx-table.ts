import { escapeXml } from "../package/escape-xml.js";
import { coveringRows } from "./covering.js";
import type { PrintedCell, PrintedTable } from "./printed-table.js";

/** Twips between the margins of GB/T 9704—2012, 5.2: 156 mm. */
const TEXT_WIDTH = 8844;

/** A table of WordprocessingML (ECMA-376 part 1, 17.4): a fixed grid, merged cells, heads repeated on the next page, no row cut in two. */
export function docxTable(table: PrintedTable): string {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const widths = table.widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
  const rows = coveringRows(table).map((cells, row) => {
    const head = row < table.headRows ? "<w:tblHeader/>" : "";
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400" w:hRule="atLeast"/>${head}</w:trPr>${cells.map((cell) => docxCell(cell, row, widths)).join("")}</w:tr>`;
  });
  const sum = widths.reduce((total, width) => total + width, 0);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="StatutoryTable"/><w:tblW w:w="${sum}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="${escapeXml(table.caption)}"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

function docxCell(cell: PrintedCell, row: number, widths: readonly number[]): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, part) => sum + part, 0);
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : "";
  const merge = cell.rowSpan === 1 ? "" : cell.row === row ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const text = cell.row === row && cell.text !== "" ? `<w:r><w:t xml:space="preserve">${escapeXml(cell.text)}</w:t></w:r>` : "";
  const style = cell.role === "label" ? "TableLabel" : "TableText";
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text}</w:p></w:tc>`;
}
