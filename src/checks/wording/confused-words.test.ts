import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { confusedWordsWording } from "./confused-words.js";

const overview = (text: string) => buildReport({ sections: { overview: [text] } });

testCheck(confusedWordsWording, {
  accepts: [
    { name: "a scan", report: buildReport({ kind: "scan", sections: { overview: ["己经公开。"] } }) },
    { name: "the right words", report: buildReport() },
    {
      name: "the same signs in their own place",
      report: overview("分析经济形势，应对各种形势变化，以经营主体为中心，工做到位，截止时间。"),
    },
  ],
  reports: [
    {
      name: "形势 for 形式, 台帐 for 台账",
      report: overview("采取多种形势进行公开工作。建立台帐。"),
      findings: [
        {
          messageId: "confused",
          at: { text: "形势" },
          severity: "question",
          message: "“形势”疑为“形式”之误：“采取多种形势进行公开”。",
        },
        { messageId: "confused", at: { text: "台帐" }, data: { expected: "台账" } },
      ],
    },
  ],
});
