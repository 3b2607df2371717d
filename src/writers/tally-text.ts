import { columnLabel, type Format, rowLabel, TABLE_IDS, type TableForm } from "../report/format.js";
import type { TalliedCell, TallyResult } from "../tally/tally-result.js";
import { columns, type Dress } from "./terminal.js";

interface TallyWords {
  readonly agency: string;
  readonly format: Format;
  readonly tally: TallyResult;
}

/** The three tables of a tally for a terminal, with the reason for every blank and everything a person should look at. */
export function tallyText({ agency, format, tally }: TallyWords, dress: Dress): string {
  const { year, until, asOf, received, cells, doubts, openingDifferences } = tally;
  const blanks = cells.flatMap(({ blank }) => (blank === undefined ? [] : [blank.message]));
  const lines = [
    dress.bold(`${agency}　${year}年　${format.name}`),
    `统计到${until}，截至 ${asOf} 登记的内容`,
    ...TABLE_IDS.flatMap((table) => ["", ...tableLines(format.tables[table], cells, dress)]),
    "",
    `本年新收信函 ${received.letters} 封，拆分后申请 ${received.pieces} 件`,
  ];
  if (blanks.length > 0) lines.push("", dress.bold(`空白 ${blanks.length} 格`), ...new Set(blanks.map((one) => `  ${one}`)));
  if (openingDifferences.length > 0) {
    lines.push("", dress.bold("上年报告与台账不一致"));
    for (const { table, row, reported, ledger } of openingDifferences) {
      lines.push(`  ${rowLabel(format.tables[table], row)}：上年报告 ${reported}，台账 ${ledger}`);
    }
  }
  if (doubts.length > 0) {
    lines.push("", dress.bold("请核对"), ...doubts.map(({ record, message }) => `  ${record}：${message}`));
  }
  return lines.join("\n");
}

function tableLines(form: TableForm, cells: readonly TalliedCell[], dress: Dress): string[] {
  const own = cells.filter(({ table }) => table === form.id);
  // Rows of table two have columns of their own, so each figure says its column; the other tables have one head.
  const isShared = form.rows.every((row) => row.columns.length === form.columns.length);
  const rows = form.rows.map(({ id }) => [
    rowLabel(form, id),
    ...own
      .filter(({ row }) => row === id)
      .map((cell) => (isShared ? figureOf(cell) : `${columnLabel(form, cell.column)} ${figureOf(cell)}`)),
  ]);
  const head = isShared ? [["", ...form.columns.map(({ label }) => label)]] : [];
  return [dress.bold(form.heading), ...columns([...head, ...rows]).map((line) => `  ${line}`)];
}

const figureOf = ({ value, unit }: TalliedCell): string => (value === null ? "（空）" : `${value}${unit ?? ""}`);
