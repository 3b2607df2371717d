/** The three tables of the annual report: 主动公开 (section two), 申请 (section three), 复议诉讼 (section four). */
export const TABLE_IDS = ["proactive", "requests", "review_litigation"] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** The six sections in the order of 条例第五十条 and the national format. */
export const SECTION_IDS = ["overview", "proactive", "requests", "review_litigation", "problems", "other"] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** A label as printed in the national format, with the spellings met in published reports. */
export interface Label {
  readonly label: string;
  /** Other spellings of the same label met in real reports; compared after normalisation. */
  readonly variants: readonly string[];
}

export interface SectionForm extends Label {
  readonly id: SectionId;
  /** 一 … 六 */
  readonly number: string;
}

/** What a column may hold: a count (integer ≥ 0), a change (integer with sign), an amount of money. */
export type ColumnKind = "count" | "change" | "money";

export interface ColumnForm extends Label {
  readonly id: string;
  readonly kind: ColumnKind;
  /** The unit the head of the column names, for money. */
  readonly unit?: "万元";
}

export interface RowForm extends Label {
  /** The open id: "art20_1.rules", "denied.state_secret", "review". */
  readonly id: string;
  /** The label of the block the row belongs to: 第二十条第（一）项, （三）不予公开, 行政诉讼. */
  readonly group?: string;
  /** The columns of this row, in printed order; refers to ids of `columns` of the table. */
  readonly columns: readonly string[];
}

/** A row that belongs to another edition of the form but is met in this one, standing for several rows of it. */
export interface StandInRow extends Label {
  readonly id: string;
  readonly insteadOf: readonly string[];
}

/** A total and its parts. `within` says whether ids are rows (竖向合计) or columns (横向总计). */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** opening + in = out + closing, for each column (收支结转平衡). All four are row ids. */
export interface RollForward {
  readonly received: string;
  readonly broughtForward: string;
  readonly resolved: string;
  readonly carriedForward: string;
}

export interface TableForm {
  readonly id: TableId;
  readonly section: SectionId;
  /** The heading of its section, as printed. */
  readonly heading: string;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
  readonly standIns: readonly StandInRow[];
  /** Row ids that add up to a row, in each column. */
  readonly footings: readonly Sum[];
  /** Column ids that add up to a column, in each row. */
  readonly crossFootings: readonly Sum[];
  readonly rollForwards: readonly RollForward[];
}

/** One edition of the statutory form (年度报告格式), as data. */
export interface Format {
  /** Open id: "f2019", "f2021". */
  readonly id: string;
  /** Name for people: 2021 年格式. */
  readonly name: string;
  /** The notice that prescribes it. */
  readonly instrument: string;
  readonly title: string;
  readonly reportYears: { readonly from: number; readonly to: number | null };
  readonly sections: readonly SectionForm[];
  readonly tables: Readonly<Record<TableId, TableForm>>;
}

/** The address of one statutory cell. Row and column are the open ids of the format. */
export interface CellAddress {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** Every cell of a format, in printed order. */
export function* addressesOf(format: Format): Generator<CellAddress> {
  for (const table of TABLE_IDS) {
    for (const row of format.tables[table].rows) {
      for (const column of row.columns) yield { table, row: row.id, column };
    }
  }
}

/** The label of a row with the block it belongs to: 「（三）不予公开·1.属于国家秘密」. */
export function rowLabel(form: TableForm, rowId: string): string {
  const row = form.rows.find((candidate) => candidate.id === rowId);
  if (row) return row.group ? `${row.group}·${row.label}` : row.label;
  return form.standIns.find((candidate) => candidate.id === rowId)?.label ?? rowId;
}

/** The printed label of a column. */
export function columnLabel(form: TableForm, columnId: string): string {
  return form.columns.find((candidate) => candidate.id === columnId)?.label ?? columnId;
}
