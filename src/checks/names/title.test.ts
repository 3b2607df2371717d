import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { titleNames } from "./title.js";

testCheck(titleNames, {
  accepts: [
    { name: "organ, year and kind", report: buildReport() },
    { name: "no title in the text", report: buildReport({ title: null }) },
    { name: "a district whose name begins with 市", report: buildReport({ agency: "市北区教育局" }) },
    { name: "the year first", report: buildReport({ agency: "上海市科委", title: "2023 年上海市科委政府信息公开工作年度报告" }) },
    { name: "the year in Chinese", report: buildReport({ title: "威海市文登区商务局二〇二三年政府信息公开工作年度报告" }) },
    { name: "the year before the word report", report: buildReport({ title: "威海市文登区商务局政府信息公开工作2023年度报告" }) },
  ],
  reports: [
    {
      name: "kind only",
      report: buildReport({ title: "政府信息公开工作年度报告", titleAgency: null }),
      findings: [
        { messageId: "noAgency", at: { text: "政府信息公开工作年度报告" }, severity: "question" },
        { messageId: "noYear", at: { text: "政府信息公开工作年度报告" }, message: "标题“政府信息公开工作年度报告”没有写年度。" },
      ],
    },
    {
      name: "a bureau of no place, 工作 left out",
      report: buildReport({ title: "市商务局2020年政府信息公开年度报告", titleAgency: "市商务局" }),
      findings: [
        { messageId: "shortAgency", at: { text: "市商务局" } },
        { messageId: "noKind", at: { text: "市商务局2020年政府信息公开年度报告" } },
      ],
    },
    {
      name: "a bureau without any place",
      report: buildReport({ title: "商务局2020年政府信息公开工作年度报告", titleAgency: "商务局" }),
      findings: [{ messageId: "shortAgency", at: { text: "商务局" } }],
    },
  ],
});
