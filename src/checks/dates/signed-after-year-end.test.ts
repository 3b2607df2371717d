import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { datesSignedAfterYearEnd } from "./signed-after-year-end.js";

testCheck(datesSignedAfterYearEnd, {
  accepts: [
    { name: "signed in January after the year", report: buildReport() },
    { name: "signed on the last day of the year", report: buildReport({ year: 2020, signedOn: "2020-12-31" }) },
    { name: "no date", report: buildReport({ signedOn: null }) },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
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
