import { requestRows, toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { requestsCarriedTieOut } from "./requests-carried.js";

const tables = { requests: requestRows({ new_received: 34, carried_in: 2, results_total: 35, carried_out: 1 }) };

testCheck(requestsCarriedTieOut, {
  accepts: [
    ...[
      "全年收到政府信息公开申请34件，上年结转政府信息公开申请2件，转下一年度办理答复的有1件。",
      "答复政府信息公开申请35件（含上年度结转申请2件，另有1件申请按照《条例》顺延到下年度答复）。",
      "共收到政府信息公开申请34件，结转下年度继续办理1件。",
      "2023年全区共收到依申请公开件34件，上年度结转办理件2件，共办结35件，结转到2024年办理1件。",
      "资金结转下年3件。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, tables) })),
  ],
  reports: [
    {
      name: "both told otherwise",
      report: toldReport("全年收到政府信息公开申请34件，上年结转3件，结转下年度继续办理2件。", tables),
      findings: [
        { messageId: "broughtForward", at: { text: "3件" }, severity: "error", data: { stated: 3, expected: 2 } },
        { messageId: "carriedForward", at: { text: "2件" }, data: { stated: 2, expected: 1 } },
      ],
    },
    {
      name: "the years named",
      report: toldReport("2023年共收到依申请公开件34件，上年度结转办理件5件，结转到2024年办理7件。", tables),
      findings: [
        { messageId: "broughtForward", at: { text: "5件" } },
        { messageId: "carriedForward", at: { text: "7件" } },
      ],
    },
    {
      name: "another scope",
      report: toldReport("区政府办受理政府信息公开申请10件，结转下年度继续办理2件。", tables, { agency: "淮安市洪泽区人民政府" }),
      findings: [{ messageId: "scope", at: { text: "2件" }, severity: "question" }],
    },
  ],
});
