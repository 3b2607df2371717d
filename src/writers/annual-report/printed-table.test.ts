import { describe, expect, test } from "vitest";
import { composedReport } from "../../../test/builders/composed-report.js";
import { TABLE_IDS } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";
import { coveringRows } from "./covering.js";
import { printedTable } from "./printed-table.js";

const cases = FORMATS.flatMap(({ id }) => TABLE_IDS.map((table) => [id, table] as const));

describe.each(cases)("%s %s", (format, id) => {
  const report = composedReport({ format });
  const table = printedTable(report, id);

  test("covers every place exactly once", () => {
    for (const cells of coveringRows(table)) {
      const columns = cells.flatMap(({ column, columnSpan }) => Array.from({ length: columnSpan }, (_, at) => column + at));
      expect(columns).toEqual(table.widths.map((_, at) => at));
    }
  });

  test("prints every statutory cell once", () => {
    const printed = table.cells.flatMap(({ filled }) => (filled ? [`${filled.address.row}|${filled.address.column}`] : []));
    const statutory = report.cells.filter((cell) => cell.table === id).map(({ row, column }) => `${row}|${column}`);
    expect(printed.toSorted()).toEqual(statutory.toSorted());
  });
});

test("the results of table three stand in one block, its groups beside their rows", () => {
  const { cells } = printedTable(composedReport(), "requests");
  const spanOf = (text: string) => cells.find((cell) => cell.text === text)?.rowSpan;
  expect([spanOf("三、本年度办理结果"), spanOf("（三）不予公开"), spanOf("（六）其他处理")]).toEqual([22, 8, 3]);
});

test("the head of table three says its reconciliation", () => {
  const [first] = printedTable(composedReport(), "requests").cells;
  expect(first).toMatchObject({
    text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    rowSpan: 3,
    columnSpan: 3,
  });
});

test("a row of another edition stands in the place of the rows it replaces", () => {
  const report = composedReport();
  const kept = report.cells.filter(({ row }) => !row.startsWith("other."));
  const standIn = report.cells.filter(({ row }) => row === "other.misc").map((cell) => ({ ...cell, row: "other" }));
  const { cells } = printedTable({ ...report, cells: [...kept, ...standIn] }, "requests");
  expect(cells.find(({ text }) => text === "（六）其他处理")).toMatchObject({ rowSpan: 1, columnSpan: 2 });
  expect(cells.find(({ text }) => text === "三、本年度办理结果")?.rowSpan).toBe(20);
});
