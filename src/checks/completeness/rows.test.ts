import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import type { FilledTable, Report } from "../../report/report.js";
import { rowsCompleteness } from "./rows.js";

/** The report as if these rows of table three had not been on the page. */
function without(report: Report, rows: readonly string[]): Report {
  const { requests } = report.tables;
  if (!requests) throw new Error("The built report has a table three.");
  const isKept = (key: string): boolean => !rows.includes(key.split("|")[0] ?? "");
  const table: FilledTable = {
    ...requests,
    cells: new Map([...requests.cells].filter(([key]) => isKept(key))),
    labels: new Map([...requests.labels].filter(([key]) => isKept(key))),
  };
  return { ...report, tables: { ...report.tables, requests: table } };
}

testCheck(rowsCompleteness, {
  accepts: [
    { name: "every row", report: buildReport() },
    {
      name: "the single row of the 2019 edition for three",
      report: buildReport({ tables: { requests: { other: [0, 0, 0, 0, 0, 0, 0] } } }),
    },
    { name: "a form that is not proved", report: without(buildReport({ isFormatProved: false }), ["granted"]) },
  ],
  reports: [
    {
      name: "rows that are not on the page",
      report: without(buildReport(), ["denied.process", "carried_out"]),
      findings: [
        {
          messageId: "rowsMissing",
          at: { kind: "table", table: "requests" },
          severity: "warning",
          data: { count: 2, rows: "（三）不予公开·6.属于四类过程性信息、四、结转下年度继续办理" },
        },
      ],
    },
    {
      name: "a row with fewer figures than columns",
      report: buildReport({ tables: { requests: { carried_out: [0, 0, 0, 0, 0, 0] } } }),
      findings: [
        {
          messageId: "cellsMissing",
          at: { kind: "cell", address: { table: "requests", row: "carried_out", column: "total" } },
          severity: "question",
        },
      ],
    },
  ],
});
