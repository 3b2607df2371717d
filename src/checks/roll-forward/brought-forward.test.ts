import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell, atReport } from "../finding.js";
import { broughtForwardRollForward } from "./brought-forward.js";

const report = buildReport({ year: 2021, tables: { requests: { carried_in: [3, 1, 0, null, 0, 0, 4] } } });
const before = (cells: readonly number[]) =>
  buildReport({ format: annualReport2019, year: 2020, tables: { requests: { carried_out: cells } } });
const at = (column: string) => atCell({ table: "requests", row: "carried_in", column });

testCheck(broughtForwardRollForward, {
  accepts: [
    { name: "no report of last year", report },
    { name: "the same figures, also across editions; a blank proves nothing", report, previous: before([3, 1, 0, 2, 0, 0, 4]) },
  ],
  reports: [
    {
      name: "another total",
      report,
      previous: before([4, 1, 0, 0, 0, 0, 5]),
      findings: [
        { messageId: "column", at: at("natural"), severity: "warning", data: { stated: 3, expected: 4 } },
        {
          messageId: "total",
          at: at("total"),
          severity: "error",
          message: "上年结转总计填报 4，上年报告的结转下年度继续办理总计为 5。",
        },
      ],
    },
    {
      name: "a report of another year",
      report,
      previous: buildReport({ format: annualReport2019, year: 2019 }),
      findings: [{ messageId: "notYearBefore", at: atReport, severity: "question", data: { stated: 2021, expected: 2019 } }],
    },
  ],
});
