import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../../report/formats/annual-report-2021.js";
import { atCell } from "../finding.js";
import { blankCellsCompleteness } from "./blank-cells.js";

const rows = annualReport2021.tables.requests.rows.map(({ id }) => id);
const everyRow = (cells: readonly (number | null)[]) => Object.fromEntries(rows.map((row) => [row, cells]));

testCheck(blankCellsCompleteness, {
  accepts: [
    { name: "zeros", report: buildReport() },
    { name: "a table that is not there", report: buildReport({ tables: { requests: null } }) },
  ],
  reports: [
    {
      name: "the five cells of reconsiderations, said once",
      report: buildReport({ tables: { review_litigation: { review: [null, null, null, null, null] } } }),
      findings: [
        {
          messageId: "cellsBlank",
          at: atCell({ table: "review_litigation", row: "review", column: "upheld" }),
          severity: "warning",
          message: "“四、政府信息公开行政复议、行政诉讼情况”有 5 格空白：行政复议行。没有数量的应填“0”。",
        },
      ],
    },
    {
      name: "five columns of organisations, said once",
      report: buildReport({ tables: { requests: everyRow([0, null, null, null, null, null, 0]) } }),
      findings: [
        {
          messageId: "columnsBlank",
          at: atCell({ table: "requests", row: "new_received", column: "business" }),
          data: { count: 125, columns: "商业企业、科研机构、社会公益组织等 5 " },
        },
      ],
    },
    {
      name: "blank totals, with their sums",
      report: buildReport({
        tables: { requests: { granted: [258, 12, 0, 0, 1, 1, null], partial: [3, null, 0, 0, 0, 0, null] } },
      }),
      findings: [
        {
          messageId: "totalsBlank",
          at: atCell({ table: "requests", row: "granted", column: "total" }),
          data: { count: 2, sums: "（一）予以公开 272；（二）部分公开（区分处理的，只计这一情形，不计其他情形） 3" },
        },
        { messageId: "cellsBlank", at: atCell({ table: "requests", row: "partial", column: "business" }), data: { count: 1 } },
      ],
    },
    {
      name: "a table nobody filled in",
      report: buildReport({ tables: { requests: everyRow([null, null, null, null, null, null, null]) } }),
      findings: [{ messageId: "allBlank", at: { kind: "table", table: "requests" }, data: { count: 175 } }],
    },
    {
      name: "changes left blank in every row of the 2019 edition",
      report: buildReport({
        format: annualReport2019,
        tables: {
          proactive: {
            "art20_5.licensing": [0, null, 0],
            "art20_5.other_services": [0, null, 0],
            "art20_6.penalty": [0, null, 0],
            "art20_6.coercion": [0, null, 0],
            "art20_8.fees": [0, null],
          },
        },
      }),
      findings: [
        {
          messageId: "columnsBlank",
          at: atCell({ table: "proactive", row: "art20_5.licensing", column: "change" }),
          data: { count: 5 },
        },
      ],
    },
  ],
});
