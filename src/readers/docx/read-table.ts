import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeItem, TreeTable } from "../table-tree.js";
import { intValue, isOn, type Story, skipUnseen } from "./story.js";

/** Word itself has no more columns in a table; a larger number in a file is a mistake or malice. */
const MAX_WORD_COLUMNS = 63;

interface MergedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly content: readonly TreeItem[];
}

interface Draft {
  row: number;
  readonly cells: MergedCell[];
  /** The cells of the row above by the column they begin in: a cell may go on from there. */
  above: Map<number, MergedCell>;
}

interface RowDraft {
  column: number;
  isDeleted: boolean;
  isHidden: boolean;
  readonly begins: Map<number, MergedCell>;
  readonly added: MergedCell[];
  readonly continued: MergedCell[];
  last: MergedCell | null;
}

interface CellProperties {
  columnSpan: number;
  vertical: "restart" | "continue" | null;
  horizontal: "restart" | "continue" | null;
  isDeleted: boolean;
}

/** Reads the table that just started: its cells by grid column, merged cells as one (ISO/IEC 29500-1, 17.4). */
export function readTable(story: Story): TreeTable {
  const { scanner } = story;
  const depth = scanner.depth;
  const draft: Draft = { row: 0, cells: [], above: new Map() };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || skipUnseen(story)) continue;
    if (scanner.name === "w:tr") readRow(story, draft);
    else if (scanner.name === "w:tblGrid") scanner.skip();
  }
  return visibleTable(draft);
}

function readRow(story: Story, table: Draft): void {
  const { scanner } = story;
  const depth = scanner.depth;
  const row: RowDraft = {
    column: 0,
    isDeleted: false,
    isHidden: false,
    begins: new Map(),
    added: [],
    continued: [],
    last: null,
  };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:trPr") readRowProperties(story, row);
    else if (scanner.name === "w:tc") readCell(story, table, row);
    else skipUnseen(story);
  }
  if (row.isDeleted) story.deletions++;
  if (row.isDeleted || row.isHidden || (row.added.length === 0 && row.continued.length === 0)) return;
  if (++table.row > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
  story.cells += row.added.length;
  if (story.cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
  table.cells.push(...row.added);
  for (const cell of row.continued) cell.rowSpan++;
  table.above = row.begins;
}

function readRowProperties({ scanner }: Story, row: RowDraft): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:gridBefore") row.column = Math.min(Math.max(intValue(scanner) ?? 0, 0), MAX_WORD_COLUMNS);
    else if (scanner.name === "w:del") row.isDeleted = true;
    else if (scanner.name === "w:hidden") row.isHidden = isOn(scanner);
    else if (scanner.name === "w:trPrChange") scanner.skip();
    else if (scanner.name === "aml:annotation") row.isDeleted ||= scanner.attribute("w:type") === "Word.Deletion";
  }
}

function readCell(story: Story, table: Draft, row: RowDraft): void {
  const properties: CellProperties = { columnSpan: 1, vertical: null, horizontal: null, isDeleted: false };
  const content = story.readItems(story, () => {
    if (story.scanner.name === "w:tcPr") readCellProperties(story, properties);
  });
  if (properties.isDeleted) {
    story.deletions++;
    return;
  }
  const { column } = row;
  row.column += properties.columnSpan;
  if (row.column > LIMITS.gridColumns) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
  if (properties.horizontal === "continue" && row.last) {
    // A cell that goes on from above has grown sideways already in the row it began in.
    if (row.last.row === table.row) row.last.columnSpan += properties.columnSpan;
    return;
  }
  const above = properties.vertical === "continue" ? table.above.get(column) : undefined;
  const cell = above ?? { row: table.row, column, rowSpan: 1, columnSpan: properties.columnSpan, content };
  (above ? row.continued : row.added).push(cell);
  // Only a merged cell can be gone on from below, whatever stands in the row there.
  if (properties.vertical !== null) row.begins.set(column, cell);
  row.last = cell;
}

function readCellProperties({ scanner }: Story, properties: CellProperties): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    switch (scanner.name) {
      case "w:gridSpan":
        properties.columnSpan = Math.min(Math.max(intValue(scanner) ?? 1, 1), MAX_WORD_COLUMNS);
        break;
      case "w:vMerge":
      case "w:vmerge":
        properties.vertical = scanner.attribute("w:val") === "restart" ? "restart" : "continue";
        break;
      case "w:hMerge":
      case "w:hmerge":
        properties.horizontal = scanner.attribute("w:val") === "restart" ? "restart" : "continue";
        break;
      case "w:cellDel":
        properties.isDeleted = true;
        break;
      case "w:tcPrChange":
        scanner.skip();
        break;
      default:
    }
  }
}

/** The table without the columns in which no cell begins: dragging borders leaves them in the file, and nobody sees them. */
function visibleTable({ row: rows, cells }: Draft): TreeTable {
  let width = 0;
  for (const { column, columnSpan } of cells) width = Math.max(width, column + columnSpan);
  const begins = new Uint8Array(width);
  for (const { column } of cells) begins[column] = 1;
  const seenAs: number[] = [];
  let columns = 0;
  for (let column = 0; column < width; column++) {
    if (column === 0 || begins[column]) columns++;
    seenAs.push(columns - 1);
  }
  seenAs.push(columns);
  for (const cell of cells) {
    const first = seenAs[cell.column] ?? 0;
    cell.columnSpan = Math.max((seenAs[cell.column + cell.columnSpan] ?? columns) - first, 1);
    cell.column = first;
  }
  return { kind: "table", rows, columns, cells, ragged: false };
}
