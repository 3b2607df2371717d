import { toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { reconsiderationsAndSuitsTieOut } from "./reconsiderations-and-suits.js";

const tables = { review_litigation: { review: [5, 0, 0, 2, 7], direct: [3, 0, 0, 0, 3], after_review: [5, 0, 0, 1, 6] } };

testCheck(reconsiderationsAndSuitsTieOut, {
  accepts: [
    ...[
      "信息公开类行政复议7件，诉讼9件，继续保持零败诉的记录。",
      "2023年市科委有 7 件涉及政府信息公开工作的行政复议，该行政复议件未被复议审查机关纠错。",
      "因政府信息公开被申请行政复议、提起行政诉讼共16件。",
      "因政府信息公开引发行政诉讼9件，其中未经复议直接起诉3件，复议后起诉6件。",
      "因政府信息公开被申请行政复议7件，其中维持5件，尚未审结2件。",
      "政府信息公开行政复议无被纠正案件，未发生行政诉讼败诉。",
      "2022年信息公开行政复议1件。",
      "全年办理行政应诉案件80件。",
      "全年未发生因行政执法引起的行政复议、行政诉讼。",
      "信息公开行政诉讼一审4件。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, tables) })),
    { name: "none told, none in the table", report: toldReport("没有发生因政府信息公开申请而引起的行政复议、行政诉讼等情况。") },
    {
      name: "a blank row, which may hold the rest",
      report: toldReport("信息公开类诉讼9件。", {
        review_litigation: { direct: [8, 0, 0, 0, 8], after_review: [null, null, null, null, null] },
      }),
    },
  ],
  reports: [
    {
      name: "other numbers",
      report: toldReport("全年因政府信息公开被申请行政复议6件，被提起行政诉讼8件。", tables),
      findings: [
        { messageId: "differs", at: { text: "6件" }, severity: "error", data: { stated: 6, expected: 7 } },
        { messageId: "differs", at: { text: "8件" }, data: { stated: 8, expected: 9 } },
      ],
    },
    {
      name: "cases put on record, which may be fewer",
      report: toldReport("全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。", tables, {
        agency: "宿迁市人民政府",
      }),
      findings: [
        { messageId: "scope", at: { text: "134件" }, severity: "question" },
        { messageId: "scope", at: { text: "57件" }, severity: "question" },
      ],
    },
    {
      name: "only one of the two kinds of suits",
      report: toldReport("政府信息公开行政诉讼3件。", tables),
      findings: [{ messageId: "scope", at: { text: "3件" } }],
    },
    {
      name: "a sentence that leaves it to the one before to say what it is about",
      report: toldReport("有7件涉及政府信息公开工作的行政复议。涉及的行政诉讼数为8件。", tables),
      findings: [{ messageId: "scope", at: { text: "8件" } }],
    },
    {
      name: "none told beside cases in the table",
      report: toldReport("没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。", tables),
      findings: [
        { messageId: "noneTold", at: { text: "没有因政府信息公开工作被申请行政复议、提起行政诉讼" }, data: { expected: 16 } },
      ],
    },
    {
      name: "results told otherwise",
      report: toldReport("因政府信息公开被申请行政复议7件，其中维持6件，尚未审结1件。", tables),
      findings: [
        { messageId: "result", at: { text: "6件" }, message: "文中称结果维持 6 件，表四“结果维持”为 5 件。" },
        { messageId: "result", at: { text: "1件" }, data: { stated: 1, expected: 2 } },
      ],
    },
  ],
});
