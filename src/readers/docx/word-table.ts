import type { TreeItem } from "../table-tree.js";

/** A cell as the file has it: how many columns of the grid it says it takes, and how wide it is. */
export interface WordCell {
  columnSpan: number;
  /** In twentieths of a point; 0 when the file gives no such width. */
  width: number;
  /** Part of a cell over several rows, of which only the first is seen. */
  vertical: "restart" | "continue" | null;
  /** The same sideways: files of Word 97 to 2003 merge so instead of spanning. */
  horizontal: "restart" | "continue" | null;
  isDeleted: boolean;
  content: readonly TreeItem[];
}

export interface WordRow {
  columnsBefore: number;
  columnsAfter: number;
  widthBefore: number;
  isDeleted: boolean;
  isHidden: boolean;
  readonly cells: WordCell[];
}
