import type { CellAddress } from "../../report/format.js";
import { isYearBefore } from "../../report/previous-year.js";
import { figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { cellLabel } from "../sum-fault.js";

/** A count must change tenfold, and by at least this much, before anybody is asked. */
const LEAST_CHANGE = 100;
const TENFOLD = 10;

const WATCHED: readonly CellAddress[] = [
  { table: "proactive", row: "art20_1.normative_docs", column: "valid" },
  { table: "proactive", row: "art20_1.normative_docs", column: "total_public" },
  { table: "proactive", row: "art20_5.licensing", column: "decisions" },
  { table: "proactive", row: "art20_6.penalty", column: "decisions" },
  { table: "proactive", row: "art20_6.coercion", column: "decisions" },
  { table: "proactive", row: "art20_8.fees", column: "amount_wan" },
  { table: "requests", row: "new_received", column: "total" },
];

/** A figure that is ten times, or a tenth of, last year's is worth a look: a digit or a unit may be wrong. */
export const jumpPlausibility = defineCheck({
  id: "plausibility/jump",
  title: "与上年相比没有异常的大幅变化",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告内容应当真实准确" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  needsPrevious: true,
  messages: {
    rose: "“{cell}”由上年的 {before} 增至 {stated}，增幅很大，请核对。",
    fell: "“{cell}”由上年的 {before} 降至 {stated}，降幅很大，请核对。",
    unit: "“{cell}”由上年的 {before} 变为 {stated}，约为一万倍或万分之一，疑单位有误（元与万元）。",
  },

  *inspect(report, { previous }) {
    if (previous === null || !isYearBefore(previous, report)) return;
    for (const address of WATCHED) {
      const [stated, before] = [figureAt(report, address), figureAt(previous, address)];
      if (stated === null || before === null || Math.abs(stated - before) < LEAST_CHANGE) continue;
      const ratio = Math.max(stated, before) / Math.max(Math.min(stated, before), 1e-9);
      if (ratio < TENFOLD) continue;
      const data = { cell: cellLabel(report, address), before, stated };
      const isUnit = address.column === "amount_wan" && ratio > 3000 && ratio < 30_000;
      yield { messageId: isUnit ? "unit" : stated > before ? "rose" : "fell", at: atCell(address), data };
    }
  },
});
