import type { GridCell } from "../../document/document.js";
import type { Box } from "../../document/place.js";
import type { Line } from "./line.js";

/** A line of running text and where it stands. */
export interface LineBlock {
  readonly kind: "line";
  readonly line: Line;
  readonly box: Box;
}

/** A table of one page; `xs` are the places of its columns' borders, by which its rows on the next page are known. */
export interface TableBlock {
  readonly kind: "table";
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** False when no lines prove the columns and they were told by the distances between the figures. */
  readonly isRuled: boolean;
  readonly ragged: boolean;
  /** False when a page break has cut the last row. */
  readonly isClosedBelow: boolean;
  /** The lines of a single cell: unless it is the rest of a table, it is only a frame round them. */
  readonly framed: readonly LineBlock[];
  readonly box: Box;
}

export interface PictureBlock {
  readonly kind: "picture";
  readonly box: Box;
}

export type PageBlock = LineBlock | TableBlock | PictureBlock;
