import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { publishedInTimeDates } from "./published-in-time.js";

testCheck(publishedInTimeDates, {
  accepts: [
    { name: "a department on 31 January", report: buildReport({ signedOn: "2024-01-31" }) },
    { name: "a government on 31 March", report: buildReport({ agency: "宿迁市人民政府", signedOn: "2024-03-31" }) },
    { name: "a town, which Article 49 does not name", report: buildReport({ agency: "两城镇人民政府", signedOn: "2024-06-01" }) },
    {
      name: "title and period of different years",
      report: buildReport({ reportYear: 2022, period: ["2023-01-01", "2023-12-31"], signedOn: "2024-01-20" }),
    },
    { name: "no date", report: buildReport({ signedOn: null }) },
  ],
  reports: [
    {
      name: "a department in February",
      report: buildReport({ signedOn: "2024-02-07" }),
      findings: [
        {
          messageId: "late",
          at: { text: "2024年2月7日" },
          severity: "question",
          message: "落款日期为2024年2月7日，晚于条例第四十九条规定的2024年1月31日。请核对公布时间。",
        },
      ],
    },
    {
      name: "a government in April, named in the sign-off only",
      report: buildReport({ agency: "宿迁市人民政府", titleAgency: null, signedOn: "2024-04-01" }),
      findings: [{ messageId: "late", at: { text: "2024年4月1日" } }],
    },
  ],
});
