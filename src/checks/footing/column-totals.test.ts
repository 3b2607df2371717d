import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { columnTotalsFooting } from "./column-totals.js";

const total = (column: string) => atCell({ table: "requests", row: "results_total", column });

testCheck(columnTotalsFooting, {
  accepts: [
    { name: "a report of zeros", report: buildReport() },
    {
      name: "parts that add up",
      report: buildReport({
        tables: {
          requests: {
            granted: [2, 0, 0, 0, 0, 0, 2],
            "denied.process": [1, 0, 0, 0, 0, 0, 1],
            results_total: [3, 0, 0, 0, 0, 0, 3],
          },
        },
      }),
    },
    {
      name: "the single row 其他处理 of the 2019 edition under 2021 heads",
      report: buildReport({ tables: { requests: { other: [4, 0, 0, 0, 0, 0, 4], results_total: [4, 0, 0, 0, 0, 0, 4] } } }),
    },
    {
      name: "a blank part, which may hold what is missing",
      report: buildReport({
        tables: { requests: { granted: [null, 0, 0, 0, 0, 0, null], results_total: [3, 0, 0, 0, 0, 0, 3] } },
      }),
    },
    {
      name: "a blank total, which completeness reports",
      report: buildReport({
        tables: { requests: { granted: [3, 0, 0, 0, 0, 0, 3], results_total: [null, 0, 0, 0, 0, 0, null] } },
      }),
    },
    {
      name: "a row that does not add up, which cross-footing reports",
      report: buildReport({ tables: { requests: { granted: [1, 0, 0, 0, 0, 0, 0], results_total: [1, 0, 0, 0, 0, 0, 0] } } }),
    },
  ],
  reports: [
    {
      name: "a total that is not the sum, where the row does not add up either way",
      report: buildReport({ tables: { requests: { granted: [3, 0, 0, 0, 0, 0, 3], results_total: [4, 0, 0, 0, 0, 0, 5] } } }),
      findings: [
        { messageId: "wrongTotal", at: total("natural"), data: { stated: 4, expected: 3, difference: 1 } },
        {
          messageId: "wrongTotal",
          at: total("total"),
          message: "总计：“（七）总计”填报 5，各分项之和为 3，相差 2。",
          severity: "error",
        },
      ],
    },
    {
      name: "printed parts that already exceed the total",
      report: buildReport({
        format: annualReport2019,
        tables: {
          requests: {
            granted: [3, 0, 0, 0, 0, 0, 3],
            partial: [null, 0, 0, 0, 0, 0, null],
            results_total: [2, 0, 0, 0, 0, 0, 2],
          },
        },
      }),
      findings: [{ messageId: "partsExceed", at: total("natural"), data: { stated: 2, expected: 3 } }],
    },
    {
      name: "one wrong cell that breaks its row and its column, once",
      report: buildReport({
        tables: {
          requests: { granted: [20, 0, 0, 0, 0, 0, 21], partial: [1, 0, 0, 0, 0, 0, 1], results_total: [22, 0, 0, 0, 0, 0, 22] },
        },
      }),
      findings: [
        {
          messageId: "wrongCell",
          at: atCell({ table: "requests", row: "granted", column: "natural" }),
          message: "“（一）予以公开·自然人”填报 20，竖向合计、横向总计因此不符；改为 21 则全部相符，此格最可能有误。",
        },
      ],
    },
    {
      name: "one wrong cell in a row with blanks, once",
      report: buildReport({
        tables: { requests: { granted: [29, null, null, 0, 0, 0, 26], results_total: [26, 0, 0, 0, 0, 0, 26] } },
      }),
      findings: [
        {
          messageId: "wrongCell",
          at: atCell({ table: "requests", row: "granted", column: "natural" }),
          data: { stated: 29, expected: 26 },
        },
      ],
    },
    {
      name: "a case in the wrong column",
      report: buildReport({
        tables: { requests: { granted: [3, 1, 0, 0, 0, 0, 4], results_total: [2, 2, 0, 0, 0, 0, 4] } },
      }),
      findings: [{ messageId: "swapped", at: total("natural"), data: { columns: "自然人、商业企业", difference: 1 } }],
    },
    {
      name: "a row shifted by a column",
      report: buildReport({
        tables: { requests: { granted: [0, 5, 3, 1, 0, 0, 9], results_total: [5, 3, 1, 0, 0, 0, 9] } },
      }),
      findings: [{ messageId: "shifted", at: total("natural"), data: { columns: "自然人、商业企业、科研机构、社会公益组织" } }],
    },
    {
      name: "a scan, where the machine may have misread",
      report: buildReport({
        kind: "scan",
        tables: { requests: { granted: [3, 0, 0, 0, 0, 0, 3], results_total: [3, 0, 0, 0, 0, 0, 4] } },
      }),
      findings: [{ messageId: "machineRead", at: total("total"), severity: "question" }],
    },
  ],
});
