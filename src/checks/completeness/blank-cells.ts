import { columnLabel, rowLabel, type TableForm } from "../../report/format.js";
import { cellAt, type FilledTable, type Report, tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell, type Whereabouts } from "../finding.js";

interface Line {
  readonly row: string;
  readonly blanks: readonly string[];
  readonly filled: readonly string[];
  /** Sum of the printed parts, where the total of the row is blank. */
  readonly sum: number;
}

/** The rows of a table with their blank and their filled cells, the total column counted apart. */
function linesOf(report: Report, form: TableForm, table: FilledTable): Line[] {
  const total = form.crossFootings[0]?.total;
  const rows = [...form.rows, ...form.standIns.map(({ id }) => ({ id, columns: form.columns.map((column) => column.id) }))];
  return rows.map(({ id: row, columns }) => {
    const kindAt = (column: string) => cellAt(report, { table: table.id, row, column })?.kind;
    const figures = columns
      .filter((column) => column !== total)
      .map((column) => cellAt(report, { table: table.id, row, column }));
    return {
      row,
      blanks: columns.filter((column) => kindAt(column) === "blank"),
      filled: columns.filter((column) => kindAt(column) === "number" || kindAt(column) === "unread"),
      sum: figures.reduce((sum, cell) => sum + (cell?.kind === "number" ? cell.value : 0), 0),
    };
  });
}

const countOf = (lines: readonly Line[]): number => lines.reduce((count, { blanks }) => count + blanks.length, 0);

const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join("、") : `${names.slice(0, 3).join("、")}等 ${names.length} `;

/** A blank is no zero: what is left empty is said once for each table, and where a total is blank its sum is given. */
export const blankCellsCompleteness = defineCheck({
  id: "completeness/blank-cells",
  title: "表格各格填写完整，没有数量的填“0”",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    allBlank: "“{table}”的 {count} 格全部空白，没有填写。",
    totalsBlank: "“{table}”有 {count} 行的“总计”空白，按已填各栏计算应为：{sums}。",
    columnsBlank: "“{table}”的{columns}栏空白，共 {count} 格。没有数量的应填“0”。",
    cellsBlank: "“{table}”有 {count} 格空白：{rows}行。没有数量的应填“0”。",
  },

  *inspect(report) {
    for (const table of tablesOf(report)) {
      if (![...table.cells.values()].some(({ kind }) => kind === "blank")) continue;
      const form = report.format.tables[table.id];
      const lines = linesOf(report, form, table);
      const count = countOf(lines);
      const heading = form.heading;
      if (lines.every(({ filled }) => filled.length === 0)) {
        yield { messageId: "allBlank", at: { kind: "table", table: table.id }, data: { table: heading, count } };
        continue;
      }

      const total = form.crossFootings[0]?.total;
      const blankTotals = lines.filter(
        ({ blanks, filled, sum }) => total !== undefined && blanks.includes(total) && (filled.length > 0 || sum > 0),
      );
      const [firstTotal] = blankTotals;
      if (firstTotal && total !== undefined) {
        const sums = blankTotals.map(({ row, sum }) => `${rowLabel(form, row)} ${sum}`).join("；");
        const related = blankTotals.map(({ row }): Whereabouts => atCell({ table: table.id, row, column: total }));
        const data = { table: heading, count: blankTotals.length, sums };
        yield { messageId: "totalsBlank", at: atCell({ table: table.id, row: firstTotal.row, column: total }), related, data };
      }

      const told = new Set(blankTotals.map(({ row }) => row));
      const rest = lines.map((line) => ({
        ...line,
        blanks: line.blanks.filter((column) => !(column === total && told.has(line.row))),
      }));
      const columns = form.columns.filter(({ id }) => {
        const having = rest.filter(({ blanks, filled }) => blanks.includes(id) || filled.includes(id));
        return having.length > 2 && having.every(({ blanks }) => blanks.includes(id));
      });
      if (columns.length > 0) {
        const ids = new Set(columns.map(({ id }) => id));
        const whole = rest.map((line) => ({ ...line, blanks: line.blanks.filter((column) => ids.has(column)) }));
        const at = atCell({
          table: table.id,
          row: whole.find(({ blanks }) => blanks.length > 0)?.row ?? "",
          column: columns[0]?.id ?? "",
        });
        const names = few(columns.map(({ id }) => columnLabel(form, id)));
        yield { messageId: "columnsBlank", at, data: { table: heading, columns: names, count: countOf(whole) } };
      }

      const single = rest
        .map((line) => ({ ...line, blanks: line.blanks.filter((column) => !columns.some(({ id }) => id === column)) }))
        .filter(({ blanks }) => blanks.length > 0);
      const [first] = single;
      if (!first) continue;
      const rows = few(single.map(({ row }) => rowLabel(form, row)));
      const at = atCell({ table: table.id, row: first.row, column: first.blanks[0] ?? "" });
      const related = single.flatMap(({ row, blanks }) =>
        blanks.map((column): Whereabouts => atCell({ table: table.id, row, column })),
      );
      yield { messageId: "cellsBlank", at, related, data: { table: heading, count: countOf(single), rows } };
    }
  },
});
