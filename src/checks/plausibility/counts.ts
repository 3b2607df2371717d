import type { Cell } from "../../report/cell.js";
import { addressesOf } from "../../report/format.js";
import { cellAt, countsAt, tablesOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";
import { cellLabel } from "../sum-fault.js";

/** Counts are whole numbers from 0 up; only a change may be negative, only money may have decimals. */
export const countsPlausibility = defineCheck({
  id: "plausibility/counts",
  title: "件数是不小于零的整数",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    negative: "“{cell}”填报 {stated}，数量不能小于零。",
    fraction: "“{cell}”填报 {stated}，件数应为整数。",
    listBelowZero: "“{cell}”填报 {stated}，与上一年项目数量 {opening} 相加小于零。",
    machineRead: { text: "“{cell}”由光学识别读作 {stated}，不是合理的件数，请对照原件。", severity: "question" },
  },

  *inspect(report) {
    const isOdd = (cell: Cell): boolean => cell.kind === "number" && (cell.value < 0 || !Number.isInteger(cell.value));
    if (!tablesOf(report).some(({ cells }) => [...cells.values()].some(isOdd))) return;
    for (const address of addressesOf(report.format)) {
      const cell = cellAt(report, address);
      if (cell?.kind !== "number" || !isOdd(cell)) continue;
      const kind = report.format.tables[address.table].columns.find(({ id }) => id === address.column)?.kind;
      const at = atCell(address);
      const data = { cell: cellLabel(report, address), stated: cell.value };
      const isFraction = kind !== "money" && !Number.isInteger(cell.value);
      const isNegative = kind !== "change" && cell.value < 0;
      if ((isFraction || isNegative) && (cell.doubt !== undefined || report.source.kind === "scan")) {
        yield { messageId: "machineRead", at, data };
      } else if (isNegative) {
        yield { messageId: "negative", at, data };
      } else if (isFraction) {
        yield { messageId: "fraction", at, data };
      } else if (kind === "change" && cell.value < 0) {
        const [opening] = countsAt(report, [{ ...address, column: "items_last_year" }]) ?? [];
        if (opening === undefined || opening + cell.value >= 0) continue;
        yield { messageId: "listBelowZero", at, data: { ...data, opening } };
      }
    }
  },
});
