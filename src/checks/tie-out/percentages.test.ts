import { requestRows, toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { percentagesTieOut } from "./percentages.js";

const thisYear = { requests: requestRows({ new_received: 3525, carried_in: 121, results_total: 3521, carried_out: 125 }) };
const lastYear = { requests: requestRows({ new_received: 3500, carried_in: 107, results_total: 3486, carried_out: 121 }) };
const suqian = "全市全年共收办政府信息公开申请案件3646件，同比增长{0}%，其中，予以公开1431件。";

testCheck(percentagesTieOut, {
  accepts: [
    ...[
      "答复政府信息公开申请805件。不予公开35件，占4.34%；无法提供265件，占32.9%；不予处理158件，占19.6%。",
      "主动公开60条，其中动态5条，占8.33%。",
      "网站公开30条（占30%），微信公开70条（占70%）。",
      "建议2件，提案3件，满意率为100%。",
      "共受理约60件，其中办理5件，占9.1%。",
      "全年发布信息205条，同比增长2.5%。",
      "网站访问5000件，受理申请120件，占全市总量的5.2%。",
      "发布信息130条，较上年增加30条，增长30%。",
      "受理申请4件，比上年增加1件，增长33.3%。",
      "公开信息386条，较2022年（352条）增加34条，同比增长9.66%。",
      "收到6件依申请公开，去年同期为9件，同比减少33.3%。",
      "收到申请26件，同比下降33.3%。",
      "受理申请267件，答复26件，申请量同比上升33.3%。",
      "共收到依申请公开1499件。其中，通过网络申请1303件，占86.92%；通过当面申请24件，占1.60%。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence) })),
    { name: "a share of a total that only the table states", report: toldReport("申请中，不予公开35件，占1.0%。", thisYear) },
    {
      name: "a growth rate that agrees with last year's report",
      report: toldReport(suqian.replace("{0}", "1.08"), thisYear),
      previous: toldReport("", lastYear, { year: 2022 }),
    },
    { name: "a growth rate without last year's report", report: toldReport(suqian.replace("{0}", "1.05"), thisYear) },
  ],
  reports: [
    {
      name: "a change in per cent that does not follow from the base told in brackets",
      report: toldReport("公开信息386条，较2022年（352条）增加34条，同比增长12.5%。"),
      findings: [
        { messageId: "growthOnBase", at: { text: "34条，同比增长12.5%" }, severity: "warning", data: { expected: "9.7" } },
      ],
    },
    {
      name: "a change in per cent that does not follow from the change told before it",
      report: toldReport("收到政府信息公开申请4件，比上年增加1件，增长25%。"),
      findings: [
        {
          messageId: "growthAndChange",
          at: { text: "1件，增长25%" },
          severity: "warning",
          data: { expected: "33.3", stated: 25 },
        },
      ],
    },
    {
      name: "a share of no figure that is told",
      report: toldReport("答复政府信息公开申请805件（另有72件顺延）。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%。"),
      findings: [
        {
          messageId: "share",
          at: { text: "258件，占33.9%" },
          severity: "error",
          message: "文中 258件 占 33.9%，按文中总数 805件 计算应为 32.0%。",
        },
      ],
    },
    {
      name: "the fraction told as a percentage",
      report: toldReport("主动公开60条，其中动态5条，占0.08%。"),
      findings: [{ messageId: "share", at: { text: "5条，占0.08%" }, data: { stated: 0.08, expected: "8.33" } }],
    },
    {
      name: "a growth rate that last year's report disproves",
      report: toldReport(suqian.replace("{0}", "1.05"), thisYear),
      previous: toldReport("", lastYear, { year: 2022 }),
      findings: [
        {
          messageId: "growth",
          at: { text: "3646件，同比增长1.05%" },
          severity: "warning",
          data: { stated: 1.05, base: 3607, expected: "1.08" },
        },
      ],
    },
    {
      name: "a change and a rate that do not belong together",
      report: toldReport("发布信息130条，较上年增加30条，同比增长13%。"),
      findings: [
        { messageId: "growthAndChange", at: { text: "30条，同比增长13%" }, severity: "warning", data: { expected: "30.0" } },
      ],
    },
    {
      name: "a rate that no whole number of last year gives",
      report: toldReport("收到申请26件，同比增长33.3%。"),
      findings: [{ messageId: "noBase", at: { text: "26件，同比增长33.3%" }, severity: "warning" }],
    },
  ],
});
