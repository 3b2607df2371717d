import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { normativeDocumentsRollForward } from "./normative-documents.js";

const year = (year: number, cells: readonly (number | null)[]) =>
  buildReport({ year, tables: { proactive: { "art20_1.normative_docs": cells } } });

testCheck(normativeDocumentsRollForward, {
  accepts: [
    { name: "stock and flow that agree", report: year(2024, [50, 227, 420]), previous: year(2023, [0, 0, 597]) },
    { name: "a blank", report: year(2024, [50, null, 420]), previous: year(2023, [0, 0, 500]) },
    { name: "no report of last year", report: year(2024, [50, 227, 420]) },
    { name: "a report of another year", report: year(2024, [50, 227, 420]), previous: year(2022, [0, 0, 500]) },
    {
      name: "another edition",
      report: year(2021, [50, 227, 420]),
      previous: buildReport({ format: annualReport2019, year: 2020 }),
    },
  ],
  reports: [
    {
      name: "documents that are lost",
      report: year(2024, [3, 0, 8]),
      previous: year(2023, [0, 0, 4]),
      findings: [
        {
          messageId: "unbalanced",
          at: atCell({ table: "proactive", row: "art20_1.normative_docs", column: "valid" }),
          severity: "warning",
          data: { stated: 8, expected: 7 },
        },
      ],
    },
  ],
});
