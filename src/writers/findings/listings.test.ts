import { describe, expect, test } from "vitest";
import { buildReport } from "../../../test/builders/report.js";
import { defineCheck } from "../../checks/define-check.js";
import { atCell, atText } from "../../checks/finding.js";
import { checkReport } from "../../findings/check-report.js";
import type { CheckedFile } from "../../findings/checked-file.js";
import { RunCount } from "../../findings/run-count.js";
import { PLAIN } from "../terminal.js";
import { csvListing } from "./csv.js";
import { htmlListing } from "./html.js";
import { jsonListing } from "./json.js";
import type { Listing } from "./listing.js";
import { sarifListing } from "./sarif.js";
import { textListing } from "./text.js";

const HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>，"引号"';

const sample = defineCheck({
  id: "wording/sample",
  title: "示例",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条" }],
  formats: ["f2021"],
  severity: "warning",
  messages: { text: "文中有“{words}”。", cell: { text: "填报 {stated}，应为 {expected}。", severity: "error" } },
  *inspect(report) {
    const passage = report.sections[0]?.paragraphs[0];
    if (passage) yield { messageId: "text", at: atText(passage), data: { words: HOSTILE } };
    yield {
      messageId: "cell",
      at: atCell({ table: "requests", row: "granted", column: "total" }),
      data: { stated: 3, expected: 4 },
    };
  },
});

const report = buildReport({ agency: "甲县财政局", sections: { overview: [HOSTILE] } });
const FILES: readonly CheckedFile[] = [
  {
    status: "read",
    name: "甲 县.docx",
    summary: {
      kind: "docx",
      format: "f2021",
      formatName: "2021年格式",
      title: report.title?.text ?? null,
      agency: "甲县财政局",
      reportYear: 2024,
    },
    findings: checkReport(report, { checks: [sample] }),
    notes: [],
    page: null,
  },
  { status: "unreadable", name: "坏.pdf", code: "FILE_DAMAGED", message: "文件已损坏或不完整（…）。" },
];

function written(listing: Listing): string {
  const count = new RunCount();
  for (const file of FILES) count.add(file);
  const parts = FILES.map((file) => listing.file(file));
  return [listing.begin(), listing.overview?.(count.summary()) ?? "", ...parts, listing.end(count.summary())].join("");
}

describe("listings of findings", () => {
  test("text names file, place, sentence, source and fingerprint, and ends with the sum", () => {
    const text = written(textListing(PLAIN));
    expect(text).toContain("甲 县.docx　甲县财政局，2024，2021年格式　错误 1 · 警告 1");
    expect(text).toContain("错误　表三 · （一）予以公开 · 总计");
    expect(text).toContain("填报 3，应为 4。");
    expect(text).toMatch(/依据：政府信息公开条例第五十条　wording\/sample　[0-9a-f]{16}/);
    expect(text).toContain("坏.pdf　无法读取（FILE_DAMAGED）");
    expect(text).toContain("共 2 个文件：1 个有待处理的问题，错误 1 · 警告 1，1 个无法读取");
  });

  test("json is one object with every file in order", () => {
    const json = JSON.parse(written(jsonListing()));
    expect(json.files.map((file: { file: string; status: string }) => [file.file, file.status])).toEqual([
      ["甲 县.docx", "read"],
      ["坏.pdf", "unreadable"],
    ]);
    expect(json.files[0].findings.map(({ severity }: { severity: string }) => severity)).toEqual(["warning", "error"]);
    expect(json.summary).toEqual({ files: 2, unreadable: 1, with_findings: 1, error: 1, warning: 1, question: 0 });
  });

  test("sarif names rules, levels, places and fingerprints, and the files that failed", () => {
    const [run] = JSON.parse(written(sarifListing([sample]))).runs;
    expect(run.tool.driver.rules[0]).toMatchObject({ id: "wording/sample", defaultConfiguration: { level: "warning" } });
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(["warning", "error"]);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("%E7%94%B2%20%E5%8E%BF.docx");
    expect(run.invocations[0].toolExecutionNotifications[0].descriptor.id).toBe("FILE_DAMAGED");
  });

  test("csv quotes what must be quoted and lets no spreadsheet run a formula from a file", () => {
    const csv = written(csvListing());
    expect(csv.startsWith("\ufeff文件,机关,")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")`);
    expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(4);
  });

  test("html escapes everything that came from a file", () => {
    const html = written(htmlListing());
    expect(html).not.toContain("<script");
    expect(html).toContain('<html lang="zh-CN">');
    expect(html.indexOf('class="index"')).toBeLessThan(html.indexOf('<section class="report"'));
  });
});
