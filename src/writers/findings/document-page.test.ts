import { describe, expect, test } from "vitest";
import { defineCheck } from "../../checks/define-check.js";
import { atCell, atReport, atText } from "../../checks/finding.js";
import type { Paragraph, SourceDocument } from "../../document/document.js";
import { checkReport } from "../../findings/check-report.js";
import { recogniseReport } from "../../recognition/recognise-report.js";
import { documentPage } from "./document-page.js";

const paragraph = (text: string, index: number): Paragraph => ({
  kind: "paragraph",
  text,
  place: { kind: "paragraph", paragraph: index + 1 },
});

const document: SourceDocument = {
  kind: "html",
  metadata: new Map(),
  notes: [],
  blocks: [
    paragraph("网站导航 <b>首页</b>", 0),
    paragraph("甲县财政局2024年政府信息公开工作年度报告", 1),
    paragraph("一、总体情况", 2),
    paragraph("2024年主动公开信息12条 & 其他。", 3),
    paragraph("二、主动公开政府信息情况", 4),
    {
      kind: "grid",
      rows: 2,
      columns: 4,
      ragged: false,
      place: { kind: "cell", table: 1, row: 1, column: 1 },
      cells: [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "0", "3"],
      ].flatMap((cells, row) =>
        cells.map((text, column) => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          place: { kind: "cell" as const, table: 1, row: row + 1, column: column + 1 },
        })),
      ),
    },
    paragraph("三、收到和处理政府信息公开申请情况", 6),
    paragraph("四、政府信息公开行政复议、行政诉讼情况", 7),
    paragraph("五、存在的主要问题及改进情况", 8),
    paragraph("六、其他需要报告的事项", 9),
    paragraph("无。", 10),
  ],
};

const sample = defineCheck({
  id: "wording/sample",
  title: "示例",
  basis: [{ instrument: "政府信息公开条例" }],
  formats: ["f2021", "f2019"],
  severity: "warning",
  messages: { text: "文字。", cell: "数字。", whole: "全文。" },
  *inspect(report) {
    const passage = report.sections[0]?.paragraphs[0];
    if (passage) yield { messageId: "text", at: atText(passage, 5, 11), data: {} };
    yield { messageId: "cell", at: atCell({ table: "proactive", row: "art20_1.rules", column: "made" }), data: {} };
    yield { messageId: "whole", at: atReport, data: {} };
  },
});

describe("the document with its findings in the margin", () => {
  const report = recogniseReport(document, "甲.html");
  if (report === null) throw new Error("The sample is a report.");
  const page = documentPage({ report, document, prefix: "f1" }, checkReport(report, { checks: [sample] }));

  test("marks the words and the cell a finding is about, with a number that leads to its note", () => {
    expect(page).toContain('2024年<mark class="warning">主动公开信息</mark><sup><a class="ref warning" href="#f1-n2"');
    expect(page).toMatch(/<td class="warning figure">1<sup>/);
    expect(page).toContain('id="f1-n2"');
  });

  test("puts what stands nowhere first", () => {
    expect(page.indexOf("没有固定位置的问题")).toBeLessThan(page.indexOf("一、总体情况"));
  });

  test("folds away what the web page has around the report, and escapes it", () => {
    expect(page).toMatch(/<details class="chrome"><summary>报告之前的页面内容（1 段）/);
    expect(page).toContain("&lt;b&gt;首页&lt;/b&gt;");
    expect(page).toContain("12条 &amp; 其他。");
  });
});
