import { columnLabel, rowLabel } from "../../report/format.js";
import { figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { faultsOf, isDoubtful, lineLabels, relatedCells, totalOf } from "../sum-fault.js";

/** A row adds up across its columns: the kinds of applicants in table three, the results in table four. */
export const rowTotalsCrossFooting = defineCheck({
  id: "cross-footing/row-totals",
  title: "各行的分栏之和等于该行总计",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表三、表四“总计”栏" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表三、表四“总计”栏" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    wrongTotal: "{row}：“{total}”填报 {stated}，各栏之和为 {expected}，相差 {difference}。",
    partsExceed: "{row}：“{total}”填报 {stated}，仅已填的各栏之和就有 {expected}（另有空白未计）。",
    swapped: "{rows}两行的各栏之和与“{total}”一多一少，同差 {difference}，疑有数字填错了行。",
    shifted: "{rows}各行的各栏之和都与“{total}”不符，而差额合起来为零，疑有一栏数字上下错位。",
    machineRead: {
      text: "{rows}：各栏之和与“{total}”不符。数字由光学识别读出，请先对照原件。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const fault of faultsOf(report, "cross-footing")) {
      const { imbalances, cause } = fault;
      const [first] = imbalances;
      const at = totalOf(first);
      const form = report.format.tables[at.table];
      const total = columnLabel(form, at.column);
      const rows = lineLabels(report, fault);
      const related = relatedCells(fault);
      const difference = Math.abs(first.excess);

      if (isDoubtful(fault)) {
        yield { messageId: "machineRead", at: atCell(at), related, data: { rows, total } };
      } else if (cause.kind === "swap") {
        yield { messageId: "swapped", at: atCell(at), related, data: { rows, total, difference } };
      } else if (cause.kind === "shift") {
        yield { messageId: "shifted", at: atCell(at), related, data: { rows, total } };
      } else {
        const stated = figureAt(report, at) ?? 0;
        const data = { row: rowLabel(form, at.row), total, stated, expected: stated + first.excess };
        if (first.isComplete) yield { messageId: "wrongTotal", at: atCell(at), data: { ...data, difference } };
        else yield { messageId: "partsExceed", at: atCell(at), data };
      }
    }
  },
});
