import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { pageNumbersWording } from "./page-numbers.js";

testCheck(pageNumbersWording, {
  accepts: [
    { name: "no number alone", report: buildReport() },
    { name: "a figure that fell out of a table", report: buildReport({ sections: { requests: ["1"] } }) },
  ],
  reports: [
    {
      name: "numbers of pages",
      report: buildReport({ sections: { overview: ["公开工作", "— 2 —", "第3页 共5页", "4"], review_litigation: ["1625"] } }),
      findings: [
        { messageId: "stray", at: { text: "— 2 —" }, severity: "question", message: "“— 2 —”独立成段，疑为混入正文的页码。" },
        { messageId: "stray", at: { text: "第3页 共5页" } },
        { messageId: "stray", at: { text: "4" } },
        { messageId: "stray", at: { text: "1625" } },
      ],
    },
  ],
});
