import { rowLabel } from "../../report/format.js";
import { isYearBefore } from "../../report/previous-year.js";
import { countsAt, figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** The lists of items of the 2019 edition: last year's number is what the year before ended with. */
export const itemsListsRollForward = defineCheck({
  id: "roll-forward/items-lists",
  title: "上一年项目数量等于上年报告的项目数量加增减",
  basis: [{ instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表二 第二十条第（五）（六）（八）项" }],
  formats: ["f2019"],
  severity: "warning",
  needsPrevious: true,
  messages: {
    unbalanced:
      "{row}：上年报告的项目数量 {opening}，增减 {change}，年末应为 {expected}；本年报告的上一年项目数量填报 {stated}。",
  },

  *inspect(report, { previous }) {
    if (previous === null || previous.format.id !== report.format.id || !isYearBefore(previous, report)) return;
    const form = report.format.tables.proactive;
    for (const { id: row } of form.rows.filter(({ columns }) => columns.includes("items_last_year"))) {
      const cell = (column: string) => ({ table: "proactive" as const, row, column });
      const counts = countsAt(previous, [cell("items_last_year"), cell("change")]);
      const stated = figureAt(report, cell("items_last_year"));
      if (counts === null || stated === null) continue;
      const [opening, change] = counts;
      const expected = opening + change;
      if (expected === stated) continue;
      const data = { row: rowLabel(form, row), opening, change, expected, stated };
      yield { messageId: "unbalanced", at: atCell(cell("items_last_year")), data };
    }
  },
});
