import { describe, expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { defineCheck } from "../checks/define-check.js";
import { atCell, atReport, atText } from "../checks/finding.js";
import { checkReport } from "./check-report.js";
import { tallyOf, tallyText } from "./checked-file.js";
import { standing } from "./standing.js";

const granted = { table: "requests", row: "granted", column: "natural" } as const;

const sample = defineCheck({
  id: "footing/sample",
  title: "示例",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条" }],
  formats: ["f2021"],
  severity: "error",
  messages: { cell: "填报 {stated}，应为 {expected}。", text: { text: "请说明。", severity: "question" }, whole: "缺少章节。" },
  *inspect(report) {
    const passage = report.sections[0]?.paragraphs[0];
    if (passage) yield { messageId: "text", at: atText(passage, 0, 5), data: {} };
    yield { messageId: "cell", at: atCell(granted), data: { stated: 0, expected: 1 } };
    yield { messageId: "cell", at: atCell(granted), data: { stated: 0, expected: 1 } };
    yield { messageId: "whole", at: atReport, data: {} };
  },
});

const options = { checks: [sample] };

describe("checking a report", () => {
  test("lists each fault once, what concerns the whole first, then in the order of the document", () => {
    const findings = checkReport(buildReport({}), options);
    expect(findings.map(({ messageId, severity }) => [messageId, severity])).toEqual([
      ["whole", "error"],
      ["text", "question"],
      ["cell", "error"],
    ]);
  });

  test("says where in words and in the file", () => {
    const cell = checkReport(buildReport({}), options).at(-1);
    expect(cell?.where).toBe("表三 · （一）予以公开 · 自然人");
    expect(cell?.place).not.toBeNull();
    expect(cell?.message).toBe("填报 0，应为 1。");
  });

  test("gives the same fingerprint again, another one for another agency", () => {
    const fingerprints = (agency: string) => checkReport(buildReport({ agency }), options).map(({ fingerprint }) => fingerprint);
    expect(fingerprints("甲县财政局")).toEqual(fingerprints("甲县财政局"));
    expect(fingerprints("甲县财政局")).not.toEqual(fingerprints("乙县财政局"));
    expect(new Set(fingerprints("甲县财政局")).size).toBe(3);
  });

  test("keeps a waived finding in the list but counts it no more", () => {
    const first = checkReport(buildReport({}), options).at(0);
    const fingerprint = first?.fingerprint ?? "";
    const waivers = new Map([[fingerprint, { fingerprint, decision: "waived" as const, reason: "已说明" }]]);
    const findings = checkReport(buildReport({}), { ...options, waivers });
    expect(findings).toHaveLength(3);
    expect(findings[0]?.decision?.reason).toBe("已说明");
    expect(standing(findings, "question")).toHaveLength(2);
    expect(tallyOf(findings)).toEqual({ error: 1, warning: 0, question: 1 });
    expect(tallyText(tallyOf(findings))).toBe("错误 1 · 询问 1");
  });

  test("asks only for what is at least so severe", () => {
    const findings = checkReport(buildReport({}), options);
    expect(standing(findings, "error").map(({ messageId }) => messageId)).toEqual(["whole", "cell"]);
  });
});
