import { toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { proactiveFiguresTieOut } from "./proactive-figures.js";

const proactive = {
  "art20_1.normative_docs": [3, 1, 8],
  "art20_5.licensing": [97],
  "art20_6.penalty": [16],
  "art20_8.fees": [7545.5],
};

testCheck(proactiveFiguresTieOut, {
  accepts: [
    ...[
      "全年制发行政规范性文件3件，废止行政规范性文件1件，现行有效行政规范性文件8件。",
      "公开行政规范性文件3件。",
      "对5件行政规范性文件进行备案审查，备案规范性文件5件。",
      "2022年制发规范性文件9件。",
      "作出行政许可决定97件，行政处罚16件。",
      "公示行政许可信息500条，公开行政处罚案件90件。",
      "收取行政事业性收费7545.5万元。",
      "行政事业性收费0.75亿元。",
      "收取行政事业性收费75455000元。",
      "完善规章制度12项。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, { proactive }) })),
    {
      name: "the 2019 edition, where made and public are told alike",
      report: toldReport(
        "主动公开规章13件，行政规范性文件60件。",
        { proactive: { "art20_1.rules": [13, 13, 524], "art20_1.normative_docs": [60, 60, 368] } },
        { format: annualReport2019 },
      ),
    },
  ],
  reports: [
    {
      name: "documents made told otherwise",
      report: toldReport("2023年，我局制发行政规范性文件5件。", { proactive }),
      findings: [
        {
          messageId: "documentsMade",
          at: { text: "5件" },
          severity: "warning",
          message: "文中“我局制发行政规范性文件5件”，表二“规范性文件”为 3，请核对。",
        },
      ],
    },
    {
      name: "documents in force told otherwise",
      report: toldReport("现行有效行政规范性文件9件。", { proactive }),
      findings: [{ messageId: "documents", at: { text: "9件" }, severity: "question" }],
    },
    {
      name: "a government's own documents beside those of its area",
      report: toldReport("主动公开市政府规范性文件42件。", { proactive }, { agency: "上海市人民政府" }),
      findings: [{ messageId: "documents", at: { text: "42件" }, severity: "question" }],
    },
    {
      name: "fees told otherwise",
      report: toldReport("收取行政事业性收费700万元。", { proactive }),
      findings: [{ messageId: "fees", at: { text: "700万元" }, severity: "error", data: { stated: 700, expected: 7545.5 } }],
    },
    {
      name: "fees in yuan in a column of 万元",
      report: toldReport("收取行政事业性收费7545.5元。", { proactive }),
      findings: [{ messageId: "feesUnit", at: { text: "7545.5元" } }],
    },
    {
      name: "decisions told otherwise",
      report: toldReport("全年作出行政许可决定100件。", { proactive }),
      findings: [{ messageId: "decisions", at: { text: "100件" }, severity: "question", data: { expected: 97 } }],
    },
  ],
});
