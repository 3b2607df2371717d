import { rowLabel } from "../../report/format.js";
import { countsAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** What is made in a year and not repealed in it is in force at its end. */
export const documentsInForcePlausibility = defineCheck({
  id: "plausibility/documents-in-force",
  title: "现行有效件数不少于本年制发减本年废止",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表二 第二十条第（一）项" }],
  formats: ["f2021"],
  severity: "warning",
  messages: {
    tooFew: "{row}：本年制发 {made}，废止 {repealed}，现行有效至少应为 {expected}，填报 {stated}。",
  },

  *inspect(report) {
    for (const row of ["art20_1.rules", "art20_1.normative_docs"]) {
      const cell = (column: string) => ({ table: "proactive" as const, row, column });
      const counts = countsAt(report, [cell("made"), cell("repealed"), cell("valid")]);
      if (counts === null) continue;
      const [made, repealed, stated] = counts;
      const expected = made - repealed;
      if (stated >= expected) continue;
      const data = { row: rowLabel(report.format.tables.proactive, row), made, repealed, expected, stated };
      yield { messageId: "tooFew", at: atCell(cell("valid")), data };
    }
  },
});
