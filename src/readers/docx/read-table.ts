import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeTable } from "../table-tree.js";
import { placeCells } from "./place-cells.js";
import { type Story, skipUnseen } from "./story.js";
import { intValue, isOn, type WordScanner } from "./word-scanner.js";
import type { WordCell, WordRow } from "./word-table.js";

/** Reads the table that just started: its cells by grid column, merged cells as one (ISO/IEC 29500-1, 17.4). */
export function readTable(story: Story): TreeTable {
  const { scanner } = story;
  const depth = scanner.depth;
  const rows: WordRow[] = [];
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || skipUnseen(story)) continue;
    if (scanner.name === "w:tblGrid") scanner.skip();
    if (scanner.name !== "w:tr") continue;
    const row = readRow(story);
    if (row.isDeleted) story.deletions++;
    if (row.isDeleted || row.isHidden || row.cells.length === 0) continue;
    rows.push(row);
    if (rows.length > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
  }
  return placeCells(rows);
}

function readRow(story: Story): WordRow {
  const { scanner } = story;
  const depth = scanner.depth;
  const row: WordRow = { columnsBefore: 0, columnsAfter: 0, widthBefore: 0, isDeleted: false, isHidden: false, cells: [] };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:trPr") readRowProperties(scanner, row);
    else if (scanner.name === "w:tc") readCell(story, row);
    else skipUnseen(story);
  }
  return row;
}

function readRowProperties(scanner: WordScanner, row: WordRow): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    switch (scanner.name) {
      case "w:gridBefore":
        row.columnsBefore = Math.max(intValue(scanner) ?? 0, 0);
        break;
      case "w:gridAfter":
        row.columnsAfter = Math.max(intValue(scanner) ?? 0, 0);
        break;
      case "w:wBefore":
        row.widthBefore = widthOf(scanner);
        break;
      case "w:del":
        row.isDeleted = true;
        break;
      case "w:hidden":
        row.isHidden = isOn(scanner);
        break;
      case "aml:annotation":
        row.isDeleted ||= scanner.attribute("w:type") === "Word.Deletion";
        break;
      case "w:trPrChange":
        scanner.skip();
        break;
      default:
    }
  }
}

function readCell(story: Story, row: WordRow): void {
  const cell: WordCell = { columnSpan: 1, width: 0, vertical: null, horizontal: null, isDeleted: false, content: [] };
  cell.content = story.readItems(story, () => {
    if (story.scanner.name === "w:tcPr") readCellProperties(story.scanner, cell);
  });
  if (cell.isDeleted) {
    story.deletions++;
    return;
  }
  row.cells.push(cell);
  if (++story.cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
}

function readCellProperties(scanner: WordScanner, cell: WordCell): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    switch (scanner.name) {
      case "w:tcW":
        cell.width = widthOf(scanner);
        break;
      case "w:gridSpan":
        cell.columnSpan = Math.max(intValue(scanner) ?? 1, 1);
        break;
      case "w:vMerge":
      case "w:vmerge":
        cell.vertical = scanner.attribute("w:val") === "restart" ? "restart" : "continue";
        break;
      case "w:hMerge":
      case "w:hmerge":
        cell.horizontal = scanner.attribute("w:val") === "restart" ? "restart" : "continue";
        break;
      case "w:cellDel":
        cell.isDeleted = true;
        break;
      case "w:tcPrChange":
        scanner.skip();
        break;
      default:
    }
  }
}

/** A width in twentieths of a point; percentages and "auto" say nothing about edges. */
function widthOf(scanner: WordScanner): number {
  const type = scanner.attribute("w:type");
  const width = type === null || type === "dxa" ? Number(scanner.attribute("w:w")) : 0;
  return width > 0 && width < 1_000_000 ? width : 0;
}
