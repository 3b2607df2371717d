import { tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";

/** The tables have the rows and cells of the edition whose heads they bear. What is too much or of another edition was not read in. */
export const tableShapeStructure = defineCheck({
  id: "structure/table-shape",
  title: "表格的行和格与所用格式一致",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    surplus: "“{table}”多出 {count} 个数字（{stated}），不能归入任何一格。请核对是否多填或错位。",
    oneRow: {
      text: "“{stated}”填为一行，{format}规定分为 {expected} 行填报，请核对。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const table of tablesOf(report)) {
      const figures = table.surplus.map(({ text }) => text.trim()).filter((text) => /\d/.test(text));
      if (figures.length > 0) {
        const stated = figures.slice(0, 8).join("、") + (figures.length > 8 ? "…" : "");
        yield {
          messageId: "surplus",
          at: { kind: "table", table: table.id },
          data: { table: report.format.tables[table.id].heading, count: figures.length, stated },
        };
      }
      for (const { id, label, insteadOf } of report.format.tables[table.id].standIns) {
        if (![...table.cells.keys()].some((key) => key.startsWith(`${id}|`))) continue;
        yield {
          messageId: "oneRow",
          at: { kind: "cell", address: { table: table.id, row: id, column: "total" } },
          data: { stated: label, format: report.format.name, expected: insteadOf.length },
        };
      }
    }
  },
});
