import { buildReport, type CellSpec } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { atCell } from "../finding.js";
import { feesPlausibility } from "./fees.js";

const fees = (cell: CellSpec, agency = "威海市文登区商务局") =>
  buildReport({ agency, tables: { proactive: { "art20_8.fees": [cell] } } });
const at = atCell({ table: "proactive", row: "art20_8.fees", column: "amount_wan" });

testCheck(feesPlausibility, {
  accepts: [
    ...[0, 1.76, 7545, 189.7384, 96171.6].map((amount) => ({ name: `${amount} 万元`, report: fees(amount) })),
    { name: "a whole area", report: fees(316441, "宿迁市人民政府") },
    { name: "a blank", report: fees(null) },
  ],
  reports: [
    {
      name: "yuan written into the cell",
      report: fees({ value: 251000, unit: "元" }),
      findings: [{ messageId: "otherUnit", at, severity: "warning", data: { stated: 251000, expected: 25.1 } }],
    },
    {
      name: "three billion yuan of a bureau of a district",
      report: fees(316441),
      findings: [
        {
          messageId: "surelyYuan",
          at,
          severity: "warning",
          message: "收费金额填报 316441 万元，远超本机关可能收取的数额，疑误以元为单位（若是，应填 31.6441）。请核对。",
        },
      ],
    },
    {
      name: "three billion yuan of a bureau of a city",
      report: fees(316441, "威海市自然资源和规划局"),
      findings: [
        {
          messageId: "likelyYuan",
          at,
          severity: "question",
          message: "收费金额填报 316441 万元，数额偏大。请核对是否误以元为单位（若是，应填 31.6441）。",
        },
      ],
    },
    { name: "five decimals", report: fees(12.34567), findings: [{ messageId: "decimals", at, data: { stated: 12.34567 } }] },
  ],
});
