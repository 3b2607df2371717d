import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { partCountStructure } from "./part-count.js";

const FULL =
  "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进措施，其他需要报告的事项共6部分组成。";

testCheck(partCountStructure, {
  accepts: [
    { name: "no promise", report: buildReport() },
    { name: "six parts named", report: buildReport({ preface: [FULL] }) },
    { name: "six parts promised and not listed", report: buildReport({ preface: ["本报告分为六个部分。"] }) },
    {
      name: "parts of something else",
      report: buildReport({
        sections: { overview: ["2023年，我局清理五部分栏目。", "报告部分内容。"], problems: ["报告共五部分。"] },
      }),
    },
    {
      name: "the same in traditional characters",
      report: buildReport({
        preface: ["本報告包括總體情況、主動公開情況、依申請公開情況、行政復議和訴訟情況、存在問題及改進情況、其他事項等六個部分"],
      }),
    },
  ],
  reports: [
    {
      name: "five named and six promised",
      report: buildReport({
        preface: [
          "全文包括总体情况、主动公开政府信息情况、政府信息公开行政复议、行政诉讼情况、存在的问题及改进情况、其他需要报告的事项等六个部分组成。电子版可下载。",
        ],
      }),
      findings: [
        {
          messageId: "fewerNamed",
          at: { text: "六个部分" },
          severity: "warning",
          message: "导语称全文“六个部分”，所列部分中没有“收到和处理政府信息公开申请情况”。请核对。",
        },
      ],
    },
    {
      name: "another number of parts",
      report: buildReport({ sections: { overview: ["本年度报告由5个部分组成。"] } }),
      findings: [{ messageId: "otherCount", at: { text: "5个部分" }, severity: "question" }],
    },
  ],
});
