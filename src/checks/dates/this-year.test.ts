import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { thisYearDates } from "./this-year.js";

const overview = (...paragraphs: string[]) => buildReport({ sections: { overview: paragraphs } });

testCheck(thisYearDates, {
  accepts: [
    { name: "the report year", report: buildReport() },
    {
      name: "the year before for comparison",
      report: overview("2023年，我局公开信息40条，比2022年增加3条。2022年度部门决算已公开。"),
    },
    {
      name: "a figure of the year before, and a month of the year after",
      report: overview("2023年公开信息40条，2022年公开信息37条。2024年1月受理申请1件。"),
    },
    { name: "a year long past", report: overview("2008年我局建立公开制度。2023年，我局继续完善。") },
    {
      name: "the year of the period, where only the title has another",
      report: buildReport({ year: 2022, reportYear: 2021, title: "威海市文登区商务局2021年政府信息公开工作年度报告" }),
    },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "the year before, of an agency that calls itself 我单位",
      report: overview("2022年，我单位认真落实上级部署。"),
      findings: [{ messageId: "otherYear", at: { text: "2022年" } }],
    },
    {
      name: "the year before, told as this year",
      report: overview("2022年，我局认真贯彻条例。", "2022年，我局共公开信息30条。"),
      findings: [
        {
          messageId: "otherYear",
          at: { text: "2022年" },
          severity: "warning",
          message: "总体情况写的是2022年，报告年度为2023年，疑为沿用上年文字。",
        },
        { messageId: "otherYear", at: { text: "2022年" } },
      ],
    },
    {
      name: "figures of the year after, and of the year before without any of the year",
      report: overview("2024年累计发布政策解读信息2条，2022年公开信息37条。"),
      findings: [
        { messageId: "followingYear", at: { text: "2024年" }, severity: "warning" },
        { messageId: "otherYear", at: { text: "2022年" } },
      ],
    },
    {
      name: "both years",
      report: overview("2023年，我局认真贯彻条例。", "2022年，我局公开信息30条。"),
      findings: [{ messageId: "mixedYears", at: { text: "2022年" }, severity: "question" }],
    },
  ],
});
