import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { sameYearDates } from "./same-year.js";

testCheck(sameYearDates, {
  accepts: [
    { name: "one year throughout", report: buildReport() },
    { name: "no title and no period", report: buildReport({ title: null, period: null }) },
    {
      name: "the report of last year told of as done",
      report: buildReport({ preface: ["按期完成并公布2022年政府信息公开工作年度报告。"], period: null }),
    },
    {
      name: "the report of last year counted",
      report: buildReport({ sections: { overview: ["公布2022年政府信息公开工作年度报告1条。"] } }),
    },
    { name: "the year of the report in a heading", report: buildReport({ headings: { overview: "一、2023年总体情况" } }) },
  ],
  reports: [
    {
      name: "a period of another year than the title",
      report: buildReport({
        preface: ["统计期限自2022年1月1日至2022年12月31日。"],
        period: ["2022-01-01", "2022-12-31"],
      }),
      findings: [
        {
          messageId: "period",
          at: { text: "统计期限自2022年1月1日至2022年12月31日。" },
          severity: "error",
          message: "标题为2023年度，统计期限却在2022年。",
        },
      ],
    },
    {
      name: "a period over two years",
      report: buildReport({ preface: ["统计期限自2022年1月1日至2023年12月31日。"], period: ["2022-01-01", "2023-12-31"] }),
      findings: [{ messageId: "periodAcross", at: { text: "统计期限自2022年1月1日至2023年12月31日。" }, severity: "warning" }],
    },
    {
      name: "a report that names itself after another year",
      report: buildReport({ preface: ["现公布文登区商务局2022年政府信息公开工作年度报告。"], period: null }),
      findings: [
        {
          messageId: "ownName",
          at: { text: "公布文登区商务局2022年政府信息公开工作年度报告" },
          severity: "warning",
          data: { stated: 2022, expected: 2023, source: "标题" },
        },
      ],
    },
    {
      name: "a heading of another year, held against the period",
      report: buildReport({ title: null, headings: { overview: "一、2022年总体情况" } }),
      findings: [{ messageId: "heading", at: { text: "2022年" }, data: { stated: 2022, source: "统计期限", expected: 2023 } }],
    },
  ],
});
