import { figureAt, sectionOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const UNPAID = { table: "requests", row: "other.no_payment", column: "total" } as const;

/** A request dropped for want of payment presupposes a notice of fees, and section six speaks of fees. */
export const unpaidFeesPlausibility = defineCheck({
  id: "plausibility/unpaid-fees",
  title: "有逾期未缴费而不再处理的申请时，第六部分说明收取信息处理费情况",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十二条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 第六部分：收取信息处理费情况在此处报告" },
  ],
  formats: ["f2021"],
  severity: "warning",
  messages: {
    notTold: "表三因申请人逾期未缴费不再处理 {count} 件，第六部分却没有说明收取信息处理费情况。",
    deniesNotice: "表三因申请人逾期未缴费不再处理 {count} 件，第六部分却称“{quote}”。",
  },

  *inspect(report) {
    const count = figureAt(report, UNPAID) ?? 0;
    const section = sectionOf(report, "other");
    if (count <= 0 || !section) return;
    const denial = /(?:未|没有|无)(?:产生|发生|发出|涉及)?(?:信息公开|信息处理费|信息处理|收费)?(?:收费)?通知(?:书)?/;
    const related = [atCell(UNPAID)];
    const passage = section.paragraphs.find(({ text }) => denial.test(text));
    const match = passage ? denial.exec(passage.text) : null;
    if (passage && match) {
      const at = { kind: "text" as const, passage, start: match.index, end: match.index + match[0].length };
      yield { messageId: "deniesNotice", at, related, data: { count, quote: match[0] } };
    } else if (!section.paragraphs.some(({ text }) => /处理费|收费|费用/.test(text))) {
      yield { messageId: "notTold", at: { kind: "section", section: "other" }, related, data: { count } };
    }
  },
});
