import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { unreadCellsCompleteness } from "./unread-cells.js";

const at = (column: string) => atCell({ table: "review_litigation", row: "review", column });

testCheck(unreadCellsCompleteness, {
  accepts: [
    { name: "figures", report: buildReport() },
    {
      name: "blanks, which blank-cells reports",
      report: buildReport({ tables: { review_litigation: { review: [null, 0, 0, 0, 0] } } }),
    },
  ],
  reports: [
    {
      name: "a word in place of a figure",
      report: buildReport({ tables: { review_litigation: { review: ["无", 0, 0, 0, 0] } } }),
      findings: [
        { messageId: "notAFigure", at: at("upheld"), severity: "warning", message: "“行政复议·结果维持”填的是“无”，应填数字。" },
      ],
    },
    {
      name: "figures whose column cannot be told",
      report: buildReport({ tables: { review_litigation: { review: ["1 2", "3?", 0, 0, 0] } } }),
      findings: [{ messageId: "unread", at: at("upheld"), severity: "question", data: { count: 2, raw: "1 2" } }],
    },
    {
      name: "a smudge on a scan",
      report: buildReport({ kind: "scan", tables: { review_litigation: { review: ["口", 0, 0, 0, 0] } } }),
      findings: [{ messageId: "unread", at: at("upheld") }],
    },
  ],
});
