import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { countedToYearEndDates } from "./counted-to-year-end.js";

const overview = (text: string) => buildReport({ year: 2022, sections: { overview: [text] } });

testCheck(countedToYearEndDates, {
  accepts: [
    { name: "no such day", report: buildReport() },
    { name: "the end of the year", report: overview("截至2022年12月31日，发布信息393条。截至2022年12月底无积压。") },
    { name: "another year", report: overview("截至2023年1月10日，均已办结。") },
    { name: "a day that does not exist", report: overview("截至2022年11月31日，发布信息3条。") },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "a day in December",
      report: overview("截至2022年12月20日，发布信息393条。"),
      findings: [{ messageId: "tooEarly", at: { text: "截至2022年12月20日" }, severity: "question", data: { year: 2022 } }],
    },
    {
      name: "the end of a month",
      report: overview("截止到 2022 年 10 月底，发布信息393条。"),
      findings: [{ messageId: "tooEarly", at: { text: "截止到 2022 年 10 月底" } }],
    },
  ],
});
