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
/** A row of one cell is prose from here on. */
const PROSE = 150;
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
  flow.add(unframed(items));
  return flow.blocks;
}

/** A table of one cell is a frame: what it holds belongs to the cell, or to the page, that it stands in. */
function unframed(items: readonly TreeItem[]): TreeItem[] {
  return items.flatMap((item) => {
    if (item.kind !== "table") return [item];
    const cells = item.cells.map((cell) => ({ ...cell, content: unframed(cell.content) }));
    const [only] = cells;
    return only !== undefined && cells.length === 1 ? only.content : [{ ...item, cells }];
  });
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
    const bands = bandsOf(table);
    if (bands !== null) {
      this.add(bands);
      return;
    }
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
    // One column relates nothing to anything: it is a frame, or a title with its date below.
    if (table.columns <= 1 || table.cells.length <= 1) return true;
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

/** A row that is one cell with prose or with tables in it. */
function isBreak(table: TreeTable, cell: TreeCell): boolean {
  return cell.columnSpan === table.columns && cell.rowSpan === 1 && (textLength(cell) > PROSE || holdsTable(cell));
}

/**
 * A report typed into one table of the page's width: rows of prose between rows of figures. The prose becomes text and each
 * run of other rows a table of its own; null when the table has no such row, or nothing else.
 */
function bandsOf(table: TreeTable): readonly TreeItem[] | null {
  const breaks = new Set(table.cells.filter((cell) => isBreak(table, cell)).map((cell) => cell.row));
  if (breaks.size === 0 || table.columns < 2 || breaks.size === table.rows) return null;
  const items: TreeItem[] = [];
  let band: TreeCell[] = [];
  let from = 0;
  const endBand = (to: number) => {
    const cells = band.map((cell) => ({ ...cell, row: cell.row - from, rowSpan: Math.min(cell.rowSpan, to - cell.row) }));
    if (cells.length > 0) items.push({ ...table, rows: to - from, cells });
    band = [];
  };
  for (const cell of table.cells) {
    if (!breaks.has(cell.row)) band.push(cell);
    else {
      endBand(cell.row);
      items.push(...cell.content);
      from = cell.row + 1;
    }
  }
  endBand(table.rows);
  return items;
}

const isFilled = (cell: TreeCell): boolean => cell.content.some((item) => item.kind !== "text" || item.text.trim() !== "");

const holdsTable = (cell: TreeCell): boolean => cell.content.some(({ kind }) => kind === "table");

const standsBehindItsHost = ({ kind }: TreeItem): boolean => kind !== "text";

function textLength(cell: TreeCell): number {
  return cell.content.reduce((sum, item) => sum + (item.kind === "text" ? item.text.trim().length : 0), 0);
}

function holdsRunningText(cell: TreeCell): boolean {
  const paragraphs = () => cell.content.filter((item) => item.kind === "text" && item.text.trim() !== "").length;
  return textLength(cell) > RUNNING_TEXT && paragraphs() >= 3;
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
  const lines = content.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  const filled = lines.filter((line) => line.trim() !== "");
  return (filled.length > 0 ? filled : lines).join("\n");
}
