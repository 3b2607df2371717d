import { requestRows, toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { superlativesTieOut } from "./superlatives.js";

const review_litigation = { review: [5, 0, 0, 2, 7], direct: [8, 0, 0, 1, 9], after_review: [null, null, null, null, null] };
const carried = { requests: requestRows({ new_received: 34, carried_in: 2, results_total: 35, carried_out: 1 }) };

testCheck(superlativesTieOut, {
  accepts: [
    {
      name: "all upheld indeed",
      report: toldReport("信息公开类行政复议7件，均获维持。", { review_litigation: { review: [7, 0, 0, 0, 7] } }),
    },
    {
      name: "all upheld, said of the suits alone",
      report: toldReport("因信息公开被申请行政复议7件，其中维持5件，尚未审结2件；被提起行政诉讼2件，均获维持。", {
        review_litigation: { review: [5, 0, 0, 2, 7], direct: [2, 0, 0, 0, 2] },
      }),
    },
    {
      name: "all upheld, said of the reconsiderations alone",
      report: toldReport("因信息公开被申请行政复议2件，均维持；被提起行政诉讼1件，尚未审结。", {
        review_litigation: { review: [2, 0, 0, 0, 2], direct: [0, 0, 0, 1, 1] },
      }),
    },
    {
      name: "all upheld, said of suits that name the reconsideration before them",
      report: toldReport(
        "因信息公开被申请行政复议7件：维持5件，尚未审结2件；行政诉讼3件，其中未经复议直接起诉2件、复议后起诉1件，均维持。",
        { review_litigation: { review: [5, 0, 0, 2, 7], direct: [2, 0, 0, 0, 2], after_review: [1, 0, 0, 0, 1] } },
      ),
    },
    {
      name: "none corrected while some are pending",
      report: toldReport("信息公开行政复议7件，继续保持零败诉、零纠错。", { review_litigation }),
    },
    {
      name: "one case not corrected",
      report: toldReport("该行政复议件未被复议审查机关纠错。", { review_litigation: { review: [1, 0, 0, 0, 1] } }),
    },
    ...[
      "答复政府信息公开申请35件，均在法定期限内予以答复。",
      "收到政府信息公开申请34件，除1件结转下年外，其余均已办结。",
      "收到政府信息公开申请34件，已到期的均已办结。",
      "收到政府信息公开申请34件，答复35件，结转1件；区政府收到申请20件，均已办结。",
      "全年办理政务热线84个，已全部办结。",
      "因信息公开提起的行政复议均已办结。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, carried) })),
    {
      name: "all settled indeed",
      report: toldReport("收到政府信息公开申请34件，全部办结。", {
        requests: requestRows({ new_received: 34, granted: 34, results_total: 34 }),
      }),
    },
  ],
  reports: [
    {
      name: "all upheld beside pending cases, for each kind",
      report: toldReport("信息公开类行政复议7件，诉讼9件，均获维持，继续保持了省级政府零败诉的记录。", { review_litigation }),
      findings: [
        {
          messageId: "notUpheld",
          at: { text: "均获维持" },
          severity: "error",
          message: "文中称“均获维持”，表四行政复议却有尚未审结 2 件。",
        },
        { messageId: "notUpheld", at: { text: "均获维持" }, data: { matter: "行政诉讼", exceptions: "尚未审结 1 件" } },
      ],
    },
    {
      name: "no defeat beside a corrected suit",
      report: toldReport("信息公开领域保持零败诉。", { review_litigation: { direct: [0, 1, 0, 0, 1] } }),
      findings: [{ messageId: "corrected", at: { text: "零败诉" }, severity: "error", data: { matter: "行政诉讼", count: 1 } }],
    },
    {
      name: "all requests settled beside one carried forward",
      report: toldReport("全年收到政府信息公开申请 34 件，上年结转政府信息公开申请 2 件，所有申请均已按要求办理完成。", carried),
      findings: [{ messageId: "unsettled", at: { text: "所有申请均已按要求办理完成" }, severity: "error", data: { count: 1 } }],
    },
    {
      name: "a rate of 100 % beside one carried forward",
      report: toldReport("收到政府信息公开申请34件，办结率100%。", carried),
      findings: [{ messageId: "maybeUnsettled", at: { text: "办结率100%" }, severity: "question" }],
    },
  ],
});
