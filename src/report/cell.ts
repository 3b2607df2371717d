import type { Place } from "../document/place.js";

/** 万元 = 10,000 yuan. Absent for counts and for money whose unit the form leaves open. */
export type MoneyUnit = "万元" | "元";

/** Where a cell stands: for people (`place`) and for a page that shows the document (`block`, `gridRow`, `gridColumn`). */
export interface CellOrigin {
  readonly place: Place;
  /** Index into SourceDocument.blocks, and the row and column inside that grid, from 0. */
  readonly block: number;
  readonly gridRow: number;
  readonly gridColumn: number;
}

interface CellBase {
  /** The text of the cell exactly as it stands in the file. */
  readonly raw: string;
  readonly origin: CellOrigin;
  /** Why a machine-read cell should be looked at by a person; absent when there is no doubt. */
  readonly doubt?: string;
}

/** A cell that holds a figure. */
export interface NumberCell extends CellBase {
  readonly kind: "number";
  readonly value: number;
  readonly unit?: MoneyUnit;
  /** A remark that stands beside the figure: 22（其中修订16件） has the note 其中修订16件. */
  readonly note?: string;
}

/** A cell with nothing in it, or only a dash or a slash. It is not a zero. */
export interface BlankCell extends CellBase {
  readonly kind: "blank";
}

/** A cell with something in it that is not a figure, or whose column cannot be proved. */
export interface UnreadCell extends CellBase {
  readonly kind: "unread";
}

/** Three values everywhere: a number, a blank, unread. */
export type Cell = NumberCell | BlankCell | UnreadCell;
