import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeCell, TreeItem, TreeTable } from "../table-tree.js";
import type { OdtStory } from "./odt-story.js";

interface RowDraft {
  readonly cells: TreeCell[];
  column: number;
  /** The column after the last one that is merged or says something. */
  width: number;
  beginsInserted: boolean;
}

/** Reads the table that just started (ISO/IEC 26300-1, 9): covered cells are part of a merged one, repeated ones are written out. */
export function readTable(story: OdtStory, readItems: (story: OdtStory) => TreeItem[]): TreeTable {
  const { scanner } = story;
  const depth = scanner.depth;
  const cells: TreeCell[] = [];
  let rows = 0;
  let columns = 0;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || scanner.name !== "table:table-row") continue;
    const repeated = countOf(scanner.attribute("table:number-rows-repeated"));
    const isHidden = isUnseen(scanner.attribute("table:visibility"));
    const isChanged = story.styles.isChangedRow(scanner.attribute("table:style-name"));
    const row = readRow(story, rows, readItems);
    // A row that was inserted begins with an insertion; a changed row that does not was deleted.
    const isDeleted = isChanged && !row.beginsInserted;
    if (isDeleted) story.deletions++;
    if (isHidden || isDeleted) continue;
    // An editor fills the end of a sheet with one repeated empty row: it adds nothing but height.
    const copies = row.cells.some(isFilled) ? repeated : 1;
    if (rows + copies > LIMITS.gridRows) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridRows} 行` });
    story.cells += row.cells.length * copies;
    if (story.cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
    for (let copy = 0; copy < copies; copy++) for (const cell of row.cells) cells.push({ ...cell, row: rows + copy });
    rows += copies;
    columns = Math.max(columns, row.width);
  }
  return { kind: "table", rows, columns, cells: clipped(cells, rows), ragged: false };
}

function readRow(story: OdtStory, row: number, readItems: (story: OdtStory) => TreeItem[]): RowDraft {
  const { scanner } = story;
  const depth = scanner.depth;
  const draft: RowDraft = { cells: [], column: 0, width: 0, beginsInserted: false };
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "table:table-cell") readCell(story, row, draft, readItems);
    else if (scanner.name === "table:covered-table-cell") {
      draft.column += countOf(scanner.attribute("table:number-columns-repeated"));
      scanner.skip();
    }
  }
  return draft;
}

function readCell(story: OdtStory, row: number, draft: RowDraft, readItems: (story: OdtStory) => TreeItem[]): void {
  const { scanner } = story;
  const columnSpan = Math.min(countOf(scanner.attribute("table:number-columns-spanned")), LIMITS.gridColumns);
  const rowSpan = Math.min(countOf(scanner.attribute("table:number-rows-spanned")), LIMITS.gridRows);
  const repeated = countOf(scanner.attribute("table:number-columns-repeated"));
  const insertions = story.insertions;
  const content = readItems(story);
  if (draft.column === 0) draft.beginsInserted = story.insertions > insertions;
  const cell = { row, column: draft.column, rowSpan, columnSpan, content };
  const copies = isFilled(cell) || repeated <= LIMITS.gridColumns - draft.column ? repeated : 0;
  for (let copy = 0; copy < copies; copy++) {
    if (draft.column + columnSpan > LIMITS.gridColumns) {
      throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.gridColumns} 列` });
    }
    draft.cells.push({ ...cell, column: draft.column });
    draft.width = Math.max(draft.width, draft.column + columnSpan);
    draft.column++;
  }
}

/** A span may not reach below the last row, whatever the file says. */
function clipped(cells: TreeCell[], rows: number): TreeCell[] {
  return cells.map((cell) => (cell.row + cell.rowSpan > rows ? { ...cell, rowSpan: rows - cell.row } : cell));
}

function countOf(value: string | null): number {
  return value !== null && /^\d{1,9}$/.test(value) ? Math.max(Number(value), 1) : 1;
}

function isUnseen(visibility: string | null): boolean {
  return visibility === "collapse" || visibility === "filter";
}

function isFilled(cell: TreeCell): boolean {
  return cell.content.some((item) => item.kind !== "text" || item.text.trim() !== "");
}
