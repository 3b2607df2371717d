import { cellAt } from "../../report/report.js";
import { isGovernmentReport } from "../../report/scope.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** One 亿元 of fees in a bureau, ten thousand in a whole area: beyond what such reports state, unless yuan were written for 万元. */
const UNLIKELY = { department: 10_000, government: 100_000_000 } as const;
const ADDRESS = { table: "proactive", row: "art20_8.fees", column: "amount_wan" } as const;

/** The amount of fees is given in 万元, as the head of its column says. */
export const feesPlausibility = defineCheck({
  id: "plausibility/fees",
  title: "行政事业性收费以万元为单位填报",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表二 第二十条第（八）项：本年收费金额（单位：万元）" }],
  formats: ["f2021"],
  severity: "warning",
  messages: {
    otherUnit: "收费金额填报“{stated}元”，表头单位是万元，应填 {expected}。",
    likelyYuan: {
      text: "收费金额填报 {stated} 万元，数额偏大。请核对是否误以元为单位（若是，应填 {expected}）。",
      severity: "question",
    },
    decimals: "收费金额填报 {stated}，小数多于四位，以万元为单位最多四位。",
  },

  *inspect(report) {
    const cell = cellAt(report, ADDRESS);
    if (cell?.kind !== "number") return;
    const at = atCell(ADDRESS);
    const stated = cell.value;
    const expected = Math.round(stated * 1e4) / 1e8;
    const limit = isGovernmentReport(report) ? UNLIKELY.government : UNLIKELY.department;
    if (cell.unit === "元") yield { messageId: "otherUnit", at, data: { stated, expected: stated / 1e4 } };
    else if (stated >= limit && Number.isInteger(stated)) yield { messageId: "likelyYuan", at, data: { stated, expected } };
    if (Math.abs(stated * 1e4 - Math.round(stated * 1e4)) > 1e-3 && cell.unit !== "元")
      yield { messageId: "decimals", at, data: { stated } };
  },
});
