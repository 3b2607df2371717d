import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { sectionContentStructure } from "./section-content.js";

testCheck(sectionContentStructure, {
  accepts: [
    { name: "text in every section", report: buildReport() },
    { name: "nothing to report, and said so", report: buildReport({ sections: { other: ["无"] } }) },
    {
      name: "text that runs on behind the heading",
      report: buildReport({ headings: { other: "六、其他需要报告的事项。本年度未收取信息处理费。" }, sections: { other: [] } }),
    },
    { name: "an image in place of the text", report: buildReport({ sections: { overview: [] }, picturesIn: ["overview"] }) },
    {
      name: "text under a heading of its own",
      report: buildReport({
        sectionList: [
          { id: "overview", heading: "一、总体情况", paragraphs: [] },
          { id: null, heading: "（一）主动公开", paragraphs: ["已公开。"] },
        ],
      }),
    },
  ],
  reports: [
    {
      name: "a heading with nothing below it",
      report: buildReport({ sections: { other: [" "] } }),
      findings: [{ messageId: "empty", at: { text: "六、其他需要报告的事项" }, severity: "warning" }],
    },
  ],
});
