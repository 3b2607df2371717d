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

/** The report as if the page had ended inside section three. */
const brokenOff = (report: Report): Report => ({ ...report, sections: report.sections.slice(0, 3), closing: [] });

testCheck(rowsCompleteness, {
  accepts: [
    { name: "every row", report: buildReport() },
    {
      name: "the single row of the 2019 edition for three",
      report: buildReport({ tables: { requests: { other: [0, 0, 0, 0, 0, 0, 0] } } }),
    },
    {
      name: "a text that breaks off in its table",
      report: brokenOff(without(buildReport(), ["denied.process", "carried_out"])),
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
      name: "many rows, of which the first six are named",
      report: without(
        buildReport(),
        buildReport()
          .format.tables.requests.rows.slice(2, 12)
          .map(({ id }) => id),
      ),
      findings: [
        {
          messageId: "rowsMissing",
          at: { kind: "table", table: "requests" },
          message:
            "“三、收到和处理政府信息公开申请情况”缺少 10 行：（一）予以公开、（二）部分公开（区分处理的，只计这一情形，不计其他情形）、" +
            "（三）不予公开·1.属于国家秘密、（三）不予公开·2.其他法律行政法规禁止公开、（三）不予公开·3.危及“三安全一稳定”、" +
            "（三）不予公开·4.保护第三方合法权益等 10 行。请按格式补全。",
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
