import { isCounty, leadingDivisions } from "../../law/divisions.js";
import { reportingOrgan } from "../../law/report-deadline.js";
import { cellAt, type Report } from "../../report/report.js";
import { isGovernmentReport } from "../../report/scope.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** One 亿元 of fees in a bureau, ten thousand in a whole area: beyond what such reports state, unless yuan were written for 万元. */
const UNLIKELY = { department: 10_000, government: 1_000_000 } as const;
/** Ten 亿元 in one bureau of a county, or in a town: no fees of theirs come near it. */
const IMPOSSIBLE = 100_000;
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
    surelyYuan: "收费金额填报 {stated} 万元，远超本机关可能收取的数额，疑误以元为单位（若是，应填 {expected}）。请核对。",
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
    else if (stated >= IMPOSSIBLE && isOfCounty(report) && Number.isInteger(stated))
      yield { messageId: "surelyYuan", at, data: { stated, expected } };
    else if (stated >= limit && Number.isInteger(stated)) yield { messageId: "likelyYuan", at, data: { stated, expected } };
    if (Math.abs(stated * 1e4 - Math.round(stated * 1e4)) > 1e-3 && cell.unit !== "元")
      yield { messageId: "decimals", at, data: { stated } };
  },
});

/** A bureau of a county or district, or a town. */
function isOfCounty(report: Report): boolean {
  const agency = (report.agency.title ?? report.agency.signOff)?.value.replace(/\s/g, "");
  if (agency === undefined) return false;
  const organ = reportingOrgan(agency);
  const last = leadingDivisions(agency).divisions.at(-1);
  return organ === "town" || (organ === "department" && last !== undefined && isCounty(last));
}
