import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { rowTotalsCrossFooting } from "./row-totals.js";

const reviewTotal = atCell({ table: "review_litigation", row: "review", column: "total" });

testCheck(rowTotalsCrossFooting, {
  accepts: [
    { name: "a report of zeros", report: buildReport() },
    { name: "results that add up", report: buildReport({ tables: { review_litigation: { review: [1, 2, 0, 3, 6] } } }) },
    { name: "a blank total", report: buildReport({ tables: { review_litigation: { review: [1, 2, 0, 3, null] } } }) },
    {
      name: "a blank result, which may hold what is missing",
      report: buildReport({ tables: { review_litigation: { review: [1, null, 0, 3, 6] } } }),
    },
    {
      name: "a wrong cell that footing reports",
      report: buildReport({ tables: { requests: { granted: [4, 0, 0, 0, 0, 0, 5], results_total: [5, 0, 0, 0, 0, 0, 5] } } }),
    },
  ],
  reports: [
    {
      name: "reconsiderations with a total of 0",
      report: buildReport({ tables: { review_litigation: { review: [10, 1, 0, 0, 0], after_review: [5, 0, 0, 0, 0] } } }),
      findings: [
        {
          messageId: "wrongTotal",
          at: reviewTotal,
          message: "行政复议：“总计”填报 0，各栏之和为 11，相差 11。",
          severity: "error",
        },
        {
          messageId: "wrongTotal",
          at: atCell({ table: "review_litigation", row: "after_review", column: "total" }),
          data: { stated: 0, expected: 5 },
        },
      ],
    },
    {
      name: "printed results above the total beside a blank",
      report: buildReport({ tables: { review_litigation: { review: [10, null, 0, 0, 9] } } }),
      findings: [{ messageId: "partsExceed", at: reviewTotal, data: { stated: 9, expected: 10 } }],
    },
    {
      name: "a case counted in the wrong row",
      report: buildReport({ tables: { review_litigation: { review: [1, 0, 0, 0, 0], direct: [0, 0, 0, 0, 1] } } }),
      findings: [{ messageId: "swapped", at: reviewTotal, data: { rows: "行政复议、行政诉讼·未经复议直接起诉", difference: 1 } }],
    },
    {
      name: "a column of totals shifted by a row",
      report: buildReport({
        tables: { review_litigation: { review: [1, 0, 0, 0, 2], direct: [2, 0, 0, 0, 3], after_review: [3, 0, 0, 0, 1] } },
      }),
      findings: [{ messageId: "shifted", at: reviewTotal }],
    },
    {
      name: "a scan",
      report: buildReport({ kind: "scan", tables: { review_litigation: { review: [1, 0, 0, 0, 2] } } }),
      findings: [{ messageId: "machineRead", at: reviewTotal, severity: "question" }],
    },
  ],
});
