import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { futureYearDates } from "./future-year.js";

const problems = (...paragraphs: string[]) => buildReport({ year: 2021, sections: { problems: paragraphs } });

testCheck(futureYearDates, {
  accepts: [
    { name: "no year in the plans", report: buildReport() },
    { name: "the year to come", report: problems("2022年，我局将继续加大工作力度。") },
    {
      name: "the report year told as past",
      report: problems("2021年，我局政府信息公开工作取得一定的进步，下一步，我局将进一步完善。"),
    },
    { name: "将 with an object", report: problems("2021年，我局将政务公开工作纳入年度考核，成效明显。") },
    {
      name: "主要 is no plan",
      report: problems("2021年，我局主要通过加强培训提升公开质量。2021年，我局要求各科室落实整改措施。"),
    },
    { name: "将 with what was examined", report: problems("2021年，我局将通过审核的信息及时发布。") },
    { name: "a plan that was carried out", report: problems("改进措施落实情况：2021年计划开展培训4次，实际完成4次。") },
    { name: "a measure that was taken", report: problems("（二）改进情况。2021年，我局加强业务培训，开展培训3次。") },
    {
      name: "a plan of another section that was carried out",
      report: buildReport({ year: 2021, sections: { overview: ["2021年，我局进一步加强公开工作。"] } }),
    },
    { name: "no passage on measures", report: problems("2021年我局继续做好公开工作。") },
    { name: "no year", report: buildReport({ reportYear: null }) },
  ],
  reports: [
    {
      name: "the report year as the future",
      report: problems("2021年，我局将进一步深化政府信息公开工作。"),
      findings: [
        {
          messageId: "toldAsFuture",
          at: { text: "2021年，我局将进一步深" },
          severity: "error",
          message: "“2021年，我局将进一步深…”把报告年度2021年写成将来，应为2022年，疑为沿用上年文字。",
        },
      ],
    },
    {
      name: "plans under a heading of the report year, and a sentence on its work to come",
      report: problems("（二）2021年工作思路", "在2021年的工作中，我局将继续努力。"),
      findings: [
        { messageId: "plannedForReportYear", at: { text: "（二）2021年工作思路" } },
        { messageId: "toldAsFuture", at: { text: "2021年的工作中，我局将继续努力" } },
      ],
    },
    {
      name: "a plan for the report year",
      report: problems("（二）整改措施。为进一步规范公开工作，2021年我局加大贯彻落实新《条例》的力度，一是完善机制。"),
      findings: [
        {
          messageId: "plannedForReportYear",
          at: { text: "2021年我局加大贯彻落" },
          severity: "warning",
          data: { expected: 2022 },
        },
      ],
    },
  ],
});
