import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { surplusNumbersCompleteness } from "./surplus-numbers.js";

testCheck(surplusNumbersCompleteness, {
  accepts: [{ name: "as many figures as cells", report: buildReport() }],
  reports: [
    {
      name: "sixteen numbers for fifteen cells",
      report: buildReport({ surplus: { review_litigation: ["0"] } }),
      findings: [
        {
          messageId: "surplus",
          at: { kind: "table", table: "review_litigation" },
          severity: "warning",
          message: "“四、政府信息公开行政复议、行政诉讼情况”比规定的格数多出 1 个数字（0），不能归入任何一栏。",
        },
      ],
    },
    {
      name: "many of them, of which a few are shown",
      report: buildReport({ surplus: { requests: ["1", "2", "3", "4", "5", "6", "7", "8", "9"] } }),
      findings: [
        {
          messageId: "surplus",
          at: { kind: "table", table: "requests" },
          data: { count: 9, figures: "1、2、3、4、5、6、7、8等" },
        },
      ],
    },
  ],
});
