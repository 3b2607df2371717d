import { labelOf, statementsOf } from "../../report/narrative.js";
import { cellAt } from "../../report/report.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

const FEES = { table: "proactive", row: "art20_8.fees", column: "amount_wan" } as const;
const IN_YUAN: ReadonlyMap<string, number> = new Map([
  ["元", 1],
  ["万元", 10_000],
]);

/** The processing fee for requests is reported in section six; the fees of table two are another kind of money. */
export const processingFeePlausibility = defineCheck({
  id: "plausibility/processing-fee",
  title: "信息处理费不填入行政事业性收费",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十二条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 第六部分：收取信息处理费情况在此处报告" },
  ],
  formats: ["f2021"],
  severity: "warning",
  messages: {
    confused:
      "文中信息处理费为 {stated}，与表二行政事业性收费 {fees} 相同。信息处理费应在第六部分报告，不计入表二的行政事业性收费。",
  },

  *inspect(report) {
    const cell = cellAt(report, FEES);
    if (cell?.kind !== "number" || cell.value <= 0) return;
    const amounts = [cell.value, cell.value * 10_000];
    for (const statement of statementsOf(report)) {
      if (!/信息处理费/.test(statement.text)) continue;
      for (const figure of statement.figures) {
        const yuan = (IN_YUAN.get(figure.unit) ?? 0) * figure.value;
        const words = `${labelOf(statement, figure)}${statement.line.text.slice(statement.start, figure.start)}`;
        if (!amounts.some((amount) => Math.abs(amount - yuan) < 0.5) || !/信息处理费/.test(words)) continue;
        const data = { stated: figure.text, fees: cell.value };
        yield { messageId: "confused", at: atLine(statement.line, figure.start, figure.end), related: [atCell(FEES)], data };
        return;
      }
    }
  },
});
