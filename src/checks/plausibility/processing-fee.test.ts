import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { processingFeePlausibility } from "./processing-fee.js";

const report = (other: string, fees: number) =>
  buildReport({ sections: { other: [other] }, tables: { proactive: { "art20_8.fees": [fees] } } });

testCheck(processingFeePlausibility, {
  accepts: [
    { name: "two kinds of money", report: report("2023年收取信息处理费2230元。", 72701.2578) },
    { name: "no fee at all", report: report("未收取信息处理费。", 0) },
    { name: "the fees of table two in the text", report: report("本年收取行政事业性收费5万元，未收取信息处理费。", 5) },
  ],
  reports: [
    {
      name: "the processing fee in the table, in yuan",
      report: report("2023年收取信息处理费2230元。", 0.223),
      findings: [{ messageId: "confused", at: { text: "2230元" }, severity: "warning", data: { fees: 0.223 } }],
    },
    {
      name: "the same number in the table",
      report: report("2023年收取信息处理费2230元。", 2230),
      findings: [{ messageId: "confused", at: { text: "2230元" } }],
    },
  ],
});
