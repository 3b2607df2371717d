import { columnLabel } from "../../report/format.js";
import { countsAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { cellLabel, faultsOf, isDoubtful, lineLabels, relatedCells, relationNames, totalOf } from "../sum-fault.js";

/** Requests on hand during the year must all be accounted for at its end, for every kind of requester. */
export const requestsRollForward = defineCheck({
  id: "roll-forward/requests",
  title: "本年新收与上年结转之和等于办理结果总计与结转下年之和",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式 表三表头：第一项加第二项之和，等于第三项加第四项之和" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表三表头" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    unbalanced:
      "{column}：新收 {received} + 上年结转 {broughtForward} = {stated}，办理总计 {resolved} + 结转下年 {carriedForward} = {expected}，相差 {difference}。",
    incomplete: "{column}：新收、上年结转与办理总计、结转下年不相符，仅已填的数字就相差 {difference}（另有空白未计）。",
    wrongCell: "“{cell}”填报 {stated}，{relations}因此不符；改为 {expected} 则全部相符，此格最可能有误。",
    swapped: "{columns}两栏收支一多一少，同差 {difference}，疑有一项填错了栏。",
    shifted: "{columns}各栏收支都不平，而差额合起来为零，疑有一行数字整体错了栏。",
    machineRead: {
      text: "{columns}：新收加上年结转与办理总计加结转下年不等。数字由光学识别读出，请先对照原件。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const fault of faultsOf(report, "roll-forward")) {
      const { imbalances, cause } = fault;
      const [first] = imbalances;
      const at = totalOf(first);
      const columns = lineLabels(report, fault);
      const related = relatedCells(fault);
      const difference = Math.abs(first.excess);

      if (isDoubtful(fault)) {
        yield { messageId: "machineRead", at: atCell(at), related, data: { columns } };
      } else if (cause.kind === "cell") {
        const { address, stated, expected } = cause;
        const data = { cell: cellLabel(report, address), stated, expected, relations: relationNames(fault) };
        yield { messageId: "wrongCell", at: atCell(address), related, data };
      } else if (cause.kind === "swap") {
        yield { messageId: "swapped", at: atCell(at), related, data: { columns, difference } };
      } else if (cause.kind === "shift") {
        yield { messageId: "shifted", at: atCell(at), related, data: { columns } };
      } else {
        const column = columnLabel(report.format.tables[at.table], at.column);
        const counts = countsAt(
          report,
          first.terms.map(({ address }) => address),
        );
        if (counts === null) {
          yield { messageId: "incomplete", at: atCell(at), data: { column, difference } };
          continue;
        }
        const [received = 0, broughtForward = 0, resolved = 0, carriedForward = 0] = counts;
        const [stated, expected] = [received + broughtForward, resolved + carriedForward];
        const data = { column, received, broughtForward, resolved, carriedForward, stated, expected, difference };
        yield { messageId: "unbalanced", at: atCell(at), data };
      }
    }
  },
});
