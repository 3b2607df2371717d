import { fillMessage } from "../document/message.js";
import type { MonthlyFigure } from "./published-figure.js";

/** A figure before it is written down. */
export type MonthlyEntry = Omit<
  MonthlyFigure,
  "id" | "sequence" | "recordedAt" | "recordedBy" | "reason" | "agencyId" | "source"
>;

/** A cell of the sheet that could not be taken over, and why. Row and column are counted from 1, as a spreadsheet shows them. */
export interface RowFault {
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

/** A kind of figure of table two, with the heads it is met under. */
interface FigureKind {
  readonly row: string;
  readonly column: string;
  readonly heads: readonly string[];
  readonly holds: "count" | "change" | "yuan";
}

const list = (row: string, name: string): FigureKind[] => [
  { row, column: "items_last_year", heads: [`${name}上一年项目数量`, `${name}项目数量`], holds: "count" },
  { row, column: "change", heads: [`${name}本年增减`, `${name}增减`], holds: "change" },
];

const decisions = (row: string, name: string): FigureKind => ({
  row,
  column: "decisions",
  heads: [name, `${name}处理决定数量`, `${name}决定数量`, `${name}件数`, `${name}数量`],
  holds: "count",
});

/** What table two counts by month, of both editions of the form. */
const KINDS: readonly FigureKind[] = [
  decisions("art20_5.licensing", "行政许可"),
  decisions("art20_5.other_services", "其他对外管理服务事项"),
  decisions("art20_6.penalty", "行政处罚"),
  decisions("art20_6.coercion", "行政强制"),
  ...list("art20_5.licensing", "行政许可"),
  ...list("art20_5.other_services", "其他对外管理服务事项"),
  ...list("art20_6.penalty", "行政处罚"),
  ...list("art20_6.coercion", "行政强制"),
  ...list("art20_8.fees", "行政事业性收费"),
  { row: "art20_8.fees", column: "amount_wan", heads: ["行政事业性收费", "行政事业性收费金额", "收费金额"], holds: "yuan" },
  { row: "art20_9.central_procurement", column: "items", heads: ["采购项目数量", "政府集中采购项目数量"], holds: "count" },
  { row: "art20_9.central_procurement", column: "amount", heads: ["采购总金额", "政府集中采购总金额"], holds: "yuan" },
];

/** The head a figure stands under in a sheet that can be read again; null where table two has no such figure. */
export function headOfFigure({ row, column }: Pick<MonthlyFigure, "row" | "column">): string | null {
  const kind = KINDS.find((one) => one.row === row && one.column === column);
  if (kind === undefined) return null;
  const head = column === "decisions" || column === "amount_wan" ? kind.heads[1] : kind.heads[0];
  return `${head ?? ""}${kind.holds === "yuan" ? "（万元）" : ""}`;
}

const MESSAGES = {
  empty: "表中没有内容。",
  noMonth: "第一行没有“月份”一列。",
  unknownHead: "认不出表头“{head}”，这一列没有读入。",
  noUnit: "表头“{head}”没有写明单位，应写“（元）”或者“（万元）”，这一列没有读入。",
  sameHead: "“{head}”与前面的列重复，这一列没有读入。",
  badMonth: "“{text}”不是月份，应写如“2025-03”或者“2025年3月”，这一行没有读入。",
  sameMonth: "{month} 在前面已经出现，这一行没有读入。",
  notNumber: "“{text}”不是数字，没有读入。",
  notWhole: "“{text}”应为整数，没有读入。",
  negative: "“{text}”小于 0，没有读入。",
  wrongTotal: "合计填报 {stated}，各月之和为 {sum}，请核对。",
  tooMany: "行数超过 {limit} 行，其余没有读入。",
} as const;

const MOST_ROWS = 2000;
const TOTAL = /^(合计|总计|小计|全年|全年合计|本年合计)$/;
/** A spreadsheet makes the first of the month of what was typed as a month. */
const MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:月?|月1日|[-/.]0?1)$/;
const FIGURE = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

interface Column {
  readonly at: number;
  readonly kind: FigureKind;
  /** What a figure of the column is divided by to give the unit of the form. */
  readonly divisor: number;
}

/** The figures of a sheet whose first row names them and whose rows are months; what cannot be read is told, never guessed, and a blank is no zero. */
export function monthlyRows(grid: readonly (readonly string[])[]): { entries: MonthlyEntry[]; faults: RowFault[] } {
  const faults: RowFault[] = [];
  const fault = (id: keyof typeof MESSAGES, at: { row: number; column: number }, data: Record<string, string | number> = {}) => {
    faults.push({ row: at.row + 1, column: at.column + 1, message: fillMessage(MESSAGES[id], data) });
  };
  const [head, ...rows] = grid;
  if (!head) {
    fault("empty", { row: 0, column: 0 });
    return { entries: [], faults };
  }
  const heads = head.map(plain);
  const monthAt = heads.findIndex((text) => text === "月份" || text === "月" || text === "年月" || text === "统计月份");
  if (monthAt < 0) {
    fault("noMonth", { row: 0, column: 0 });
    return { entries: [], faults };
  }
  const columns = columnsOf(heads, monthAt, fault);
  if (rows.length > MOST_ROWS) fault("tooMany", { row: MOST_ROWS + 1, column: 0 }, { limit: MOST_ROWS });
  const entries: MonthlyEntry[] = [];
  const months = new Set<string>();
  for (const [index, row] of rows.slice(0, MOST_ROWS).entries()) {
    if (row.every((text) => plain(text) === "")) continue;
    const at = { row: index + 1, column: monthAt };
    const text = plain(row[monthAt] ?? "");
    if (TOTAL.test(text)) {
      checkTotals({ columns, row, entries, at: index + 1 }, fault);
      continue;
    }
    const month = monthOf(text);
    if (month === null) fault("badMonth", at, { text });
    else if (months.has(month)) fault("sameMonth", at, { month });
    else {
      months.add(month);
      for (const column of columns) {
        const value = valueIn(row[column.at] ?? "", column, (id, data) => fault(id, { row: index + 1, column: column.at }, data));
        if (value !== null) entries.push({ row: column.kind.row, column: column.kind.column, month, value });
      }
    }
  }
  return { entries, faults };
}

type Fault = (id: keyof typeof MESSAGES, at: { row: number; column: number }, data?: Record<string, string | number>) => void;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

function columnsOf(heads: readonly string[], monthAt: number, fault: Fault): Column[] {
  const columns: Column[] = [];
  for (const [at, text] of heads.entries()) {
    if (at === monthAt || text === "" || TOTAL.test(text)) continue;
    const unit = /\((?:单位[::])?(万元|元|件|个|项|次)\)$/.exec(text)?.[1];
    const name = text.replace(/\([^()]*\)$/, "").replace("/", "");
    const kind = KINDS.find(({ heads: known }) => known.includes(name));
    const where = { row: 0, column: at };
    if (!kind) fault("unknownHead", where, { head: text });
    else if (kind.holds === "yuan" && unit !== "万元" && unit !== "元") fault("noUnit", where, { head: text });
    else if (columns.some((earlier) => earlier.kind === kind)) fault("sameHead", where, { head: text });
    else columns.push({ at, kind, divisor: unit === "元" ? 10_000 : 1 });
  }
  return columns;
}

function monthOf(text: string): string | null {
  const match = MONTH.exec(text);
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, "0")}` : null;
}

type CellFault = (id: "notNumber" | "notWhole" | "negative", data: Record<string, string>) => void;

function valueIn(cell: string, { kind, divisor }: Column, fault: CellFault): number | null {
  const text = plain(cell);
  if (text === "") return null;
  if (!FIGURE.test(text)) {
    fault("notNumber", { text });
    return null;
  }
  const value = Number(text.replaceAll(",", ""));
  if (kind.holds !== "yuan" && !Number.isSafeInteger(value)) fault("notWhole", { text });
  else if (kind.holds !== "change" && value < 0) fault("negative", { text });
  // Yuan to the fen are at most six decimals of 万元; beyond that the division leaves only noise.
  else return Number((value / divisor).toFixed(6));
  return null;
}

function checkTotals(
  {
    columns,
    row,
    entries,
    at,
  }: { columns: readonly Column[]; row: readonly string[]; entries: readonly MonthlyEntry[]; at: number },
  fault: Fault,
): void {
  for (const column of columns) {
    const stated = valueIn(row[column.at] ?? "", column, (id, data) => fault(id, { row: at, column: column.at }, data));
    const own = entries.filter((entry) => entry.row === column.kind.row && entry.column === column.kind.column);
    const sum = Number(own.reduce((total, { value }) => total + value, 0).toFixed(6));
    if (stated !== null && stated !== sum) fault("wrongTotal", { row: at, column: column.at }, { stated, sum });
  }
}
