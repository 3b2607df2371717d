import { rowLabel } from "../../report/format.js";
import { countsAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** Items newly on the list and not one decision: possible, and worth a look. */
export const unusedItemsPlausibility = defineCheck({
  id: "plausibility/unused-items",
  title: "新增的许可、处罚、强制等事项与处理决定数量相称",
  basis: [{ instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表二 第二十条第（五）（六）项" }],
  formats: ["f2019"],
  severity: "question",
  messages: {
    unused: "{items}，处理决定数量却为 0。请核对增减数是否误填。",
  },

  *inspect(report) {
    const form = report.format.tables.proactive;
    const unused = form.rows
      .filter(({ columns }) => columns.includes("decisions"))
      .flatMap(({ id: row }) => {
        const cell = (column: string) => ({ table: "proactive" as const, row, column });
        const [change, decisions] = countsAt(report, [cell("change"), cell("decisions")]) ?? [0, 0];
        return change > 0 && decisions === 0 ? [{ row, change, at: atCell(cell("change")) }] : [];
      });
    const [first, ...others] = unused;
    if (!first) return;
    const items = unused.map(({ row, change }) => `${rowLabel(form, row)}新增 ${change} 项`).join("、");
    yield { messageId: "unused", at: first.at, related: others.map(({ at }) => at), data: { items } };
  },
});
