import { tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";

/** A table holds no figure beyond the cells of the form. */
export const surplusNumbersCompleteness = defineCheck({
  id: "completeness/surplus-numbers",
  title: "表格中没有多出的数字",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    surplus: "“{table}”比规定的格数多出 {count} 个数字（{figures}），不能归入任何一栏。",
  },

  *inspect(report) {
    for (const { id, surplus } of tablesOf(report)) {
      if (surplus.length === 0) continue;
      const shown = surplus.slice(0, 8).map(({ text }) => text);
      const figures = shown.join("、") + (surplus.length > shown.length ? "等" : "");
      const data = { table: report.format.tables[id].heading, count: surplus.length, figures };
      yield { messageId: "surplus", at: { kind: "table", table: id }, data };
    }
  },
});
