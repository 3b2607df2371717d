import { columnLabel } from "../../report/format.js";
import { isYearBefore } from "../../report/previous-year.js";
import { figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell, atReport } from "../finding.js";

/** What last year's report carried forward is what this year's brings forward, for every kind of requester. */
export const broughtForwardRollForward = defineCheck({
  id: "roll-forward/brought-forward",
  title: "上年结转等于上年报告的结转下年度继续办理",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表三第二项、第四项" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  needsPrevious: true,
  messages: {
    total: "上年结转总计填报 {stated}，上年报告的结转下年度继续办理总计为 {expected}。",
    column: {
      text: "{column}：上年结转填报 {stated}，上年报告的结转下年度继续办理为 {expected}。",
      severity: "warning",
    },
    notYearBefore: {
      text: "所给的上年报告是 {expected} 年的，不是 {stated} 年报告的上一年，未作年度衔接的核对。",
      severity: "question",
    },
  },

  *inspect(report, { previous }) {
    if (previous === null) return;
    if (!isYearBefore(previous, report)) {
      const data = { stated: report.reportYear?.value ?? 0, expected: previous.reportYear?.value ?? 0 };
      yield { messageId: "notYearBefore", at: atReport, data };
      return;
    }
    const form = report.format.tables.requests;
    for (const { broughtForward, carriedForward } of form.rollForwards) {
      for (const { id: column } of form.columns) {
        const address = { table: "requests" as const, row: broughtForward, column };
        const stated = figureAt(report, address);
        const expected = figureAt(previous, { table: "requests", row: carriedForward, column });
        if (stated === null || expected === null || stated === expected) continue;
        const at = atCell(address);
        if (column === "total") yield { messageId: "total", at, data: { stated, expected } };
        else yield { messageId: "column", at, data: { column: columnLabel(form, column), stated, expected } };
      }
    }
  },
});
