import { columnLabel, rowLabel } from "../../report/format.js";
import { figureAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { cellLabel, faultsOf, isDoubtful, lineLabels, relatedCells, relationNames, totalOf } from "../sum-fault.js";

/** A column adds up to its total; the sums are those the format names. */
export const columnTotalsFooting = defineCheck({
  id: "footing/column-totals",
  title: "各栏的分项之和等于该栏总计",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表三（七）总计" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表三（七）总计" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    wrongTotal: "{column}：“{total}”填报 {stated}，各分项之和为 {expected}，相差 {difference}。",
    partsExceed: "{column}：“{total}”填报 {stated}，仅已填的分项之和就有 {expected}（另有空白未计）。",
    wrongCell: "“{cell}”填报 {stated}，{relations}因此不符；改为 {expected} 则全部相符，此格最可能有误。",
    swapped: "{columns}两栏的分项之和与“{total}”一多一少，同差 {difference}，疑有数字填错了栏。",
    shifted: "{columns}各栏的分项之和都与“{total}”不符，而差额合起来为零，疑有一行数字整体错了栏。",
    machineRead: {
      text: "{columns}：分项之和与“{total}”不符。数字由光学识别读出，请先对照原件。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const fault of faultsOf(report, "footing")) {
      const { imbalances, cause } = fault;
      const [first] = imbalances;
      const at = totalOf(first);
      const form = report.format.tables[at.table];
      const total = rowLabel(form, at.row);
      const columns = lineLabels(report, fault);
      const related = relatedCells(fault);
      const difference = Math.abs(first.excess);

      if (isDoubtful(fault)) {
        yield { messageId: "machineRead", at: atCell(at), related, data: { columns, total } };
      } else if (cause.kind === "cell") {
        const { address, stated, expected } = cause;
        const data = { cell: cellLabel(report, address), stated, expected, relations: relationNames(fault) };
        yield { messageId: "wrongCell", at: atCell(address), related, data };
      } else if (cause.kind === "swap") {
        yield { messageId: "swapped", at: atCell(at), related, data: { columns, total, difference } };
      } else if (cause.kind === "shift") {
        yield { messageId: "shifted", at: atCell(at), related, data: { columns, total } };
      } else {
        const stated = figureAt(report, at) ?? 0;
        const data = { column: columnLabel(form, at.column), total, stated, expected: stated + first.excess };
        if (first.isComplete) yield { messageId: "wrongTotal", at: atCell(at), data: { ...data, difference } };
        else yield { messageId: "partsExceed", at: atCell(at), data };
      }
    }
  },
});
