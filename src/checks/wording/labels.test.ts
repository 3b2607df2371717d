import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import type { FilledTable, Report } from "../../report/report.js";
import { labelsWording } from "./labels.js";

function relabelled(labels: Readonly<Record<string, string>>, without: readonly string[] = []): Report {
  const report = buildReport();
  const table = report.tables.requests as FilledTable; // the builder fills all three tables
  const place = table.place;
  const printed = new Map(table.labels);
  for (const [id, text] of Object.entries(labels)) printed.set(id, { text, place, block: 0 });
  for (const id of without) printed.delete(id);
  return { ...report, tables: { ...report.tables, requests: { ...table, labels: printed } } };
}

const withoutCells = (report: Report): Report => {
  const table = report.tables.requests as FilledTable; // as above
  return { ...report, tables: { requests: { ...table, cells: new Map() } } };
};

testCheck(labelsWording, {
  accepts: [
    {
      name: "a scan",
      report: { ...relabelled({ "denied.other_law": "2.其他法律法规禁止公开" }), source: { kind: "scan", name: "scan.pdf" } },
    },
    { name: "the labels of the form", report: buildReport() },
    {
      name: "other signs, spaces and numbers",
      report: relabelled({
        partial: "(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)",
        "denied.three_safety": "3．危及三安全一稳定",
        new_received: "本年新收政府信息公开\n申请数量",
      }),
    },
    { name: "a label of which only the beginning is there", report: relabelled({ "unable.need_create": "2.没有现成信息需" }) },
    { name: "another label altogether", report: relabelled({ "unable.need_create": "行政机关不再办理的其它情形" }) },
    { name: "no label", report: relabelled({}, ["partial"]) },
  ],
  reports: [
    {
      name: "记 for 计",
      report: relabelled({ partial: "（二）部分公开（区分处理的，只记这一情形，不计其他情形）" }),
      findings: [
        {
          messageId: "altered",
          at: { kind: "cell", address: { table: "requests", row: "partial", column: "natural" } },
          severity: "question",
          message:
            "行名“（二）部分公开（区分处理的，只记这一情形，不计其他情形）”与格式规定的“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”不一致，请核对。",
        },
      ],
    },
    {
      name: "行政 lost",
      report: withoutCells(relabelled({ "denied.other_law": "2.其他法律法规禁止公开" })),
      findings: [{ messageId: "altered", at: { kind: "table", table: "requests" } }],
    },
  ],
});
