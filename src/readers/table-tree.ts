import type { Block, Grid, GridCell } from "../document/document.js";
import { AppError } from "../errors.js";
import { LIMITS } from "./limits.js";

/** What stands in a document or in a cell before layout tables are told from tables of figures. */
export type TreeItem = TreeText | TreePicture | TreeTable;

export interface TreeText {
  readonly kind: "text";
  readonly text: string;
  /** The outline level of a heading, 1 = highest. */
  readonly level?: number;
}

export interface TreePicture {
  readonly kind: "picture";
}

/** A cell at its top left corner; rows and columns count from 0. */
export interface TreeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: readonly TreeItem[];
}

/** A table as the file nests it. */
export interface TreeTable {
  readonly kind: "table";
  readonly rows: number;
  readonly columns: number;
  /** In reading order: by row, then by column. */
  readonly cells: readonly TreeCell[];
  readonly ragged: boolean;
}

/** From here on a paragraph in a cell is running text, not the label of a row: the longest label of the form has some 60 characters. */
const RUNNING_TEXT = 300;
/** A table that holds other tables is still one of figures when it has this many filled cells of its own … */
const HOST_CELLS = 12;
/** … and this many times the cells of the tables inside it. */
const HOST_SHARE = 2;

/**
 * The blocks of a document in reading order. A table that only arranges things on the page is replaced by what it holds;
 * a table inside a table of figures is lifted out behind its host.
 */
export function blocksOf(items: readonly TreeItem[]): Block[] {
  const flow = new Flow();
  flow.add(items);
  return flow.blocks;
}

class Flow {
  readonly blocks: Block[] = [];
  #paragraphs = 0;
  #tables = 0;
  #cells = 0;
  readonly #filled = new Map<TreeTable, number>();

  add(items: readonly TreeItem[]): void {
    for (const item of items) {
      switch (item.kind) {
        case "text":
          this.#addText(item);
          break;
        case "picture":
          this.blocks.push({ kind: "picture", place: { kind: "paragraph", paragraph: Math.max(1, this.#paragraphs) } });
          break;
        case "table":
          this.#addTable(item);
          break;
        default:
          item satisfies never;
      }
    }
  }

  #addText({ text, level }: TreeText): void {
    if (text.trim() === "") return;
    const place = { kind: "paragraph", paragraph: ++this.#paragraphs } as const;
    this.blocks.push(level === undefined ? { kind: "paragraph", text, place } : { kind: "paragraph", text, level, place });
  }

  #addTable(table: TreeTable): void {
    if (this.#isLayout(table)) {
      for (const cell of table.cells) this.add(cell.content);
      return;
    }
    this.#cells += table.cells.length;
    if (this.#cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格单元格超过 ${LIMITS.cells} 个` });
    this.blocks.push(gridOf(table, ++this.#tables));
    for (const cell of table.cells) this.add(cell.content.filter(standsBehindItsHost));
  }

  #isLayout(table: TreeTable): boolean {
    if (table.cells.length <= 1) return true;
    if (table.cells.some(holdsRunningText)) return true;
    const hosts = table.cells.filter(holdsTable);
    if (hosts.length === 0) return false;
    const own = table.cells.filter((cell) => !holdsTable(cell) && isFilled(cell)).length;
    const inner = hosts.reduce((sum, cell) => sum + this.#cellsInside(cell), 0);
    return table.columns < 3 || own < HOST_CELLS || own < HOST_SHARE * inner;
  }

  #cellsInside(cell: TreeCell): number {
    return cell.content.reduce((sum, item) => sum + (item.kind === "table" ? this.#filledCells(item) : 0), 0);
  }

  #filledCells(table: TreeTable): number {
    const known = this.#filled.get(table);
    if (known !== undefined) return known;
    const count = table.cells.reduce((sum, cell) => sum + Math.max(isFilled(cell) ? 1 : 0, this.#cellsInside(cell)), 0);
    this.#filled.set(table, count);
    return count;
  }
}

const isFilled = (cell: TreeCell): boolean => cell.content.some((item) => item.kind !== "text" || item.text.trim() !== "");

/** A frame around a single value is part of the cell it stands in. */
const isTableOfItsOwn = (item: TreeItem): item is TreeTable => item.kind === "table" && item.cells.length > 1;

const holdsTable = (cell: TreeCell): boolean => cell.content.some(isTableOfItsOwn);

const standsBehindItsHost = (item: TreeItem): boolean => item.kind === "picture" || isTableOfItsOwn(item);

function holdsRunningText(cell: TreeCell): boolean {
  let length = 0;
  let paragraphs = 0;
  for (const item of cell.content) {
    if (item.kind !== "text") continue;
    length += item.text.length;
    if (item.text.trim() !== "") paragraphs++;
  }
  return length > RUNNING_TEXT && paragraphs >= 3;
}

function gridOf(table: TreeTable, number: number): Grid {
  const cells = table.cells.map(
    ({ row, column, rowSpan, columnSpan, content }): GridCell => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text: cellText(content),
      place: { kind: "cell", table: number, row: row + 1, column: column + 1 },
    }),
  );
  const place = cells[0]?.place ?? { kind: "cell", table: number, row: 1, column: 1 };
  return { kind: "grid", rows: table.rows, columns: table.columns, cells, ragged: table.ragged, place };
}

function cellText(content: readonly TreeItem[]): string {
  const lines: string[] = [];
  collectLines(content, lines);
  const filled = lines.filter((line) => line.trim() !== "");
  return (filled.length > 0 ? filled : lines).join("\n");
}

function collectLines(content: readonly TreeItem[], lines: string[]): void {
  for (const item of content) {
    if (item.kind === "text") lines.push(item.text);
    else if (item.kind === "table" && item.cells.length <= 1) for (const cell of item.cells) collectLines(cell.content, lines);
  }
}
