import { type ComposedReport, type ComposedValue, composedValues, formatOf } from "../../report/composed-report.js";
import type { CellAddress, ColumnForm, ColumnKind, RowForm, TableForm, TableId } from "../../report/format.js";
import { figureText } from "./figure-text.js";

/** One cell of a printed table, at its top left corner. Rows and columns count from 0. */
export interface PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** A head over columns, a label of rows, or a statutory cell. */
  readonly role: "head" | "label" | "value";
  /** Only of statutory cells. */
  readonly filled?: FilledPlace;
}

/** Which statutory cell it is, and what is filled in; nothing where the report has no such cell. */
export interface FilledPlace {
  readonly address: CellAddress;
  readonly kind: ColumnKind;
  readonly value: ComposedValue | undefined;
}

/** A statutory table as it is printed: every place is covered by exactly one cell. */
export interface PrintedTable {
  readonly id: TableId;
  /** What the table is about: its heading without the number. */
  readonly caption: string;
  /** Widths of the columns in proportion. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  /** How many rows at the top are repeated on the next page. */
  readonly headRows: number;
  readonly cells: readonly PrintedCell[];
}

type Values = ReturnType<typeof composedValues>;
type Spans = Partial<Pick<PrintedCell, "rowSpan" | "columnSpan">>;

const CONTENT_HEAD = "信息内容";
// Printed in the head of table three by both notices; the roll-forward of the form says the same as data.
const RECONCILIATION = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const APPLICANTS_HEAD = "申请人情况";
const ORGANISATIONS_HEAD = "法人或其他组织";
const RESULTS_HEAD = "三、本年度办理结果";

/** The table of a section as both notices lay it out (国办公开办函〔2019〕60号、〔2021〕30号 附件). */
export function printedTable(report: ComposedReport, id: TableId): PrintedTable {
  const form = formatOf(report).tables[id];
  const caption = form.heading.replace(/^[一二三四五六七八九十]+、/, "");
  return { id, caption, ...LAYOUTS[id](form, composedValues(report, id)) };
}

const LAYOUTS: Readonly<Record<TableId, (form: TableForm, values: Values) => Omit<PrintedTable, "id" | "caption">>> = {
  proactive: proactiveTable,
  requests: requestsTable,
  review_litigation: reviewTable,
};

class Sheet {
  readonly cells: PrintedCell[] = [];
  row = 0;

  put(role: "head" | "label", column: number, text: string, { rowSpan = 1, columnSpan = 1 }: Spans = {}): void {
    this.cells.push({ row: this.row, column, rowSpan, columnSpan, text, role });
  }

  value(column: number, columnSpan: number, text: string, filled: FilledPlace): void {
    this.cells.push({ row: this.row, column, rowSpan: 1, columnSpan, text, role: "value", filled });
  }
}

const columnOf = (form: TableForm, id: string): ColumnForm => {
  const column = form.columns.find((candidate) => candidate.id === id);
  if (!column) throw new Error(`Table ${form.id} has no column ${id}.`);
  return column;
};

interface Filling {
  readonly form: TableForm;
  readonly values: Values;
  readonly row: string;
}

function putValue(
  sheet: Sheet,
  { form, values, row }: Filling,
  id: string,
  [column, columnSpan]: readonly [number, number],
): void {
  const head = columnOf(form, id);
  const value = values.get(`${row}|${id}`);
  sheet.value(column, columnSpan, figureText(value, head), {
    address: { table: form.id, row, column: id },
    kind: head.kind,
    value,
  });
}

/** 表二: a block for each item of 条例第二十条, with its own heads over the columns. */
function proactiveTable(form: TableForm, values: Values): Omit<PrintedTable, "id" | "caption"> {
  const sheet = new Sheet();
  const width = Math.max(...form.rows.map(({ columns }) => columns.length));
  let group: string | undefined;
  for (const row of printedRows(form, values)) {
    if (row.group !== group) {
      group = row.group;
      sheet.put("head", 0, group ?? "", { columnSpan: width + 1 });
      sheet.row++;
      sheet.put("head", 0, CONTENT_HEAD);
      row.columns.forEach((id, at) => {
        sheet.put("head", at + 1, columnOf(form, id).label, { columnSpan: spanAt(at, row.columns.length, width) });
      });
      sheet.row++;
    }
    sheet.put("label", 0, row.label);
    row.columns.forEach((id, at) => {
      putValue(sheet, { form, values, row: row.id }, id, [at + 1, spanAt(at, row.columns.length, width)]);
    });
    sheet.row++;
  }
  return { widths: [3, ...Array(width).fill(2)], rowCount: sheet.row, headRows: 0, cells: sheet.cells };
}

/** The last column of a block takes what the wider blocks have more. */
const spanAt = (at: number, columns: number, width: number): number => (at === columns - 1 ? width - at : 1);

/** Heads of up to four characters stand on one line, longer ones on two lines of equal length. */
const headWidth = (label: string): number => (label.length > 4 ? label.length * 0.33 : Math.max(1.9, label.length * 0.61));

/** 表三: three columns of labels, one of 自然人, five of 法人或其他组织, one of 总计. */
function requestsTable(form: TableForm, values: Values): Omit<PrintedTable, "id" | "caption"> {
  const sheet = new Sheet();
  const labels = 3;
  const last = form.columns.length - 1;
  sheet.put("head", 0, RECONCILIATION, { rowSpan: 3, columnSpan: labels });
  sheet.put("head", labels, APPLICANTS_HEAD, { columnSpan: form.columns.length });
  sheet.row = 1;
  form.columns.forEach(({ label }, at) => {
    if (at === 0 || at === last) sheet.put("head", labels + at, label, { rowSpan: 2 });
    else if (at === 1) sheet.put("head", labels + at, ORGANISATIONS_HEAD, { columnSpan: last - 1 });
  });
  sheet.row = 2;
  form.columns.slice(1, last).forEach(({ label }, at) => {
    sheet.put("head", labels + 1 + at, label);
  });
  const rows = printedRows(form, values);
  const results = new Set(form.footings.flatMap(({ total, parts }) => [total, ...parts]));
  for (const { id, insteadOf } of form.standIns) if (insteadOf.some((row) => results.has(row))) results.add(id);
  let seenResult = false;
  let group: string | undefined;
  for (const row of rows) {
    sheet.row++;
    const isResult = results.has(row.id);
    if (isResult && !seenResult)
      sheet.put("label", 0, RESULTS_HEAD, { rowSpan: rows.filter(({ id }) => results.has(id)).length });
    if (isResult) seenResult = true;
    if (row.group !== undefined && row.group !== group) {
      sheet.put("label", 1, row.group, { rowSpan: rows.filter((other) => other.group === row.group).length });
    }
    group = row.group;
    const from = row.group !== undefined ? 2 : isResult ? 1 : 0;
    sheet.put("label", from, row.label, { columnSpan: labels - from });
    row.columns.forEach((id, at) => {
      putValue(sheet, { form, values, row: row.id }, id, [labels + at, 1]);
    });
  }
  return {
    widths: [2, 2.6, 5.8, ...form.columns.map(({ label }) => headWidth(label))],
    rowCount: sheet.row + 1,
    headRows: 3,
    cells: sheet.cells,
  };
}

/** 表四: one printed row; 行政复议 beside the two kinds of 行政诉讼. */
function reviewTable(form: TableForm, values: Values): Omit<PrintedTable, "id" | "caption"> {
  const sheet = new Sheet();
  const width = form.columns.length;
  const groupOf = (row: RowForm): RowForm[] => form.rows.filter(({ group }) => group === row.group);
  form.rows.forEach((row, at) => {
    const from = at * width;
    const heads = row.group === undefined ? 1 : 2;
    sheet.row = 0;
    if (row.group === undefined) sheet.put("head", from, row.label, { columnSpan: width });
    else if (groupOf(row)[0] === row) sheet.put("head", from, row.group, { columnSpan: width * groupOf(row).length });
    sheet.row = 1;
    if (row.group !== undefined) sheet.put("head", from, row.label, { columnSpan: width });
    sheet.row = heads;
    form.columns.forEach(({ label }, column) => {
      sheet.put("head", from + column, label, { rowSpan: 3 - heads });
    });
    sheet.row = 3;
    form.columns.forEach(({ id }, column) => {
      putValue(sheet, { form, values, row: row.id }, id, [from + column, 1]);
    });
  });
  const cells = sheet.cells.toSorted((left, right) => left.row - right.row || left.column - right.column);
  return { widths: Array(form.rows.length * width).fill(1), rowCount: 4, headRows: 3, cells };
}

/** The rows of the form, except where a row of another edition stands for some of them. Rows with nothing known of them are printed empty. */
function printedRows(form: TableForm, values: Values): RowForm[] {
  const isGiven = (row: string): boolean => form.columns.some(({ id }) => values.has(`${row}|${id}`));
  const standIns = form.standIns.filter(({ id, insteadOf }) => isGiven(id) && !insteadOf.some(isGiven));
  const columns = form.columns.map(({ id }) => id);
  return form.rows.flatMap((row) => {
    const standIn = standIns.find(({ insteadOf }) => insteadOf.includes(row.id));
    if (!standIn) return [row];
    return standIn.insteadOf[0] === row.id ? [{ ...standIn, columns }] : [];
  });
}
