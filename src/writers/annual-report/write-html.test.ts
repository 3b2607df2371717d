import { expect, test } from "vitest";
import { composedReport } from "../../../test/builders/composed-report.js";
import { writeHtml } from "./write-html.js";

const page = (...given: Parameters<typeof writeHtml>) => new TextDecoder().decode(writeHtml(...given));

/** The text of the heads a figure names, in order. */
function headsOfCell(html: string, figure: string): string[] {
  const headers = new RegExp(`<td[^>]* headers="([^"]+)">${figure}</td>`).exec(html)?.[1] ?? "";
  return headers.split(" ").map((id) => new RegExp(`<th id="${id}"[^>]*>([^<]*)</th>`).exec(html)?.[1] ?? "?");
}

test("a figure of table three names the heads over it and the labels beside it", () => {
  const report = composedReport({}, ({ row, column }) => ({
    kind: "number",
    value: row === "denied.process" && column === "welfare" ? 777 : 0,
  }));
  expect(headsOfCell(page(report), "777")).toEqual([
    "申请人情况",
    "法人或其他组织",
    "社会公益组织",
    "三、本年度办理结果",
    "（三）不予公开",
    "6.属于四类过程性信息",
  ]);
});

test("a figure of table two names the heads of its own block only", () => {
  const report = composedReport({}, ({ row, column }) => ({
    kind: "number",
    value: row === "art20_6.coercion" && column === "decisions" ? 777 : 0,
  }));
  expect(headsOfCell(page(report), "777")).toEqual(["第二十条第（六）项", "本年处理决定数量", "行政强制"]);
});

test("ids are there once, and every id that is named is there", () => {
  const html = page(composedReport({ format: "f2019" }));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, headers] of html.matchAll(/ headers="([^"]+)"/g))
    for (const id of headers?.split(" ") ?? []) expect(ids).toContain(id);
});

test("the page carries the meta tags of government websites that are known", () => {
  const html = page(composedReport(), {
    site: { name: "青山区人民政府", domain: "www.example.gov.cn", idCode: "4100000001" },
    publishedAt: "2022-01-20 09:00",
  });
  const tags = [...html.matchAll(/<meta name="([A-Z]\w+)" content="([^"]*)">/g)].map(([, name, content]) => [name, content]);
  expect(tags).toEqual([
    ["SiteName", "青山区人民政府"],
    ["SiteDomain", "www.example.gov.cn"],
    ["SiteIDCode", "4100000001"],
    ["ArticleTitle", "示例市青山区商务局2021年政府信息公开工作年度报告"],
    ["PubDate", "2022-01-20 09:00"],
    ["ContentSource", "示例市青山区商务局"],
  ]);
});

test("nothing of a text becomes markup", () => {
  const html = page(composedReport({ preface: ["<script>alert(1)</script>"], agency: '"><img src=x>' }));
  expect(html).not.toMatch(/<script|<img/);
});
