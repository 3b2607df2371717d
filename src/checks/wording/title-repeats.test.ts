import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { titleRepeatsWording } from "./title-repeats.js";

const titled = (title: string | null) => buildReport({ title, titleAgency: null });

testCheck(titleRepeatsWording, {
  accepts: [
    { name: "each thing once", report: buildReport() },
    { name: "no title", report: titled(null) },
  ],
  reports: [
    {
      name: "年度 twice",
      report: titled("前进区商务局 2020 年度政府信息公开工作年度报告"),
      findings: [
        {
          messageId: "twice",
          at: { text: "前进区商务局 2020 年度政府信息公开工作年度报告" },
          severity: "question",
          data: { word: "年度" },
        },
      ],
    },
    {
      name: "报告 twice",
      report: titled("关于2020年政府信息公开工作报告的报告"),
      findings: [{ messageId: "twice", at: { text: "关于2020年政府信息公开工作报告的报告" }, data: { word: "报告" } }],
    },
  ],
});
