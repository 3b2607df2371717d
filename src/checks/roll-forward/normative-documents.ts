import { rowLabel } from "../../report/format.js";
import { isYearBefore } from "../../report/previous-year.js";
import { countsAt, figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** Documents in force are those of last year, with what was made and without what was repealed. */
export const normativeDocumentsRollForward = defineCheck({
  id: "roll-forward/normative-documents",
  title: "现行有效件数等于上年有效件数加本年制发减本年废止",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表二 第二十条第（一）项" }],
  formats: ["f2021"],
  severity: "warning",
  needsPrevious: true,
  messages: {
    unbalanced:
      "{row}：上年有效 {opening} + 本年制发 {made} − 本年废止 {repealed} = {expected}，现行有效填报 {stated}。如有集中清理或划转，请说明。",
  },

  *inspect(report, { previous }) {
    if (previous === null || previous.format.id !== report.format.id || !isYearBefore(previous, report)) return;
    for (const row of ["art20_1.rules", "art20_1.normative_docs"]) {
      const cell = (column: string) => ({ table: "proactive" as const, row, column });
      const counts = countsAt(report, [cell("made"), cell("repealed"), cell("valid")]);
      const opening = figureAt(previous, cell("valid"));
      if (counts === null || opening === null) continue;
      const [made, repealed, stated] = counts;
      const expected = opening + made - repealed;
      if (expected === stated) continue;
      const data = { row: rowLabel(report.format.tables.proactive, row), opening, made, repealed, stated, expected };
      yield { messageId: "unbalanced", at: atCell(cell("valid")), data };
    }
  },
});
