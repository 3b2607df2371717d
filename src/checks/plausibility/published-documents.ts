import { rowLabel } from "../../report/format.js";
import { countsAt } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atCell } from "../finding.js";

/** In the 2019 edition what was made is published, and what was newly published is part of all that is public. */
export const publishedDocumentsPlausibility = defineCheck({
  id: "plausibility/published-documents",
  title: "规章、规范性文件的新制作、新公开与对外公开总数相称",
  basis: [
    { instrument: "国办公开办函〔2019〕60号", place: "年度报告格式 表二 第二十条第（一）项" },
    { instrument: "政府信息公开条例", place: "第二十条第一项" },
  ],
  formats: ["f2019"],
  severity: "warning",
  messages: {
    moreThanAll: "{row}：本年新公开 {stated}，多于对外公开总数量 {expected}。",
    madeNotPublished: {
      text: "{row}：本年新制作 {made}，新公开却为 0。规章、规范性文件应当主动公开，请核对。",
      severity: "question",
    },
  },

  *inspect(report) {
    for (const row of ["art20_1.rules", "art20_1.normative_docs"]) {
      const cell = (column: string) => ({ table: "proactive" as const, row, column });
      const [made, newlyPublic, totalPublic] = countsAt(report, [cell("made"), cell("newly_public"), cell("total_public")]) ?? [
        0, 0, 0,
      ];
      const label = rowLabel(report.format.tables.proactive, row);
      const at = atCell(cell("newly_public"));
      if (newlyPublic > totalPublic)
        yield { messageId: "moreThanAll", at, data: { row: label, stated: newlyPublic, expected: totalPublic } };
      if (made > 0 && newlyPublic === 0) yield { messageId: "madeNotPublished", at, data: { row: label, made } };
    }
  },
});
