import { breaksOffIn } from "../../report/breaks-off-in.js";
import { rowLabel, type TableForm } from "../../report/format.js";
import { cellKey, type FilledTable, tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell, type Whereabouts } from "../finding.js";
import { namedRows } from "../named-rows.js";

const isPrinted = (table: FilledTable, row: string, columns: readonly string[]): boolean =>
  table.labels.has(row) || columns.some((column) => table.cells.has(cellKey(row, column)));

/** Rows of the form that are not on the page; those a row of another edition stands for are there in its place. */
function missingRows(form: TableForm, table: FilledTable): string[] {
  const every = form.columns.map(({ id }) => id);
  const standIns = form.standIns.filter(({ id }) => isPrinted(table, id, every));
  const replaced = new Set(standIns.flatMap(({ insteadOf }) => insteadOf));
  return form.rows.filter(({ id, columns }) => !replaced.has(id) && !isPrinted(table, id, columns)).map(({ id }) => id);
}

/** Every row of the form is on the page, each with all its cells. */
export const rowsCompleteness = defineCheck({
  id: "completeness/rows",
  title: "表格的行和格没有缺少",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    rowsMissing: "“{table}”缺少 {count} 行：{rows}。请按格式补全。",
    cellsMissing: {
      text: "“{table}”有 {count} 格没有数字可以归入（{rows}），请对照原件。",
      severity: "question",
    },
  },

  *inspect(report) {
    if (!report.isFormatProved) return;
    for (const table of tablesOf(report)) {
      const form = report.format.tables[table.id];
      const missing = missingRows(form, table);
      // A text that breaks off in its table is told of as such by structure/section-order.
      if (missing.length > 0 && breaksOffIn(report)?.id !== form.section) {
        const rows = namedRows(missing.map((row) => rowLabel(form, row)));
        yield {
          messageId: "rowsMissing",
          at: { kind: "table", table: table.id },
          data: { table: form.heading, count: missing.length, rows },
        };
      }
      const gaps = form.rows
        .filter(({ id }) => table.labels.has(id) && !missing.includes(id))
        .map(({ id, columns }) => ({ id, columns: columns.filter((column) => !table.cells.has(cellKey(id, column))) }))
        .filter(
          ({ id, columns }) =>
            columns.length > 0 &&
            !form.standIns.some(({ insteadOf, id: own }) => insteadOf.includes(id) && table.labels.has(own)),
        );
      const [first] = gaps;
      if (!first) continue;
      const addresses = gaps.flatMap(({ id, columns }) =>
        columns.map((column): Whereabouts => atCell({ table: table.id, row: id, column })),
      );
      const [at, ...related] = addresses;
      const rows = namedRows(gaps.map(({ id }) => rowLabel(form, id)));
      if (at) yield { messageId: "cellsMissing", at, related, data: { table: form.heading, count: addresses.length, rows } };
    }
  },
});
