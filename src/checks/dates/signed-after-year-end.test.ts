import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atReport } from "../finding.js";
import { signedAfterYearEndDates } from "./signed-after-year-end.js";

testCheck(signedAfterYearEndDates, {
  accepts: [
    { name: "signed in January after the year", report: buildReport() },
    { name: "signed on the last day of the year", report: buildReport({ year: 2020, signedOn: "2020-12-31" }) },
    { name: "no date", report: buildReport({ signedOn: null }) },
    {
      name: "a page published in time",
      report: buildReport({
        signedOn: null,
        metadata: new Map([
          ["来源", "商务局"],
          ["发布日期", "2024-01-20 09:00"],
        ]),
      }),
    },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "a page published before the year ended",
      report: buildReport({ signedOn: null, metadata: new Map([["发布时间", "2023年12月19日"]]) }),
      findings: [{ messageId: "publishedTooEarly", at: atReport, severity: "warning", data: { stated: "2023年12月19日" } }],
    },
    {
      name: "signed a year too early",
      report: buildReport({ year: 2020, signedOn: "2020-01-20" }),
      findings: [
        {
          messageId: "tooEarly",
          at: { text: "2020年1月20日" },
          severity: "error",
          message: "落款日期为2020年1月20日，2020年度尚未结束，应不早于2021年1月1日。",
        },
      ],
    },
  ],
});
