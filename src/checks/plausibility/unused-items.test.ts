import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { atCell } from "../finding.js";
import { unusedItemsPlausibility } from "./unused-items.js";

const report = (licensing: readonly (number | null)[], penalty: readonly number[]) =>
  buildReport({
    format: annualReport2019,
    tables: { proactive: { "art20_5.licensing": licensing, "art20_6.penalty": penalty } },
  });

testCheck(unusedItemsPlausibility, {
  accepts: [
    { name: "items added and used", report: report([0, 2, 5], [0, 0, 0]) },
    { name: "items taken off", report: report([1, -1, 0], [34, -1, 0]) },
    { name: "a blank", report: report([0, null, 0], [0, 0, 0]) },
  ],
  reports: [
    {
      name: "items added and no decision",
      report: report([0, 2, 0], [0, 3, 0]),
      findings: [
        {
          messageId: "unused",
          at: atCell({ table: "proactive", row: "art20_5.licensing", column: "change" }),
          severity: "question",
          message:
            "第二十条第（五）项·行政许可新增 2 项、第二十条第（六）项·行政处罚新增 3 项，处理决定数量却为 0。请核对增减数是否误填。",
        },
      ],
    },
  ],
});
